/** Malformed requests of every kind: none of them may change anything, whoever sends it. */
import type { Chance } from './random.ts';

export interface Target {
  /** Paths with their methods, from the OpenAPI document. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly conversationId: string;
  readonly token: string;
  readonly caseId: string;
  readonly cookie: string;
}

export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'];
const JSON_TYPE = 'application/json';
/** Mostly what we read, so that the body itself is looked at. */
const TYPES = [
  ...Array.from({ length: 12 }, () => JSON_TYPE),
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/vnd.microsoft.activity+json',
  '\u00ff',
  '',
];
const LANGUAGES = ['en', 'zh-TW;q=x', ';;;', 'zh'.repeat(500), '*;q=0', 'q=1;en'];

/** A segment of a path in which nothing breaks the request line itself. */
const segment = (chance: Chance): string => encodeURIComponent(chance.text(8).toWellFormed());
const BROKEN = ['%', '%zz', '%00', '%ff%fe', '..%2f..%2fetc%2fpasswd', '.', '..', '%c0%af', 'a'.repeat(300)];

const filled = (chance: Chance, target: Target, path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (chance.below(3) === 0) return chance.pick(BROKEN);
    if (name === 'conversationId' && chance.below(2) === 0) return target.conversationId;
    return segment(chance) || 'x';
  });

const query = (chance: Chance): string => {
  if (chance.below(2) === 0) return '';
  const name = chance.pick([
    'watermark',
    't',
    'userId',
    'limit',
    'text',
    'after',
    '__proto__',
    segment(chance),
  ]);
  return `?${name}=${chance.below(2) === 0 ? chance.pick(BROKEN) : segment(chance)}`;
};

/** JSON that is none, or is no activity and no command of ours. */
const junkBody = (chance: Chance): Buffer | string => {
  const kind = chance.below(5);
  if (kind === 0) return chance.bytes(200);
  if (kind === 1) return JSON.stringify({ type: 'message', text: 'never' }).slice(0, chance.below(30));
  if (kind === 2) return '['.repeat(1 + chance.below(5000));
  if (kind === 3)
    return JSON.stringify({ type: 'message', text: chance.pick([5, [], {}, true]), more: chance.json() });
  return JSON.stringify(chance.json());
};

const junkHeaders = (chance: Chance): Record<string, string> => ({
  'Content-Type': chance.pick(TYPES),
  'Accept-Language': chance.pick(LANGUAGES),
  ...(chance.below(4) === 0 && {
    Authorization: chance.pick(['Bearer', 'Bearer x', 'Basic eDp5', 'x'.repeat(3000)]),
  }),
  ...(chance.below(8) === 0 && {
    Cookie: chance.pick(['session=x', '=', ';;;', `session=${'x'.repeat(3000)}`]),
  }),
  ...(chance.below(8) === 0 && { Origin: chance.pick(['null', 'https://evil.example', 'x', '']) }),
  ...(chance.below(8) === 0 && { 'X-Forwarded-For': chance.pick(['x', ',,,', '1.2.3.4, 5.6.7.8']) }),
  ...(chance.below(8) === 0 && { Expect: '100-continue' }),
  ...(chance.below(8) === 0 && { 'If-None-Match': chance.pick(['*', '"x"', 'W/']) }),
  ...(chance.below(8) === 0 && { 'Accept-Encoding': chance.pick(['gzip;q=x', 'br, gzip', '\u00ff']) }),
});

const stranger = (chance: Chance, target: Target): Shot => {
  const known = chance.pick(target.routes);
  return {
    method: chance.below(4) === 0 ? chance.pick(METHODS) : known.method,
    path: filled(chance, target, known.path) + query(chance),
    headers: junkHeaders(chance),
    body: junkBody(chance),
  };
};

const nowhere = (chance: Chance): Shot => ({
  method: chance.pick(METHODS),
  path: `/${chance.pick(BROKEN)}/${segment(chance)}${query(chance)}`,
  headers: junkHeaders(chance),
  ...(chance.below(2) === 0 && { body: junkBody(chance) }),
});

/** A customer with a good token who sends nonsense. */
const customer = (chance: Chance, { conversationId, token }: Target): Shot => {
  const own = `/v3/directline/conversations/${conversationId}`;
  const path = chance.pick([
    `${own}/activities`,
    `${own}/activities`,
    '/v3/directline/conversations',
    `${own}/files/x`,
  ]);
  const headers = { ...junkHeaders(chance), Authorization: `Bearer ${token}` };
  if (chance.below(4) === 0) return { method: 'GET', path: `${own}/activities${query(chance)}`, headers };
  return { method: 'POST', path, headers, body: junkBody(chance) };
};

const part = (chance: Chance): string => {
  const disposition = chance.pick([
    'form-data; name="file"; filename="x.png"',
    'form-data; name="activity"',
    'x',
    '',
  ]);
  const type = chance.pick(['image/png', 'application/vnd.microsoft.activity', '', '\u00ff']);
  return `--b\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${type}\r\n\r\n${chance.text(20)}\r\n`;
};

const uploader = (chance: Chance, { conversationId, token }: Target): Shot => ({
  method: 'POST',
  path: `/v3/directline/conversations/${conversationId}/upload${query(chance)}`,
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': chance.pick(TYPES) },
  body:
    Array.from({ length: chance.below(9) }, () => part(chance)).join('') +
    chance.pick(['--b--\r\n', '--b', '']),
});

/** Somebody who is signed in at the desk and whose client is broken. */
const agent = (chance: Chance, target: Target): Shot => {
  const headers = {
    ...junkHeaders(chance),
    Cookie: target.cookie,
    'Idempotency-Key': chance.text(5).replace(/[^ -~]/g, ''),
  };
  const verbs = target.routes.filter(
    ({ path, method }) => path.includes('/desk/cases/') && method === 'POST',
  );
  const verb = chance.pick(verbs).path;
  const onCase = verb.replace('{caseId}', target.caseId).replace(/\{\w+\}/g, 'x');
  // On a case that exists only bodies that are no object: anything else might be meant.
  const body = chance.pick(['[', '"x"', '7', 'null', '[]', '\u0000']);
  if (chance.below(2) === 0)
    return { method: 'POST', path: onCase, headers: { ...headers, 'Idempotency-Key': 'x' }, body };
  return { method: 'POST', path: filled(chance, target, verb), headers, body: junkBody(chance) };
};

export const nextShot = (chance: Chance, target: Target): Shot =>
  chance.pick([stranger, stranger, nowhere, customer, customer, uploader, agent])(chance, target);

/** What is hardly HTTP at all, for a bare connection. */
export const nextNoise = (chance: Chance, { conversationId, token }: Target): Buffer => {
  const own = `/v3/directline/conversations/${conversationId}`;
  const upgrade = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: ${chance.pick(['13', '8', 'x'])}`;
  const heads = [
    `GET //[ HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET http://%zz/ HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${chance.pick(['[', 'a b', 'x:99999', '%', '', 'x/../y', 'é'])}\r\n\r\n`,
    `GET * HTTP/1.1\r\nHost: x\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/9.9\r\n\r\n`,
    `POST ${own}/activities HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST ${own}/activities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 99\r\n\r\n{`,
    `POST /api/chat/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    `GET ${own}/stream HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n\r\n`,
    `GET ${own}/stream?t=${chance.pick(BROKEN)} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\nSec-WebSocket-Key: x\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n`,
    `CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n`,
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ];
  return chance.below(4) === 0 ? chance.bytes(300) : Buffer.from(chance.pick(heads));
};

/** Frames that no client of ours sends, masked or not. */
export const nextFrames = (chance: Chance): Buffer => {
  const opcode = chance.pick([0, 1, 2, 3, 7, 8, 9, 10, 11, 15]);
  const flags = chance.pick([0x80, 0x00, 0xc0, 0xf0]);
  const payload = chance.bytes(120);
  const masked = chance.below(5) > 0;
  const mask = masked ? Buffer.from([1, 2, 3, 4]) : Buffer.alloc(0);
  const body = masked ? payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : payload;
  const length = chance.pick([
    [payload.length],
    [126, 0xff, 0xff],
    [127, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0],
  ]);
  const [first = 0, ...rest] = length;
  return Buffer.concat([Buffer.from([flags | opcode, (masked ? 0x80 : 0) | first, ...rest]), mask, body]);
};
