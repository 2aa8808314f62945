/** Liveness, and readiness with each dependency by name. */
import { z } from 'zod';
import { type Route, route } from './route.ts';

/** Rejects while the dependency cannot be used. */
export type Check = () => Promise<void>;

const readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.enum(['ok', 'failing'])),
});

/** A check that does not answer counts as failing after this long. */
const PATIENCE_MS = 2000;

const passes = async (check: Check): Promise<'ok' | 'failing'> => {
  const { promise: late, resolve } = Promise.withResolvers<'failing'>();
  const timer = setTimeout(() => resolve('failing'), PATIENCE_MS);
  const asked = check().then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
};

export const healthRoutes = (checks: Readonly<Record<string, Check>>): readonly Route[] => [
  route({
    method: 'GET',
    path: '/healthz',
    tag: 'operations',
    summary: 'The process is alive',
    answers: { 200: z.object({ alive: z.literal(true) }) },
    handle: () => ({ status: 200, body: { alive: true } }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    tag: 'operations',
    summary: 'The process can serve; each dependency by name',
    answers: { 200: readiness, 503: readiness },
    handle: async () => {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
      );
      const ready = results.every(([, state]) => state === 'ok');
      return { status: ready ? 200 : 503, body: { ready, checks: Object.fromEntries(results) } };
    },
  }),
];
