/** The gate: one customer line goes to the bot while the bot holds the case, else it waits for the holder. */
import type { Conversation } from '../domain/conversation.ts';
import { promiseDue } from '../domain/dueBy.ts';
import { SLOT_FIELDS, type Slots } from '../domain/reading.ts';
import { weightiest } from '../domain/tensionWords.ts';
import type { Line } from '../domain/transcript.ts';
import type { Reading } from '../ports/understanding.ts';
import { answerOffer } from './answerOffer.ts';
import type { Deps } from './deps.ts';
import { dueText } from './dueText.ts';
import { noteHeldLine } from './noteHeldLine.ts';
import { Work } from './work.ts';

/** Failures in a row after which a person takes over. */
const PATIENCE = 2;
/** How far back the talk is looked at. */
const LOOK_BACK = 60;

/** The field that the bot's last question asked for: `ask.when`, or the first of two in `ask.when-where`. */
const askedLast = (before: readonly Line[]): keyof Slots | undefined => {
  const said = before.findLast(({ from, key }) => from.kind === 'customer' || key?.startsWith('ask.'));
  const field = said?.key?.slice('ask.'.length).split('-')[0];
  return SLOT_FIELDS.find((slot) => slot === field);
};

const read = (deps: Deps, conversation: Conversation, line: Line, before: readonly Line[]): Reading => {
  const asked = askedLast(before);
  return deps.understanding.understand({
    text: line.text,
    lang: conversation.locale,
    at: line.at,
    turns: before.filter(({ from }) => from.kind === 'customer').map(({ text }) => text),
    ...(asked ? { asked } : {}),
  });
};

/** A text on which the reading fails must not hold up the conversation: it is answered as a failure of the bot. */
const tryToRead = (
  deps: Deps,
  conversation: Conversation,
  line: Line,
  before: readonly Line[],
): Reading | undefined => {
  try {
    return read(deps, conversation, line, before);
  } catch (error) {
    deps.log.error({ conversationId: conversation.id, lineId: line.id, error }, 'a line could not be read');
    return undefined;
  }
};

const linesBefore = async (deps: Deps, conversation: Conversation, line: Line): Promise<readonly Line[]> => {
  const lines = await deps.transcript.read(conversation.id, {
    after: Math.max(0, line.seq - LOOK_BACK),
    limit: LOOK_BACK,
    audience: 'public',
  });
  return lines.filter(({ seq }) => seq < line.seq);
};

/** The bot answers while it holds the case, and sparingly while the customer waits for a person. */
export const botSpeaks = ({ case: current }: Conversation): boolean =>
  current === undefined || current.status === 'closed' || current.holder.kind !== 'agent';

/** The bot failed: say so honestly; the second time in a row a person takes over, with a case to hold on to. */
const answerFailure = (deps: Deps, conversation: Conversation, line: Line): Work => {
  const now = deps.clock.now();
  const work = new Work(deps, { conversation, origin: line.id, by: { kind: 'bot' }, now, line });
  if (!botSpeaks(conversation)) {
    work.set({ handled: line.seq });
    return work;
  }
  const failures = conversation.failures + 1;
  work.set({ failures, handled: line.seq });
  if (failures < PATIENCE) {
    work.say('failure.once');
    return work;
  }
  if (!work.case || work.case.status === 'closed') {
    work.do({
      type: 'openCase',
      caseId: work.newId(),
      number: work.newCaseNumber(),
      conversationId: conversation.id,
      kind: 'complaint',
      channel: conversation.channel,
      locale: conversation.locale,
      customer: conversation.customer,
      opening: line.text.slice(0, 2000),
      tension: 0,
      emotion: 'calm',
    });
  }
  const dueAt = promiseDue('first-answer', now, deps.policy);
  const told = work.say('failure.person', { values: { due: dueText(work, dueAt) } });
  work.do({ type: 'requestHuman', reason: 'bot-failed', told });
  return work;
};

export const answerLine = async (deps: Deps, conversation: Conversation, line: Line): Promise<Work> => {
  const before = await linesBefore(deps, conversation, line);
  const reading = tryToRead(deps, conversation, line, before);
  if (!reading) return answerFailure(deps, conversation, line);
  const work = new Work(deps, {
    conversation,
    origin: line.id,
    by: botSpeaks(conversation) ? { kind: 'bot' } : { kind: 'customer', id: conversation.customer.id },
    now: deps.clock.now(),
    line,
    reading,
    earlier: before.filter(({ from }) => from.kind === 'customer'),
  });
  if (work.case && work.case.status !== 'closed') {
    const { tension, emotion, trend, reasons } = reading;
    work.do({ type: 'hearCustomer', tension, emotion, trend, words: weightiest(reasons) });
  }
  if (botSpeaks(conversation)) {
    try {
      await deps.bot.answer(work);
      work.set({ failures: 0 });
    } catch (error) {
      deps.log.error({ conversationId: conversation.id, lineId: line.id, error }, 'the bot failed on a line');
      return answerFailure(deps, conversation, line);
    }
  } else {
    noteHeldLine(work);
    answerOffer(work);
  }
  work.set({ handled: line.seq });
  return work;
};
