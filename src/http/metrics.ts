/** Figures for Prometheus: counted from the bus and the requests, gauged from the stores when they are asked for. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CASE_STATUSES } from '../domain/case.ts';
import type { CaseEvent } from '../domain/event.ts';
import type { Bus } from '../ports/bus.ts';
import type { CaseIndex } from '../ports/caseIndex.ts';
import { type Route, route } from './route.ts';

export interface Metrics {
  readonly observeRequest: (route: Route, status: number, seconds: number) => void;
  /** One turn of a conversation, from its place in the queue to its end. */
  readonly observeTurn: (seconds: number, failed: boolean) => void;
  readonly routes: readonly Route[];
}

export interface Gauged {
  readonly cases: CaseIndex;
  readonly bus: Bus;
  /** Conversations that are being worked on. */
  readonly turnsRunning: () => number;
  readonly sockets: () => number;
  /** Messages for other channels since the start, by what became of them. */
  readonly deliveries: () => Readonly<Record<string, number>>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const PROMISE_EVENTS: Partial<Record<CaseEvent['type'], string>> = {
  promiseMade: 'made',
  promiseKept: 'kept',
  promiseRenewed: 'renewed',
  promiseReleased: 'released',
  promiseMissed: 'missed',
};

/** News comes at least once: the newest ids are remembered, so that none is counted twice. */
const firstTime = (): ((id: string) => boolean) => {
  const known = new Set<string>();
  return (id) => {
    if (known.has(id)) return false;
    known.add(id);
    const [oldest] = known;
    if (known.size > 5000 && oldest !== undefined) known.delete(oldest);
    return true;
  };
};

/** What happened to cases: promises, tension, events by type. */
const countEvents = (registry: Registry, bus: Bus): void => {
  const registers = [registry];
  const events = new Counter({
    name: 'calmdesk_case_events_total',
    help: 'Things that happened to cases',
    labelNames: ['type'],
    registers,
  });
  const promises = new Counter({
    name: 'calmdesk_promises_total',
    help: 'Promises to customers by what became of them',
    labelNames: ['state'],
    registers,
  });
  const tension = new Histogram({
    name: 'calmdesk_tension',
    help: 'Tension of customer messages, 0 calm to 1 furious',
    buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    registers,
  });
  for (const state of Object.values(PROMISE_EVENTS)) promises.inc({ state }, 0);
  const isNew = firstTime();
  bus.subscribe('event', ({ event }) => {
    if (!isNew(event.id)) return;
    events.inc({ type: event.type });
    const state = PROMISE_EVENTS[event.type];
    if (state) promises.inc({ state });
    if (event.type === 'customerHeard') tension.observe(event.tension);
  });
};

/** How it stands now: returns the way to bring the gauges up to date. */
const gaugeNow = (registry: Registry, of: Gauged): (() => Promise<void>) => {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const cases = gauge('calmdesk_cases', 'Open cases by status', ['status']);
  const queue = gauge('calmdesk_queue_length', 'Cases that wait for a person');
  const orphans = gauge(
    'calmdesk_orphan_cases',
    'Open cases without an owner or an armed deadline; must be 0',
  );
  const deliveries = gauge('calmdesk_deliveries', 'Messages for other channels since the start', ['state']);
  const running = gauge('calmdesk_turns_running', 'Conversations that are being answered');
  const sockets = gauge('calmdesk_sockets', 'Open sockets of customers');
  const memory = gauge('process_resident_memory_bytes', 'Memory of the process');
  const uptime = gauge('calmdesk_uptime_seconds', 'Seconds since the start');
  return async () => {
    const counts = await of.cases.counts();
    for (const status of CASE_STATUSES)
      if (status !== 'closed') cases.set({ status }, counts.byStatus[status] ?? 0);
    queue.set(counts.byStatus.queued ?? 0);
    orphans.set(counts.orphans);
    for (const [state, count] of Object.entries(of.deliveries())) deliveries.set({ state }, count);
    running.set(of.turnsRunning());
    sockets.set(of.sockets());
    memory.set(process.memoryUsage.rss());
    uptime.set(process.uptime());
  };
};

export const createMetrics = (of: Gauged): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'calmdesk_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const turns = new Histogram({
    name: 'calmdesk_turn_seconds',
    help: 'Work on a conversation from its place in the queue to its end',
    labelNames: ['result'],
    buckets: SECONDS,
    registers,
  });
  countEvents(registry, of.bus);
  const refresh = gaugeNow(registry, of);
  return {
    observeRequest: ({ method, path, tag }, status, seconds) =>
      requests.observe({ method, route: tag === 'pages' ? 'page' : path, status }, seconds),
    observeTurn: (seconds, failed) => turns.observe({ result: failed ? 'failed' : 'done' }, seconds),
    routes: [
      route({
        method: 'GET',
        path: '/metrics',
        tag: 'operations',
        summary: 'Figures for Prometheus',
        answers: { 200: 'text/plain, Prometheus exposition format' },
        handle: async () => {
          await refresh();
          const headers = { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' };
          return { status: 200, body: await registry.metrics(), headers };
        },
      }),
    ],
  };
};
