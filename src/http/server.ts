/** The HTTP server: restify routes, sockets, one shape of error, and a stop that lets requests finish. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { acceptLanguage } from './acceptLanguage.ts';
import { type AnswerDeps, answer } from './answer.ts';
import { shareWith } from './cors.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { problemReply } from './problemReply.ts';
import type { Method, Route } from './route.ts';
import { send } from './send.ts';
import { acceptUpgrades, type Upgrade } from './upgrades.ts';

export interface HttpServer {
  /** Adds routes; each GET is also answered to HEAD. */
  mount(routes: readonly Route[]): void;
  /** Everything mounted, for the OpenAPI document. */
  readonly routes: readonly Route[];
  /** Web sockets whose path `matches`. */
  onUpgrade(matches: (path: string) => boolean, upgrade: Upgrade): void;
  listen(port: number, host: string): Promise<AddressInfo>;
  /** No new connections; resolves when the last request is over, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** restify wants a logger of pino's kind; requests are logged in answer.ts. */
const QUIET = { trace: () => false, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const REGISTER: Readonly<Record<Method, 'get' | 'head' | 'post' | 'put' | 'patch' | 'del'>> = {
  GET: 'get',
  HEAD: 'head',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
};

const codeOf = (status: unknown): ProblemCode => {
  if (status === 404) return 'not-found';
  if (status === 405) return 'method-not-allowed';
  return typeof status === 'number' && status < 500 ? 'bad-request' : 'internal-error';
};

/** Address or Host header that is no URL: restify would throw far from any handler. */
const isReadable = (req: IncomingMessage): boolean =>
  URL.canParse(`http://${req.headers.host ?? 'localhost'}${req.url?.startsWith('/') ? req.url : '/'}`) &&
  /^[\w.:[\]-]*$/.test(req.headers.host ?? '') &&
  (req.url?.startsWith('/') ?? false);

type Handler = (req: IncomingMessage, res: ServerResponse, next: (stop?: boolean) => void) => void;

/** One shape of error also for what never reaches a route. */
const refuser = (deps: AnswerDeps) => (req: IncomingMessage, res: ServerResponse, problem: Problem) => {
  const locale = acceptLanguage(req.headers['accept-language'], deps.defaultLocale);
  send(res, randomUUID(), problemReply(deps.wording, locale, problem));
  Object.assign(res, { _sent: true });
};

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP never becomes a request; it is answered on the bare socket. */
const answerUnreadable = (deps: AnswerDeps, node: NodeServer): void => {
  node.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const { body } = problemReply(deps.wording, deps.defaultLocale, new Problem('bad-request'));
    const text = JSON.stringify(body);
    const head = [
      `HTTP/1.1 ${UNREADABLE[error.code ?? ''] ?? '400 Bad Request'}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Connection: close',
    ];
    return socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  });
};

const createRestify = (deps: AnswerDeps): restify.Server => {
  // biome-ignore lint/suspicious/noExplicitAny: the declared logger type is that of an older restify
  const server = restify.createServer({ name: '', log: QUIET as any });
  const refuse = refuser(deps);
  const share = shareWith(deps.origins ?? []);
  const guard = (req: IncomingMessage, res: ServerResponse): boolean => {
    if (isReadable(req)) return !share(req, res);
    refuse(req, res, new Problem('bad-request', undefined, { Connection: 'close' }));
    return false;
  };
  Object.assign(server, { firstChain: [guard] });
  server.on('restifyError', (req, res, error: { statusCode?: number }, done: () => void) => {
    const code = codeOf(error?.statusCode);
    if (code === 'internal-error') deps.log.error({ error }, 'restify failed');
    refuse(req, res, new Problem(code));
    done();
  });
  // restify repeats the node server's errors; `listen` hears the original.
  server.on('error', () => {});
  answerUnreadable(deps, server.server);
  server.server.requestTimeout = 120_000;
  server.server.headersTimeout = 20_000;
  return server;
};

const listen = (node: NodeServer, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    node.once('error', reject);
    node.listen(port, host, () => {
      node.off('error', reject);
      resolve(node.address() as AddressInfo);
    });
  });

const close = (node: NodeServer, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => node.closeAllConnections(), graceMs);
    node.close(() => {
      clearTimeout(force);
      resolve();
    });
  });

export const createHttpServer = (deps: AnswerDeps): HttpServer => {
  const server = createRestify(deps);
  const node: NodeServer = server.server;
  const routes: Route[] = [];
  const mount = (route: Route): void => {
    routes.push(route);
    const handle: Handler = (req, res, next) => {
      void answer(deps, route, req, res).then(() => next(false));
    };
    server[REGISTER[route.method]](route.path, handle as never);
    if (route.method === 'GET') server.head(route.path, handle as never);
  };
  return {
    mount: (more) => more.forEach(mount),
    routes,
    onUpgrade: acceptUpgrades(node, isReadable),
    listen: (port, host) => listen(node, port, host),
    close: (graceMs) => close(node, graceMs),
  };
};
