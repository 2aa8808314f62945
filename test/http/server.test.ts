/** The HTTP server by itself: headers, errors, pages, figures, the log. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { Fault } from '../../src/domain/fault.ts';
import { acceptLanguage } from '../../src/http/acceptLanguage.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { createLimits } from '../../src/http/limits.ts';
import { createLog } from '../../src/http/log.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { openApiRoute } from '../../src/http/openapi.ts';
import { Problem } from '../../src/http/problem.ts';
import { type Route, route } from '../../src/http/route.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { staticPages } from '../../src/http/staticPages.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { createWording } from '../../src/wording/wordings.ts';

const wording = createWording(join(import.meta.dirname, '..', '..', 'locales'));

const serve = async (
  routes: readonly Route[],
  options: { readonly trustProxy?: number; readonly publicUrl?: string; readonly origins?: string[] } = {},
) => {
  const logged: string[] = [];
  const server = createHttpServer({
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    limits: createLimits(1),
    wording,
    defaultLocale: 'en',
    origins: options.origins ?? [],
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy ?? 0,
    stopping: () => false,
  });
  server.mount([...routes, openApiRoute(() => server.routes, '1.2.3')]);
  const { port } = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.close(0));
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { ask, logged };
};

const echo = route({
  method: 'POST',
  path: '/echo/:name',
  tag: 'test',
  summary: 'Says it back',
  body: z.object({ text: z.string().max(10), deep: z.object({ n: z.number() }).optional() }),
  query: z.object({ times: z.string().regex(/^\d$/).optional() }),
  answers: { 200: z.object({ text: z.string() }) },
  handle: ({ body, params, query, address, origin }) => ({
    status: 200,
    body: { text: body.text, name: params.name, times: query.times, address, origin },
  }),
});
const throwing = (error: unknown): Route =>
  route({
    method: 'GET',
    path: '/throw',
    tag: 'test',
    summary: 'Fails',
    answers: { 200: 'never' },
    handle: () => {
      throw error;
    },
  });
const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body,
});
const codeOf = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;

describe('a request', () => {
  it('is checked by the schemas of its route', async () => {
    const { ask } = await serve([echo]);
    const answer = await ask('/echo/li?times=3', post('{"text":"hi"}'));
    expect(await answer.json()).toMatchObject({ text: 'hi', name: 'li', times: '3' });
    expect(await codeOf(await ask('/echo/li?times=x', post('{"text":"hi"}')))).toBe('400 query-invalid');
    const wrong = await ask('/echo/li', post('{"text":"hi","deep":{"n":"x"}}'));
    expect(await wrong.json()).toMatchObject({
      error: { code: 'body-invalid', details: { field: 'deep.n' } },
    });
    expect(await codeOf(await ask('/echo/li', post('{')))).toBe('400 json-invalid');
    expect(await codeOf(await ask('/echo/li', post('{}', { 'Content-Type': 'text/plain' })))).toBe(
      '415 media-type',
    );
    expect(await codeOf(await ask('/echo/li', post(`{"text":"${'x'.repeat(300_000)}"}`)))).toBe(
      '413 body-too-large',
    );
    expect(await codeOf(await ask('/nowhere'))).toBe('404 not-found');
    const method = await ask('/echo/li', { method: 'DELETE' });
    expect(method.headers.get('allow')).toContain('POST');
    expect(await codeOf(method)).toBe('405 method-not-allowed');
  });

  it('from behind a proxy is counted for its own address only where the proxy is trusted', async () => {
    const headers = { 'X-Forwarded-For': '6.6.6.6, 203.0.113.9', 'X-Forwarded-Proto': 'https' };
    const direct = await serve([echo]);
    const seen = async ({ ask }: typeof direct) =>
      (await (await ask('/echo/x', post('{"text":"hi"}', headers))).json()) as {
        address: string;
        origin: string;
      };
    expect((await seen(direct)).address).toBe('127.0.0.1');
    expect((await seen(direct)).origin).toMatch(/^http:/);
    const proxied = await serve([echo], { trustProxy: 1 });
    expect((await seen(proxied)).address).toBe('203.0.113.9');
    expect((await seen(proxied)).origin).toMatch(/^https:/);
    const named = await serve([echo], { publicUrl: 'https://chat.shop.example' });
    expect((await seen(named)).origin).toBe('https://chat.shop.example');
  });

  it('carries headers that keep a browser from guessing, framing and telling', async () => {
    const { ask } = await serve([echo]);
    const { headers } = await ask('/echo/x', post('{"text":"hi"}'));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(headers.get('server')).toBeNull();
  });
});

it('pages of a named site may use Direct Line, others and other addresses not', async () => {
  const open = { ...throwing(new Problem('token-missing')), path: '/v3/directline/x' };
  const { ask } = await serve([open, echo], { origins: ['https://shop.example'] });
  const allowed = async (path: string, Origin: string, method = 'GET') =>
    (await ask(path, { method, headers: { Origin } })).headers.get('access-control-allow-origin');
  expect(await allowed('/v3/directline/x', 'https://shop.example')).toBe('https://shop.example');
  const question = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST' };
  const answer = await ask('/v3/directline/x', { method: 'OPTIONS', headers: question });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-headers')).toContain('Authorization');
  expect(await allowed('/v3/directline/x', 'https://evil.example')).toBeNull();
  expect(await allowed('/echo/x', 'https://shop.example')).toBeNull();
});

describe('what goes wrong inside', () => {
  it('is a 500 without its reason, and the reason is in the log under the request’s id', async () => {
    const { ask, logged } = await serve([throwing(new Error('the secret reason, call 13800138000'))]);
    const answer = await ask('/throw');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret');
    const line = logged.find((one) => one.includes('request failed')) ?? '';
    expect(line).toContain(answer.headers.get('x-request-id'));
    expect(line).toContain('the secret reason, call [11 digits]');
    expect(line).not.toContain('13800138000');
  });

  it('is told as what it is where the client can do something', async () => {
    const told = async (error: unknown) => codeOf(await (await serve([throwing(error)])).ask('/throw'));
    expect(await told(new Fault('conversation-erased', 'x'))).toBe('404 conversation-unknown');
    expect(await told(new Fault('store-busy', 'x'))).toBe('503 unavailable');
    expect(await told(new Problem('not-permitted'))).toBe('403 not-permitted');
  });
});

it('the log of a request has ids and never what was sent', async () => {
  const { ask, logged } = await serve([echo]);
  await ask('/echo/%E7%8E%8B?times=3', post('{"text":"我叫王小明"}', { Authorization: 'Bearer abcdef' }));
  await ask('/echo/%E7%8E%8B?times=secret', post('{"text":"王"}'));
  const all = logged.join('');
  expect(all).toContain('"route":"/echo/:name"');
  expect(all).not.toMatch(/王|%E7|secret|abcdef/);
});

describe('the pages', () => {
  const site = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'calmdesk-pages-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, 'desk'));
    writeFileSync(join(folder, 'index.html'), '<h1>chat</h1>');
    writeFileSync(join(folder, 'desk', 'index.html'), '<h1>desk</h1>');
    writeFileSync(join(folder, 'widget.js'), '1;');
    writeFileSync(join(folder, 'assets', 'a-1.js'), 'let a;'.repeat(100));
    return folder;
  };

  it('are served with a strict policy; others may frame the chat, never the desk', async () => {
    const { ask } = await serve(staticPages({ folder: site(), framedBy: ['https://shop.example'] }));
    const policy = async (path: string) => (await ask(path)).headers.get('content-security-policy');
    expect(await (await ask('/')).text()).toBe('<h1>chat</h1>');
    expect(await policy('/')).toContain('frame-ancestors https://shop.example');
    expect(await policy('/')).not.toContain('unsafe');
    expect(await policy('/desk')).toContain("frame-ancestors 'none'");
    expect((await ask('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await ask('/assets/a-1.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/../package.json')).status).toBe(404);
    expect((await ask('/assets/..%2f..%2fetc')).status).toBe(404);
  });

  it('are compressed, answered to HEAD, and not sent again unchanged', async () => {
    const { ask } = await serve(staticPages({ folder: site(), framedBy: [] }));
    const answer = await ask('/assets/a-1.js', { headers: { 'Accept-Encoding': 'identity' } });
    const packed = await ask('/assets/a-1.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(100);
    expect(await packed.text()).toBe(await answer.text());
    const head = await ask('/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const etag = answer.headers.get('etag') ?? '';
    expect((await ask('/assets/a-1.js', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });
});

describe('operations', () => {
  it('readiness names what fails', async () => {
    let works = false;
    const broken = async () => {
      if (!works) throw new Error('no disk');
    };
    const { ask } = await serve(healthRoutes({ storage: broken, process: async () => {} }));
    const answer = await ask('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false, checks: { storage: 'failing', process: 'ok' } });
    expect((await ask('/healthz')).status).toBe(200);
    works = true;
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('figures count promises and tension once per event, and show orphans', async () => {
    const bus = createMemoryBus();
    const { cases } = createMemoryStores();
    const gauged = { cases, bus, turnsRunning: () => 2, sockets: () => 3, deliveries: () => ({ sent: 4 }) };
    const metrics = createMetrics(gauged);
    const { ask } = await serve(metrics.routes);
    metrics.observeTurn(0.02, false);
    const rest = {
      caseId: 'c',
      version: 1,
      origin: 'o',
      by: { kind: 'bot' },
      at: '2026-01-05T02:00:00.000Z',
    } as const;
    const kept = { ...rest, id: 'o:1', type: 'promiseKept', promiseId: 'p' } as const;
    const heard = {
      ...rest,
      id: 'o:2',
      type: 'customerHeard',
      tension: 0.8,
      emotion: 'angry',
      trend: 'steady',
    } as const;
    for (const event of [kept, kept, heard]) await bus.publish({ topic: 'event', event });
    const text = await (await ask('/metrics')).text();
    for (const line of [
      'calmdesk_orphan_cases 0',
      'calmdesk_queue_length 0',
      'calmdesk_promises_total{state="kept"} 1',
      'calmdesk_tension_sum 0.8',
      'calmdesk_turn_seconds_count{result="done"} 1',
      'calmdesk_deliveries{state="sent"} 4',
      'calmdesk_sockets 3',
      'calmdesk_turns_running 2',
    ])
      expect(text).toContain(line);
  });

  it('the document describes each route by the schemas that check it', async () => {
    const { ask } = await serve([echo]);
    const document = await (await ask('/api/openapi.json')).json();
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      paths: {
        '/echo/{name}': {
          post: {
            parameters: [
              { name: 'name', in: 'path', required: true },
              { name: 'times', in: 'query', required: false },
            ],
            requestBody: { content: { 'application/json': { schema: { required: ['text'] } } } },
          },
        },
      },
    });
  });
});

it('the reader’s language is the best liked that we speak', () => {
  expect(acceptLanguage('zh-HK', 'en')).toBe('zh-TW');
  expect(acceptLanguage('zh', 'en')).toBe('zh-CN');
  expect(acceptLanguage('en;q=0.3, zh-Hant;q=0.9', 'en')).toBe('zh-TW');
  expect(acceptLanguage('fr, de', 'zh-CN')).toBe('zh-CN');
  expect(acceptLanguage(undefined, 'zh-TW')).toBe('zh-TW');
});
