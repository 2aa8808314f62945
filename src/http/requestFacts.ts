/** Who asks, from where and under which address they reached us. */
import type { IncomingMessage } from 'node:http';

export interface Surroundings {
  /** Address that customers use; without it the Host header counts. */
  readonly publicUrl: string | undefined;
  /** Number of proxies in front of us whose X-Forwarded-* headers may be believed. */
  readonly trustProxy: number;
}

const listOf = (header: string | string[] | undefined): readonly string[] =>
  String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The client's address: behind `trustProxy` proxies the one that the outermost of them saw. */
export const addressOf = (req: IncomingMessage, { trustProxy }: Surroundings): string => {
  const direct = req.socket.remoteAddress ?? 'unknown';
  if (trustProxy === 0) return direct;
  const forwarded = listOf(req.headers['x-forwarded-for']);
  return forwarded.at(-trustProxy) ?? direct;
};

/** `http://127.0.0.1:3978`, without a slash at the end. */
export const originOf = (req: IncomingMessage, { publicUrl, trustProxy }: Surroundings): string => {
  if (publicUrl !== undefined) return publicUrl;
  const scheme = trustProxy > 0 && listOf(req.headers['x-forwarded-proto'])[0] === 'https' ? 'https' : 'http';
  return `${scheme}://${req.headers.host ?? 'localhost'}`;
};

/** May a page of this `Origin` open a socket? No Origin means that no browser asks. */
export const isOwnOrigin = (
  req: IncomingMessage,
  surroundings: Surroundings,
  others: readonly string[],
): boolean => {
  const { origin } = req.headers;
  if (origin === undefined) return true;
  if (others.includes(origin) || origin === originOf(req, surroundings)) return true;
  const own = surroundings.publicUrl;
  if (own !== undefined && origin === new URL(own).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.headers.host;
};
