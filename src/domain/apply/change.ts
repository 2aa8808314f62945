/** What applying an event changes: fields of the case; `undefined` takes a field away. */
import type { Case } from '../case.ts';
import type { CaseEvent } from '../event.ts';

export type Change = Partial<{ [K in keyof Case]: Case[K] | undefined }>;

export type Appliers = {
  readonly [T in CaseEvent['type']]: (current: Case, event: Extract<CaseEvent, { type: T }>) => Change;
};
