/** Short signed notes for addresses that cannot carry a header: one socket, or one file. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { millis } from '../../domain/instant.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import { keyFor } from './tokens.ts';

const STREAM_MS = 60_000;
const FILE_MS = 12 * 60 * 60_000;

export interface Tickets {
  /** For one socket of the conversation, to be used once within a minute. */
  forStream(conversationId: string): string;
  /** True exactly once for each ticket. */
  redeemStream(conversationId: string, ticket: string): boolean;
  /** For one file of the conversation, for twelve hours. */
  forFile(conversationId: string, fileId: string): string;
  opensFile(conversationId: string, fileId: string, ticket: string): boolean;
}

export const createTickets = (secret: string, clock: Clock, ids: Ids): Tickets => {
  const key = keyFor(secret, 'directline ticket');
  /** Redeemed tickets until they would have lapsed anyway; oldest first. */
  const used = new Map<string, number>();
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const now = (): number => millis(clock.now());
  const make = (subject: string, lifeMs: number): string => {
    const head = `${(now() + lifeMs).toString(36)}.${ids.next()}`;
    return `${head}.${sign(`${subject}|${head}`)}`;
  };
  const holds = (subject: string, ticket: string): boolean => {
    const [until = '', id = '', signature = ''] = ticket.split('.');
    const wanted = Buffer.from(sign(`${subject}|${until}.${id}`));
    const given = Buffer.from(signature);
    const genuine = given.length === wanted.length && timingSafeEqual(given, wanted);
    return genuine && Number.parseInt(until, 36) > now();
  };
  const forget = (): void => {
    for (const [ticket, until] of used) {
      if (until > now()) return;
      used.delete(ticket);
    }
  };
  return {
    forStream: (conversationId) => make(`stream|${conversationId}`, STREAM_MS),
    redeemStream: (conversationId, ticket) => {
      forget();
      if (used.has(ticket) || !holds(`stream|${conversationId}`, ticket)) return false;
      used.set(ticket, now() + STREAM_MS);
      return true;
    },
    forFile: (conversationId, fileId) => make(`file|${conversationId}|${fileId}`, FILE_MS),
    opensFile: (conversationId, fileId, ticket) => holds(`file|${conversationId}|${fileId}`, ticket),
  };
};
