/** Turns what went wrong into an answer `{error: {code, message, details}}` in the reader's language. */
import { Fault } from '../domain/fault.ts';
import type { Locale } from '../domain/reading.ts';
import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import type { Wording } from '../ports/wording.ts';
import { PROBLEMS, Problem } from './problem.ts';
import type { Reply } from './route.ts';

const REFUSAL_STATUS: Partial<Record<RefusalCode, number>> = {
  'case-unknown': 404,
  'not-allowed': 403,
  'own-approval': 403,
  'score-invalid': 400,
  'promise-in-past': 400,
};

/** Faults that are a client's doing or pass by themselves; all others are ours. */
const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof Fault && error.code === 'conversation-erased')
    return new Problem('conversation-unknown');
  if (error instanceof Fault && ['store-busy', 'store-full', 'commit-contended'].includes(error.code))
    return new Problem('unavailable', undefined, { 'Retry-After': '2' });
  return new Problem('internal-error');
};

export const isOurFault = (error: unknown): boolean => PROBLEMS[asProblem(error).code] >= 500;

export const problemReply = (wording: Wording, locale: Locale, error: unknown): Reply => {
  const { code, details, headers } = asProblem(error);
  const message = wording.text(locale, `http.${code}`, 0, details);
  return { status: PROBLEMS[code], body: { error: { code, message, ...(details && { details }) } }, headers };
};

export const refusalReply = (wording: Wording, locale: Locale, { refused, details }: Refusal): Reply => {
  const message = wording.text(locale, `refusal.${refused}`, 0, details);
  const error = { code: refused, message, ...(details && { details }) };
  return { status: REFUSAL_STATUS[refused] ?? 409, body: { error } };
};
