/** The desk's JSON API as the page calls it. Every click has an id of its own: sent twice, it counts once. */
import type { CaseDetail, CaseRecord, CaseSummary, CaseView, Me } from '../../ports/deskApi.ts';

/** The server's "no" with its sentence, or undefined text where nobody answered. */
export class DeskError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const answer = await fetch(`/api/desk/${path}`, {
    method,
    headers: {
      'Accept-Language': document.documentElement.lang,
      ...(method === 'GET'
        ? {}
        : { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => undefined);
  if (!answer) throw new DeskError(0, '');
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new DeskError(answer.status, said.error?.message ?? '');
  return said as T;
};

const onCase = (caseId: string, verb: string, body: object = {}): Promise<CaseRecord> =>
  ask('POST', `cases/${encodeURIComponent(caseId)}/${verb}`, body);

export const api = {
  me: (): Promise<Me> => ask('GET', 'session'),
  signIn: (login: string, password: string): Promise<Me> => ask('POST', 'session', { login, password }),
  signOut: (): Promise<object> => ask('DELETE', 'session'),
  cases: async (view: CaseView): Promise<readonly CaseSummary[]> =>
    (await ask<{ cases: readonly CaseSummary[] }>('GET', `cases?view=${view}`)).cases,
  open: (caseId: string): Promise<CaseDetail> => ask('GET', `cases/${encodeURIComponent(caseId)}`),
  onCase,
};
