/** What a customer does: writes, presses, chooses, corrects in place, sends files; and what the network does to it. */
import { receiveMessage } from '../../../src/app/receiveMessage.ts';
import type { Attachment } from '../../../src/domain/transcript.ts';
import { type CardAnswer, cardAnswer, remediesCard } from '../../../src/ports/cards.ts';
import type { House } from './house.ts';
import type { Talk } from './talk.ts';

interface Message {
  readonly text: string;
  readonly value?: CardAnswer;
  readonly attachments?: readonly Attachment[];
}

const deliver = async (house: House, talk: Talk, id: string, { text, value, attachments }: Message) => {
  const { answered, added } = await receiveMessage(house.deps, {
    id,
    clientId: `client-${id}`,
    conversationId: talk.id,
    at: house.clock.now(),
    from: { kind: 'customer', id: talk.customer.id },
    text,
    locale: await talk.locale(),
    ...(value ? { value } : {}),
    ...(attachments ? { attachments } : {}),
  });
  await answered;
  return added;
};

/** The newest line that offers something to press or choose. */
const lastWith = async (talk: Talk, what: 'quickReplies' | 'card') => {
  const found = (await talk.seen()).findLast(({ line }) => line[what] !== undefined);
  if (!found) throw new Error(`nothing with ${what} was shown`);
  return found.line;
};

const presses = async (house: House, talk: Talk, rest: string): Promise<Message> => {
  const { quickReplies = [] } = await lastWith(talk, 'quickReplies');
  const text = /^\d+$/.test(rest)
    ? quickReplies[Number(rest) - 1]?.value
    : house.deps.wording.text(await talk.locale(), `reply.${rest}`);
  const titles = quickReplies.map(({ value }) => value);
  if (text === undefined || !titles.includes(text))
    throw new Error(`no button ${rest} among ${titles.join(' | ')}`);
  return { text };
};

const chooses = async (talk: Talk, rest: string): Promise<Message> => {
  const line = (await talk.seen()).findLast((shown) => shown.line.card?.kind === 'remedies')?.line;
  if (!line) throw new Error('no remedies were shown');
  const option = remediesCard.parse(line.card?.data).options[Number(rest) - 1];
  if (!option) throw new Error(`there is no remedy ${rest}`);
  return { text: option.title, value: { action: 'choose', offerId: option.offerId } };
};

const corrects = (field: string, text: string): Message => ({
  text: `${field}: ${text}`,
  value: cardAnswer.parse({ action: 'correct', field, text }),
});

const taps = (rest: string): Message => {
  const [action, locale] = rest.split(' ');
  return { text: rest, value: cardAnswer.parse({ action, ...(locale ? { locale } : {}) }) };
};

const sendsFile = async (house: House, talk: Talk, rest: string): Promise<Message> => {
  const [name = '', text = ''] = rest.split('|').map((part) => part.trim());
  const contentType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
  const content = Buffer.from('the picture of a broken thing');
  const file = { id: house.deps.ids.next(), name, contentType, bytes: content.length };
  await house.deps.files.put({ ...file, conversationId: talk.id }, content);
  return { text, attachments: [file] };
};

const messageOf = async (house: House, talk: Talk, verb: string, rest: string): Promise<Message> => {
  const field = /^customer corrects (\w+)$/.exec(verb)?.[1];
  if (field) return corrects(field, rest);
  if (verb === 'customer') return { text: rest };
  if (verb === 'customer presses') return presses(house, talk, rest);
  if (verb === 'customer chooses') return chooses(talk, rest);
  if (verb === 'customer taps') return taps(rest);
  if (verb === 'customer rates') return { text: rest, value: { action: 'rate', score: Number(rest) } };
  if (verb === 'customer sends file') return sendsFile(house, talk, rest);
  throw new Error(`nobody can "${verb}"`);
};

export class CustomerHands {
  #last: { id: string; message: Message; talk: Talk } | undefined;
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  async act(talk: Talk, verb: string, rest: string): Promise<void> {
    if (verb === 'customer repeats') return this.#again();
    const message = await messageOf(this.#house, talk, verb, rest);
    const id = talk.nextLineId();
    this.#last = { id, message, talk };
    await deliver(this.#house, talk, id, message);
  }

  /** The same message, as a client sends it that did not hear that it had arrived. */
  async #again(): Promise<void> {
    if (!this.#last) throw new Error('nothing was sent yet');
    const { id, message, talk } = this.#last;
    if (await deliver(this.#house, talk, id, message)) throw new Error('a repeated message was added again');
  }
}
