/** The HTTP server: restify routes, sockets, one shape of error, and a stop that lets requests finish. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { acceptLanguage } from './acceptLanguage.ts';
import { type AnswerDeps, answer } from './answer.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { problemReply } from './problemReply.ts';
import type { Method, Route } from './route.ts';
import { send } from './send.ts';

export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

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

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.once('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const addUpgrades = (
  node: NodeServer,
  upgrades: readonly (readonly [(path: string) => boolean, Upgrade])[],
) => {
  // A client that merely offers HTTP/2 (curl --http2) is served as usual.
  Object.assign(node, {
    shouldUpgradeCallback: (req: IncomingMessage) => req.headers.upgrade?.toLowerCase() === 'websocket',
  });
  node.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (req.url ?? '').split('?')[0] ?? '';
    const upgrade = upgrades.find(([matches]) => matches(path))?.[1];
    if (!isReadable(req)) refuseUpgrade(socket, '400 Bad Request');
    else if (upgrade) upgrade(req, socket, head);
    else refuseUpgrade(socket, '404 Not Found');
  });
};

export const createHttpServer = (deps: AnswerDeps): HttpServer => {
  // biome-ignore lint/suspicious/noExplicitAny: the declared logger type is that of an older restify
  const server = restify.createServer({ name: '', log: QUIET as any });
  const node: NodeServer = server.server;
  const routes: Route[] = [];
  const upgrades: [(path: string) => boolean, Upgrade][] = [];
  const refuse = (req: IncomingMessage, res: ServerResponse, problem: Problem) => {
    const locale = acceptLanguage(req.headers['accept-language'], deps.defaultLocale);
    send(res, randomUUID(), problemReply(deps.wording, locale, problem));
    Object.assign(res, { _sent: true });
  };
  Object.assign(server, {
    firstChain: [
      (req: IncomingMessage, res: ServerResponse) => {
        if (isReadable(req)) return true;
        refuse(req, res, new Problem('bad-request', undefined, { Connection: 'close' }));
        return false;
      },
    ],
  });
  server.on('restifyError', (req, res, error: { statusCode?: number }, done: () => void) => {
    const code = codeOf(error?.statusCode);
    if (code === 'internal-error') deps.log.error({ error }, 'restify failed');
    refuse(req, res, new Problem(code));
    done();
  });
  addUpgrades(node, upgrades);
  node.requestTimeout = 120_000;
  node.headersTimeout = 20_000;
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
    onUpgrade: (matches, upgrade) => void upgrades.push([matches, upgrade]),
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        node.once('error', reject);
        node.listen(port, host, () => {
          node.off('error', reject);
          resolve(node.address() as AddressInfo);
        });
      }),
    close: (graceMs) =>
      new Promise((resolve) => {
        const force = setTimeout(() => node.closeAllConnections(), graceMs);
        node.close(() => {
          clearTimeout(force);
          resolve();
        });
      }),
  };
};
