/** What the desk's routes need, and the checks that all of them make. */
import { createHash } from 'node:crypto';
import type { Deps } from '../../app/deps.ts';
import type { Agent } from '../../domain/actor.ts';
import type { Limits } from '../../http/limits.ts';
import { Problem } from '../../http/problem.ts';
import { isOwnOrigin, type Surroundings } from '../../http/requestFacts.ts';
import type { Call } from '../../http/route.ts';
import type { Staff, StaffStore } from '../../ports/staff.ts';
import type { Sessions } from './sessions.ts';

export interface DeskDeps {
  readonly deps: Deps;
  readonly staff: StaffStore;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly surroundings: Surroundings;
}

export const agentOf = ({ id, name, role }: Staff): Agent => ({ kind: 'agent', id, name, role });

/** A page of another site may not act for whoever is signed in here, whatever the cookie says. */
export const sameSite = ({ surroundings }: DeskDeps, { req }: Pick<Call, 'req'>): void => {
  const site = req.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || !isOwnOrigin(req, surroundings, [])) throw new Problem('origin-refused');
};

/** Ids of offers are made from it and reach the customer's page: it must not tell who clicked. */
const originOf = (staffId: string, key: string): string =>
  `desk-${createHash('sha256').update(`${staffId}:${key}`).digest('base64url').slice(0, 22)}`;

/** Who clicks, and the id of the click: the same id again changes nothing and answers the same. */
export const clickOf = async (
  desk: DeskDeps,
  call: Call,
): Promise<{ readonly agent: Agent; readonly origin: string; readonly caseId: string }> => {
  sameSite(desk, call);
  const staff = await desk.sessions.staffOf(call);
  const key = call.req.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw new Problem('idempotency-key-missing');
  call.note({ staffId: staff.id });
  return { agent: agentOf(staff), origin: originOf(staff.id, key), caseId: call.params.caseId ?? '' };
};
