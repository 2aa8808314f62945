/** A conversation as a text that a customer can keep: who said what and when, in the shop's time. */
import type { Deps } from '../../app/deps.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Line } from '../../domain/transcript.ts';

type Needs = Pick<Deps, 'wording' | 'policy'>;

const nameOf = ({ wording }: Needs, { locale }: Conversation, { from }: Line): string => {
  if (from.kind === 'agent') return from.name;
  const names = { customer: 'you', bot: 'botName', system: 'system' } as const;
  return wording.text(locale, `directline.${names[from.kind]}`);
};

export const transcriptText = (needs: Needs, conversation: Conversation, lines: readonly Line[]): string => {
  const { locale } = conversation;
  const { wording, policy } = needs;
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: policy.hours.timezone });
  const date = format({ dateStyle: 'long' }).format(new Date(conversation.startedAt));
  const moment = format({ dateStyle: 'medium', timeStyle: 'short' });
  const said = lines.flatMap((line) => [
    `[${moment.format(new Date(line.at))}] ${nameOf(needs, conversation, line)}`,
    ...(line.text === '' ? [] : [line.text]),
    ...(line.attachments ?? []).map(({ name }) => wording.text(locale, 'directline.attachment', 0, { name })),
    '',
  ]);
  return [wording.text(locale, 'directline.title', 0, { date }), '', ...said].join('\n');
};
