/** Pages of named other sites may use Direct Line from their own scripts; nothing else is open to them. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const OPEN = /^\/(?:v3\/directline|api\/chat)\//;
const HEADERS = 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With';

/** Sets the headers on the response; true when it was only the browser's question and is answered. */
export const shareWith =
  (origins: readonly string[]) =>
  (req: IncomingMessage, res: ServerResponse): boolean => {
    const { origin } = req.headers;
    if (origin === undefined || !origins.includes(origin) || !OPEN.test(req.url ?? '')) return false;
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
    res.setHeader('Vary', 'Origin');
    if (req.method !== 'OPTIONS') return false;
    res.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST, DELETE',
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': '600',
    });
    res.end();
    return true;
  };
