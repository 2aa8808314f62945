/** Live events for the desk (server-sent events): which case changed. Whoever shows it asks again. */
import { HANDLED, type Route, route } from '../../http/route.ts';
import { SECURITY_HEADERS } from '../../http/securityHeaders.ts';
import type { DeskEvent } from '../../ports/deskApi.ts';
import type { DeskDeps } from './deskDeps.ts';

/** Keeps proxies from closing a quiet stream. */
const BREATH_MS = 20_000;

type Tell = (event: DeskEvent) => void;

const listen = ({ deps }: DeskDeps, tell: Tell): (() => void) => {
  const stops = [
    deps.bus.subscribe('line', ({ line: { conversationId, caseId } }) =>
      tell({ type: 'line', conversationId, ...(caseId ? { caseId } : {}) }),
    ),
    deps.bus.subscribe('event', ({ event: { caseId } }) => tell({ type: 'case', caseId })),
    deps.bus.subscribe('typing', ({ conversationId, from }) => {
      if (from === 'customer') tell({ type: 'typing', conversationId });
    }),
    deps.bus.subscribe('erased', ({ conversationId }) => tell({ type: 'erased', conversationId })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

export interface DeskEvents {
  readonly routes: readonly Route[];
  /** Ends all streams; the pages connect again by themselves. */
  close(): void;
}

export const createDeskEvents = (desk: DeskDeps): DeskEvents => {
  const open = new Set<() => void>();
  const events = route({
    method: 'GET',
    path: '/api/desk/events',
    tag: 'desk',
    summary: 'Live events: text/event-stream, each `data` a JSON object {type, conversationId, caseId?}',
    security: 'session',
    answers: { 200: 'text/event-stream' },
    handle: async (call): Promise<typeof HANDLED> => {
      await desk.sessions.staffOf(call);
      const { res } = call;
      res.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      res.write('retry: 1500\n\n');
      const stop = listen(desk, (event) => res.write(`data: ${JSON.stringify(event)}\n\n`));
      const breath = setInterval(() => res.write(': \n\n'), BREATH_MS);
      breath.unref();
      const end = () => res.end();
      open.add(end);
      res.once('close', () => {
        open.delete(end);
        clearInterval(breath);
        stop();
      });
      return HANDLED;
    },
  });
  return {
    routes: [events],
    close: () => {
      for (const end of open) end();
    },
  };
};
