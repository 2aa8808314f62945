/** The gate: one customer line goes to the bot while the bot holds the case, else it waits for the holder. */
import type { Conversation } from '../domain/conversation.ts';
import type { Line } from '../domain/transcript.ts';
import type { Reading } from '../ports/understanding.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

/** Failures in a row after which a person takes over. */
const PATIENCE = 2;

const read = (deps: Deps, conversation: Conversation, line: Line, earlier: readonly Line[]): Reading =>
  deps.understanding.understand({
    text: line.text,
    lang: conversation.locale,
    at: line.at,
    turns: earlier.map((said) => said.text),
  });

const earlierLines = async (deps: Deps, conversation: Conversation, line: Line): Promise<readonly Line[]> => {
  const lines = await deps.transcript.read(conversation.id, {
    after: Math.max(0, line.seq - 60),
    limit: 60,
    audience: 'public',
  });
  return lines.filter((said) => said.from.kind === 'customer' && said.seq < line.seq);
};

export const botSpeaks = (conversation: Conversation): boolean =>
  conversation.case === undefined ||
  conversation.case.status === 'closed' ||
  conversation.case.holder.kind === 'bot';

/** The bot failed: say so honestly; the second time in a row a person takes over. */
const answerFailure = (deps: Deps, conversation: Conversation, line: Line): Work => {
  const work = new Work(deps, {
    conversation,
    origin: line.id,
    by: { kind: 'bot' },
    now: deps.clock.now(),
    line,
  });
  const failures = conversation.failures + 1;
  if (failures >= PATIENCE && work.case && work.case.status !== 'closed') {
    const told = work.say('failure.person');
    work.do({ type: 'requestHuman', reason: 'bot-failed', told });
  } else {
    work.say('failure.once');
  }
  work.set({ failures, handled: line.seq });
  return work;
};

export const answerLine = async (deps: Deps, conversation: Conversation, line: Line): Promise<Work> => {
  const earlier = await earlierLines(deps, conversation, line);
  const reading = read(deps, conversation, line, earlier);
  const by = botSpeaks(conversation) ? ({ kind: 'bot' } as const) : line.from;
  const work = new Work(deps, {
    conversation,
    origin: line.id,
    by: by.kind === 'bot' ? by : { kind: 'customer', id: conversation.customer.id },
    now: deps.clock.now(),
    line,
    reading,
    earlier,
  });
  if (work.case && work.case.status !== 'closed') {
    const { tension, emotion, trend } = reading;
    work.do({ type: 'hearCustomer', tension, emotion, trend });
  }
  if (botSpeaks(conversation)) {
    try {
      await deps.bot.answer(work);
      work.set({ failures: 0 });
    } catch (error) {
      deps.log.error({ conversationId: conversation.id, lineId: line.id, error }, 'the bot failed on a line');
      return answerFailure(deps, conversation, line);
    }
  }
  work.set({ handled: line.seq });
  return work;
};
