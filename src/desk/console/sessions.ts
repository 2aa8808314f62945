/** Who is signed in, by a signed cookie. A role that is taken away is gone with the next request. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { millis } from '../../domain/instant.ts';
import { Problem } from '../../http/problem.ts';
import type { Call } from '../../http/route.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Staff, StaffStore } from '../../ports/staff.ts';

const NAME = 'calmdesk_desk';
/** A long working day. */
const LIFE_SECONDS = 14 * 60 * 60;

const payload = z.object({ id: z.string(), login: z.string(), until: z.number(), seal: z.string() });

export interface Sessions {
  /** Value of Set-Cookie for somebody who has just proved who they are. */
  open(staff: Staff, secure: boolean): string;
  close(secure: boolean): string;
  /** Throws `signed-out`. */
  staffOf(call: Pick<Call, 'req'>): Promise<Staff>;
}

const cookieOf = (header: string | undefined): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);

const attributes = (secure: boolean, seconds: number): string =>
  `Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

export const createSessions = (secret: string, staff: StaffStore, clock: Clock): Sessions => {
  const key = Buffer.from(hkdfSync('sha256', secret, 'calmdesk', 'desk session', 32));
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  /** A new password ends every session that began under the old one. */
  const sealOf = (one: Staff): string => sign(one.passwordHash).toString('base64url').slice(0, 16);

  const read = (cookie: string | undefined): z.infer<typeof payload> | undefined => {
    const [body = '', signature = ''] = (cookie ?? '').slice(0, 2000).split('.');
    const given = Buffer.from(signature, 'base64url');
    const made = sign(body);
    if (given.length !== made.length || !timingSafeEqual(given, made)) return undefined;
    const said = payload.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return said.success && said.data.until > millis(clock.now()) ? said.data : undefined;
  };

  return {
    open: (one, secure) => {
      const until = millis(clock.now()) + LIFE_SECONDS * 1000;
      const said = { id: one.id, login: one.login, until, seal: sealOf(one) };
      const body = Buffer.from(JSON.stringify(said)).toString('base64url');
      return `${NAME}=${body}.${sign(body).toString('base64url')}; ${attributes(secure, LIFE_SECONDS)}`;
    },
    close: (secure) => `${NAME}=; ${attributes(secure, 0)}`,
    staffOf: async ({ req }) => {
      const said = read(cookieOf(req.headers.cookie));
      const found = said && (await staff.find(said.login));
      if (!found || found.id !== said.id || sealOf(found) !== said.seal) throw new Problem('signed-out');
      return found;
    },
  };
};
