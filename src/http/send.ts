/** Writes a reply: JSON, text or bytes, with the headers that every answer carries. */
import type { ServerResponse } from 'node:http';
import type { Reply } from './route.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** Does nothing where the answer has begun already or nobody is there any more. */
export const send = (res: ServerResponse, requestId: string, reply: Reply): void => {
  if (res.headersSent || res.destroyed) return;
  const { body } = reply;
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = body === undefined ? '' : raw ? body : JSON.stringify(body);
  res.writeHead(reply.status, {
    ...SECURITY_HEADERS,
    'X-Request-Id': requestId,
    ...(body === undefined || raw ? {} : JSON_TYPE),
    ...(reply.status === 204 || reply.status === 304 ? {} : { 'Content-Length': Buffer.byteLength(bytes) }),
    ...reply.headers,
  });
  res.end(bytes);
};
