/** The customer's key to their conversation, kept in the browser: start, resume, refresh, forget. */
import { forget, keep, kept } from '../base/kept.ts';
import type { Locale } from '../base/locale.ts';

export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** When the token has to be renewed at the latest (ms). */
  readonly expiresAt: number;
  /** The conversation was opened at the desk: from then on it is resumed, not started. */
  readonly started: boolean;
}

const KEPT = 'calmdesk.session';
export const DIRECT_LINE = '/v3/directline';

export const keptSession = (): Session | undefined => {
  const session = kept(KEPT);
  return typeof session === 'object' && session !== null && 'conversationId' in session
    ? (session as Session)
    : undefined;
};

export const keepSession = (session: Session): Session => {
  keep(KEPT, session);
  return session;
};

export const forgetSession = (): void => forget(KEPT);

export const bearer = (session: Session): Record<string, string> => ({
  Authorization: `Bearer ${session.token}`,
});

const inSeconds = (seconds: number): number => Date.now() + seconds * 1000;

/** Rejects when the desk cannot be reached; then it is tried again later. */
export const newSession = async (locale: Locale): Promise<Session> => {
  const answer = await fetch('/api/chat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ locale }),
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status}`);
  const { token, conversationId, userId, expires_in } = await answer.json();
  return keepSession({ token, conversationId, userId, expiresAt: inSeconds(expires_in), started: false });
};

/** `gone` when the desk no longer knows the token or its conversation: the page starts anew. */
export const refreshSession = async (session: Session): Promise<Session | 'gone'> => {
  const answer = await fetch(`${DIRECT_LINE}/tokens/refresh`, { method: 'POST', headers: bearer(session) });
  if ([401, 403, 404].includes(answer.status)) return 'gone';
  if (!answer.ok) throw new Error(`no refresh: ${answer.status}`);
  const { token, expires_in } = await answer.json();
  return keepSession({ ...session, token, expiresAt: inSeconds(expires_in) });
};
