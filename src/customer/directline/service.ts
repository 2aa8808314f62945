/** What the Direct Line routes share: who asks, which conversation, and the addresses handed out. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Deps } from '../../app/deps.ts';
import { startConversation } from '../../app/startConversation.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Locale } from '../../domain/reading.ts';
import type { Line } from '../../domain/transcript.ts';
import { localeOfTag } from '../../http/acceptLanguage.ts';
import type { Limits } from '../../http/limits.ts';
import { Problem } from '../../http/problem.ts';
import type { Surroundings } from '../../http/requestFacts.ts';
import type { Call } from '../../http/route.ts';
import type { Tickets } from './tickets.ts';
import { toActivity } from './toActivity.ts';
import { type Bearer, TOKEN_SECONDS, type Tokens } from './tokens.ts';

export const BASE = '/v3/directline';

export interface DirectLineDeps {
  readonly deps: Deps;
  readonly tokens: Tokens;
  readonly tickets: Tickets;
  readonly limits: Limits;
  readonly secret: string;
  readonly surroundings: Surroundings;
  /** Origins besides our own whose pages may open sockets. */
  readonly origins: readonly string[];
}

export type Grant =
  | { readonly kind: 'secret' }
  | (Bearer & { readonly kind: 'token'; readonly expired: boolean });

/** A token is longer than any secret: only what may be the secret is compared, and then without a hint of how far. */
const sameSecret = (one: string, other: string): boolean =>
  one.length === other.length &&
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/** Who asks, by the Authorization header. Wrong tokens are counted against the address. */
export const grantOf = async (line: DirectLineDeps, call: Call<unknown, unknown>): Promise<Grant> => {
  const [, given] = /^Bearer\s+(.+?)\s*$/i.exec(call.req.headers.authorization ?? '') ?? [];
  if (given === undefined) throw new Problem('token-missing', undefined, { 'WWW-Authenticate': 'Bearer' });
  await line.limits.check('wrong', call.address);
  if (sameSecret(given, line.secret)) return { kind: 'secret' };
  const bearer = given.length > 4096 ? undefined : await line.tokens.read(given);
  if (bearer) return { kind: 'token', ...bearer };
  await line.limits.take('wrong', call.address);
  throw new Problem('token-invalid', undefined, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
};

/** The conversation that is asked for and granted, started if its token was never used; else a problem. */
export const conversationFor = async (
  line: DirectLineDeps,
  call: Call<unknown, unknown>,
  options: { readonly expiredToo?: boolean; readonly mustExist?: boolean } = {},
): Promise<{ readonly conversation: Conversation; readonly grant: Grant }> => {
  const grant = await grantOf(line, call);
  const id = call.params.conversationId ?? (grant.kind === 'token' ? grant.conversationId : '');
  call.note({ conversationId: id });
  if (grant.kind === 'token' && grant.conversationId !== id) throw new Problem('wrong-conversation');
  if (grant.kind === 'token' && grant.expired && !options.expiredToo) throw new Problem('token-expired');
  const there = await line.deps.conversations.load(id);
  if (there) return { conversation: there, grant };
  if (grant.kind === 'secret' || options.mustExist) throw new Problem('conversation-unknown');
  return { conversation: await start(line, grant, grant.locale ?? call.locale), grant };
};

export const start = (line: DirectLineDeps, bearer: Bearer, locale: Locale): Promise<Conversation> =>
  startConversation(line.deps, {
    id: bearer.conversationId,
    channel: 'webchat',
    customer: { id: bearer.userId, tier: 'new', ...(bearer.name && { name: bearer.name }) },
    locale,
  });

/** The language that a page names, if it is one of ours. */
export const localeIn = (tag: string | null | undefined): { readonly locale?: Locale } => {
  const locale = localeOfTag(tag ?? undefined);
  return locale ? { locale } : {};
};

export const freshBearer = (line: DirectLineDeps): Bearer => ({
  conversationId: line.deps.ids.next(),
  userId: `dl_${line.deps.ids.next()}`,
});

export const tokenFor = async (line: DirectLineDeps, bearer: Bearer) => ({
  conversationId: bearer.conversationId,
  token: await line.tokens.issue(bearer),
  expires_in: TOKEN_SECONDS,
});

/** The answer to start and reconnect: a fresh token and a socket address that works once. */
export const conversationAnswerFor = async (
  line: DirectLineDeps,
  bearer: Bearer,
  origin: string,
  watermark: string,
) => {
  const { conversationId } = bearer;
  const ticket = line.tickets.forStream(conversationId);
  const path = `${BASE}/conversations/${conversationId}/stream?watermark=${watermark}&t=${ticket}`;
  return {
    ...(await tokenFor(line, bearer)),
    streamUrl: `${origin.replace(/^http/, 'ws')}${path}`,
    referenceGrammarId: conversationId,
  };
};

/** Transcript line → activity, with file addresses below `origin`. */
export const wire = (line: DirectLineDeps, origin: string) => (said: Line) =>
  toActivity(said, {
    wording: line.deps.wording,
    fileUrl: (conversationId, fileId) =>
      `${origin}${BASE}/conversations/${conversationId}/files/${fileId}?t=${line.tickets.forFile(conversationId, fileId)}`,
  });
