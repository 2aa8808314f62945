/** Reads a JSON body with a limit; what is too long, cut off or no JSON is a problem of the client. */
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

export const DEFAULT_BODY_LIMIT = 256 * 1024;

/** The whole body as bytes. A longer one is refused, and the connection is not read any further. */
export const readBytes = (req: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const tooLarge = () => reject(new Problem('body-too-large', { limit }, { Connection: 'close' }));
    if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge();
    const chunks: Buffer[] = [];
    let length = 0;
    req.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        req.pause();
        tooLarge();
      } else chunks.push(chunk);
    });
    // Every request closes in the end: only one that closes before its end is a problem, and problems cost a stack.
    const cut = () => reject(new Problem('bad-request'));
    req.once('error', cut);
    req.once('close', cut);
    req.once('end', () => {
      req.off('close', cut);
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    return undefined;
  });

const isJson = (type: string): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type);

/** Deeper nesting than this is nobody's activity; it would only cost us the stack. */
const DEPTH = 40;

const tooDeep = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((inner) => tooDeep(inner, left - 1)));

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** `undefined` for an empty body. */
export const readJson = async (req: IncomingMessage, limit: number): Promise<unknown> => {
  const bytes = await readBytes(req, limit);
  if (bytes.length === 0) return undefined;
  if (!isJson(req.headers['content-type'] ?? ''))
    throw new Problem('media-type', { wanted: 'application/json' });
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(bytes));
  } catch {
    throw new Problem('json-invalid');
  }
  if (tooDeep(value, DEPTH)) throw new Problem('json-invalid');
  return value;
};
