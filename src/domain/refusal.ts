/** An expected "no": a value with a code, never thrown. Its sentence for people is `refusal.<code>` in every locale. */
export const REFUSAL_CODES = [
  'case-unknown',
  'case-closed',
  'case-exists',
  'already-taken',
  'not-holder',
  'stale-epoch',
  'wrong-status',
  'cause-changed',
  'not-allowed',
  'over-limit',
  'offer-unknown',
  'offer-not-open',
  'needs-approval',
  'own-approval',
  'promise-unknown',
  'promise-open',
  'promise-in-past',
  'task-unknown',
  'task-open',
  'score-invalid',
  'nothing-to-do',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly refused: RefusalCode;
  /** Facts for the sentence, e.g. who holds the case. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export const refuse = (refused: RefusalCode, details?: Refusal['details']): Refusal =>
  details ? { refused, details } : { refused };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
