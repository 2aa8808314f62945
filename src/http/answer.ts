/** One request through its route: limit, query, body, handler; every error becomes an answer. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodType } from 'zod';
import type { Locale } from '../domain/reading.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Wording } from '../ports/wording.ts';
import { acceptLanguage } from './acceptLanguage.ts';
import type { Limits } from './limits.ts';
import type { HttpLog } from './log.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { isOurFault, problemReply, refusalReply } from './problemReply.ts';
import { DEFAULT_BODY_LIMIT, readJson } from './readBody.ts';
import { addressOf, originOf, type Surroundings } from './requestFacts.ts';
import { type Call, HANDLED, type Route } from './route.ts';
import { send } from './send.ts';

export interface AnswerDeps extends Surroundings {
  readonly log: HttpLog;
  readonly limits: Limits;
  readonly wording: Wording;
  readonly defaultLocale: Locale;
  /** Other sites whose own pages may use Direct Line. */
  readonly origins?: readonly string[];
  /** Called once for each request that reached a route. */
  readonly observe?: (route: Route, status: number, seconds: number) => void;
  /** True while the process finishes its work and takes no new. */
  readonly stopping: () => boolean;
}

const checked = (
  schema: ZodType | undefined,
  value: unknown,
  code: ProblemCode,
  named: Route['problems'] = {},
): unknown => {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Problem(named[field] ?? code, field === '' ? undefined : { field });
};

const bodyOf = async (route: Route, req: IncomingMessage): Promise<unknown> => {
  if (!route.body || route.rawBody) return undefined;
  const value = await readJson(req, route.bodyLimit ?? DEFAULT_BODY_LIMIT);
  return checked(
    route.body,
    value === undefined && route.bodyOptional ? {} : value,
    'body-invalid',
    route.problems,
  );
};

interface Parsed extends IncomingMessage {
  readonly params?: Record<string, string>;
  getUrl(): URL;
}

const OPERATIONS = /^\/(?:healthz|readyz|metrics)$/;

const callOf = async (
  deps: AnswerDeps,
  route: Route,
  from: Pick<Call, 'req' | 'res' | 'requestId' | 'locale' | 'note'>,
): Promise<Call> => {
  const req = from.req as Parsed;
  const address = addressOf(req, deps);
  if (deps.stopping() && !OPERATIONS.test(route.path))
    throw new Problem('stopping', undefined, { 'Retry-After': '2', Connection: 'close' });
  await deps.limits.take('request', address);
  const query = checked(route.query, Object.fromEntries(req.getUrl().searchParams), 'query-invalid');
  const body = await bodyOf(route, req);
  return { ...from, params: req.params ?? {}, query, body, address, origin: originOf(req, deps) };
};

const run = async (deps: AnswerDeps, route: Route, call: Call): Promise<void> => {
  const { res, requestId, locale } = call;
  const reply = await route.handle(call);
  if (reply === HANDLED) return;
  send(res, requestId, isRefusal(reply) ? refusalReply(deps.wording, locale, reply) : reply);
};

/** Never rejects. */
export const answer = async (
  deps: AnswerDeps,
  route: Route,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const began = performance.now();
  const requestId = randomUUID();
  const facts: Record<string, string | number> = { requestId, method: req.method ?? '', route: route.path };
  const locale = acceptLanguage(req.headers['accept-language'], deps.defaultLocale);
  try {
    const note = (more: Readonly<Record<string, string | number>>) => void Object.assign(facts, more);
    const call = await callOf(deps, route, { req, res, requestId, locale, note });
    await run(deps, route, call);
  } catch (error) {
    if (isOurFault(error)) deps.log.error({ ...facts, error }, 'request failed');
    if (res.headersSent) res.destroy();
    else send(res, requestId, problemReply(deps.wording, locale, error));
  }
  const seconds = (performance.now() - began) / 1000;
  const done = { ...facts, status: res.statusCode, ms: Math.round(seconds * 1000) };
  if (res.statusCode >= 400) deps.log.info(done, 'request refused');
  else deps.log.debug(done, 'request answered');
  deps.observe?.(route, res.statusCode, seconds);
};
