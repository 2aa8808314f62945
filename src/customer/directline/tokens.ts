/** Tokens of the chat: a signed note that says which conversation its bearer may read and write, and as whom. */
import { hkdfSync } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/reading.ts';
import type { Clock } from '../../ports/clock.ts';

export interface Bearer {
  readonly conversationId: string;
  readonly userId: string;
  readonly name?: string;
  /** Language of the page that asked for the token. */
  readonly locale?: Locale;
}

/** A day: laptops sleep, and the stock clients do nothing good with an expired token. */
export const TOKEN_SECONDS = 24 * 60 * 60;
/** An expired token can still be exchanged for a fresh one: a customer who comes back next week resumes. */
const GRACE_SECONDS = 30 * 24 * 60 * 60;

const ALGORITHM = { algorithms: ['HS256'], issuer: 'calmdesk', audience: 'directline' };

const claims = z.object({
  conv: z.string().min(1),
  user: z.string().min(1),
  name: z.string().optional(),
  locale: z.enum(LOCALES).optional(),
  exp: z.number(),
});

const bearerOf = (payload: JWTPayload): (Bearer & { readonly exp: number }) | undefined => {
  const read = claims.safeParse(payload);
  if (!read.success) return undefined;
  const { conv, user, name, locale, exp } = read.data;
  return { conversationId: conv, userId: user, exp, ...(name && { name }), ...(locale && { locale }) };
};

export interface Tokens {
  issue(bearer: Bearer): Promise<string>;
  /** Undefined for what we did not sign and for what is past its grace. */
  read(token: string): Promise<(Bearer & { readonly expired: boolean }) | undefined>;
}

/** So many tokens are remembered as ours: a customer shows the same one with every line. */
const REMEMBERED = 2000;

/** A key for one purpose, from the secret. */
export const keyFor = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'calmdesk', purpose, 32));

export const createTokens = (secret: string, clock: Clock): Tokens => {
  const key = keyFor(secret, 'directline token');
  const known = new Map<string, Bearer & { readonly exp: number }>();
  const verify = async (token: string, now: number) => {
    const there = known.get(token);
    if (there) return now / 1000 <= there.exp + GRACE_SECONDS ? there : undefined;
    const options = { ...ALGORITHM, currentDate: new Date(now), clockTolerance: GRACE_SECONDS };
    const bearer = bearerOf((await jwtVerify(token, key, options)).payload);
    if (known.size >= REMEMBERED) known.clear();
    if (bearer) known.set(token, bearer);
    return bearer;
  };
  return {
    issue: ({ conversationId, userId, name, locale }) => {
      const now = Math.floor(Date.parse(clock.now()) / 1000);
      return new SignJWT({
        conv: conversationId,
        user: userId,
        ...(name && { name }),
        ...(locale && { locale }),
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer('calmdesk')
        .setAudience('directline')
        .setIssuedAt(now)
        .setExpirationTime(now + TOKEN_SECONDS)
        .sign(key);
    },
    read: async (token) => {
      const now = Date.parse(clock.now());
      try {
        const bearer = await verify(token, now);
        return bearer && { ...bearer, expired: now / 1000 >= bearer.exp };
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
