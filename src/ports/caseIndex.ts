/** Finding cases and conversations without loading each of them. */
import type { Case, CaseStatus } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';

export interface CaseFilter {
  readonly statuses?: readonly CaseStatus[];
  readonly holderId?: string;
  readonly ownerId?: string;
  readonly customerId?: string;
  readonly receivedFrom?: Instant;
  readonly receivedTo?: Instant;
  /** Newest first from here (a case id), for the next page. */
  readonly after?: string;
  /** At most 200. */
  readonly limit: number;
}

export interface CaseIndex {
  /** Cases that a conversation no longer has in hand are found too. */
  byId(caseId: string): Promise<Case | undefined>;
  byNumber(number: string): Promise<Case | undefined>;
  /** Newest received first. */
  list(filter: CaseFilter): Promise<readonly Case[]>;
  /** Conversations whose case's deadline is at or before `now`; each is leased: not given again before `leaseUntil`. */
  due(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly string[]>;
  /** Conversations that have customer lines nobody has answered (after a crash). */
  unhandled(limit: number): Promise<readonly string[]>;
  /** Open cases by status, and open cases without owner or armed deadline (must be 0). */
  counts(): Promise<{
    readonly byStatus: Readonly<Partial<Record<CaseStatus, number>>>;
    readonly orphans: number;
  }>;
}
