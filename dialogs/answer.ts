/** A button's answer, whether it came as data from our page or as the button's own text from another client. */

import { remedyTitle } from '../src/app/remedyText.ts';
import { openOffers } from '../src/domain/remedyChoice.ts';
import { type CardAnswer, cardAnswer } from '../src/ports/cards.ts';
import type { TurnWork } from '../src/ports/turnWork.ts';

export type Reply = 'confirm' | 'correct' | 'skip' | 'yes' | 'no' | 'refuse' | 'human';
export type Answer = CardAnswer | { readonly action: Exclude<Reply, CardAnswer['action']> | 'change' };

const REPLIES: readonly Reply[] = ['confirm', 'correct', 'skip', 'yes', 'no', 'refuse', 'human'];

/** `correct` as a button opens the record for changes; with a field and text it is the change itself. */
const asAnswer = (reply: Reply): Answer => (reply === 'correct' ? { action: 'change' } : { action: reply });

export const answerOf = (work: TurnWork): Answer | undefined => {
  const given = cardAnswer.safeParse(work.line?.value);
  if (given.success) return given.data;
  const text = work.line?.text.trim();
  const offer = work.case && openOffers(work.case).find(({ remedy }) => text === remedyTitle(work, remedy));
  if (offer) return { action: 'choose', offerId: offer.id };
  const reply = REPLIES.find((name) => text === work.word(`reply.${name}`));
  return reply && asAnswer(reply);
};

/** Buttons: what is shown is what is sent, so that every client and every reader of the log sees the same. */
export const buttons = (work: TurnWork, replies: readonly Reply[]) =>
  replies.map((name) => {
    const title = work.word(`reply.${name}`);
    return { title, value: title };
  });

/** "Yes, my wife cut her foot" is more than a yes to whoever reads the whole. */
export const beginsWithYes = (work: TurnWork, text: string): boolean => {
  const yes = work.word('reply.yes').toLowerCase();
  const said = text.toLowerCase();
  return said.startsWith(yes) && !/^\p{L}/u.test(said.slice(yes.length));
};
