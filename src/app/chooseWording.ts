/** Picks the wording of a sentence: the one heard longest ago; among unheard ones, by conversation, so that it varies. */
import type { Conversation } from '../domain/conversation.ts';
import type { Wording } from '../ports/wording.ts';

const hash = (text: string): number => {
  let value = 0;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return value;
};

export const chooseWording = (wording: Wording, conversation: Conversation, key: string): number => {
  const count = wording.variants(conversation.locale, key);
  if (count < 2) return 0;
  const start = hash(conversation.id + key);
  const order = Array.from({ length: count }, (_, index) => (start + index) % count);
  const heard = (variant: number) => conversation.said.lastIndexOf(`${key}:${variant}`);
  return order.reduce((best, variant) => (heard(variant) < heard(best) ? variant : best), order[0] ?? 0);
};
