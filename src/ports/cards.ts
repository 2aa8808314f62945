/**
 * What a page can draw beside a line of text (`Line.card`), and the structured answers it sends back (`Line.value`).
 * Dialogs write cards, the page draws them; every answer also carries a text that a person can read.
 */
import { z } from 'zod';
import { FACT_FIELDS } from '../domain/facts.ts';
import { LOCALES } from '../domain/reading.ts';

/** A row of the record: one of the facts, or the cause. `missing` is set where nothing is known yet. */
export const receiptField = z.object({
  field: z.enum([...FACT_FIELDS, 'cause']),
  label: z.string(),
  text: z.string(),
  missing: z.boolean().optional(),
});

/** The record, to be confirmed or corrected. `deadline` is what happens next, and by when. */
export const receiptCard = z.object({
  number: z.string(),
  fields: z.array(receiptField),
  deadline: z.object({ at: z.string(), text: z.string() }).optional(),
});

export const remediesCard = z.object({
  options: z.array(
    z.object({
      offerId: z.string(),
      title: z.string(),
      detail: z.string(),
      terms: z.string().optional(),
    }),
  ),
});

/** A promise with its date and time; `place` is the place in the queue, counting from 1. */
export const promiseCard = z.object({
  text: z.string(),
  dueAt: z.string(),
  dueText: z.string(),
  place: z.number().int().min(1).optional(),
});

export const ratingCard = z.object({ max: z.literal(5) });

export const caseCard = z.object({
  number: z.string(),
  status: z.string(),
  statusText: z.string(),
  dueText: z.string().optional(),
});

export const languageCard = z.object({
  options: z.array(z.object({ locale: z.enum(LOCALES), title: z.string() })),
});

/** `kind` of a card → the shape of its `data`. */
export const CARDS = {
  receipt: receiptCard,
  remedies: remediesCard,
  promise: promiseCard,
  rating: ratingCard,
  case: caseCard,
  language: languageCard,
} as const;

export type CardKind = keyof typeof CARDS;
export type CardData = { [K in CardKind]: z.infer<(typeof CARDS)[K]> };
export type AnyCard = { [K in CardKind]: { readonly kind: K; readonly data: CardData[K] } }[CardKind];

/** What the page sends as `value` with a message. An unknown value is ignored and the text alone counts. */
export const cardAnswer = z.discriminatedUnion('action', [
  /** The receipt is right. */
  z.object({ action: z.literal('confirm') }),
  /** A row of the receipt, corrected in place. */
  z.object({ action: z.literal('correct'), field: receiptField.shape.field, text: z.string().min(1) }),
  z.object({ action: z.literal('choose'), offerId: z.string() }),
  /** None of the remedies fits. */
  z.object({ action: z.literal('refuse') }),
  z.object({ action: z.literal('rate'), score: z.number().int().min(1).max(5) }),
  z.object({ action: z.literal('language'), locale: z.enum(LOCALES) }),
  /** "I want a person": the button that is always there. */
  z.object({ action: z.literal('human') }),
  /** The customer ends the conversation; the answer is the question of satisfaction where a case was settled. */
  z.object({ action: z.literal('end') }),
]);
export type CardAnswer = z.infer<typeof cardAnswer>;

/** `channelData.calmdesk` of an activity that goes to the customer's page. */
export interface PageData {
  readonly card?: AnyCard;
  readonly speaker?: { readonly kind: 'bot' | 'agent' | 'system'; readonly name?: string };
}
