/** Publishes committed events and marks them published; what a crash left behind is published at the next tick. */
import type { CaseEvent } from '../domain/event.ts';
import type { Deps } from './deps.ts';

export const publishEvents = async (deps: Deps, events: readonly CaseEvent[]): Promise<void> => {
  if (events.length === 0) return;
  for (const event of events) await deps.bus.publish({ topic: 'event', event });
  await deps.outbox.published(events.map((event) => event.id));
};

export const publishLeftovers = async (deps: Deps, limit = 500): Promise<number> => {
  const left = await deps.outbox.unpublished(limit);
  await publishEvents(deps, left);
  return left.length;
};
