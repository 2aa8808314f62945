/** Which of the open offers the customer means: by card, by its title, by its place, by the wish it answers. */

import { remedyTitle } from '../../src/app/remedyText.ts';
import type { RemedyOffer } from '../../src/domain/remedy.ts';
import { openOffers } from '../../src/domain/remedyChoice.ts';
import type { Scene } from '../scene.ts';

const byPlace = (offers: readonly RemedyOffer[], { reading, text }: Scene): RemedyOffer | undefined => {
  const digit = /^\D{0,6}([1-9])\D{0,6}$/u.exec(text.normalize('NFKC'))?.[1];
  const place = reading?.choice ?? (digit === undefined ? undefined : Number(digit));
  return place === undefined ? undefined : offers[place - 1];
};

/** The wish is named in this line, and exactly one offer answers it. */
const byWish = (offers: readonly RemedyOffer[], { reading, work }: Scene): RemedyOffer | undefined => {
  const wish = reading?.slots.remedy;
  // An amount of their own, or new anger, is a counter-wish, not a choice.
  if (!wish || reading?.slots.amount || reading?.intent === 'complaint') return undefined;
  const answering = offers.filter(
    ({ remedy }) =>
      remedy.kind === wish ||
      work.policy.rules.some((rule) => rule.remedy.kind === remedy.kind && rule.answers?.includes(wish)),
  );
  return (
    answering.find(({ remedy }) => remedy.kind === wish) ??
    (answering.length === 1 ? answering[0] : undefined)
  );
};

export const chosenOffer = (scene: Scene): RemedyOffer | undefined => {
  const { work, answer, text, reading } = scene;
  const offers = work.case ? openOffers(work.case) : [];
  if (answer?.action === 'choose') return offers.find(({ id }) => id === answer.offerId);
  const titled = offers.find(({ remedy }) => text.includes(remedyTitle(work, remedy)));
  if (titled) return titled;
  if (reading?.intent === 'no') return undefined;
  const named = byPlace(offers, scene) ?? byWish(offers, scene);
  if (named) return named;
  const agrees = answer?.action === 'yes' || reading?.intent === 'yes' || reading?.intent === 'thanks';
  return agrees && offers.length === 1 ? offers[0] : undefined;
};
