/** The desk's JSON API and live events. */
import type { Deps } from '../../app/deps.ts';
import type { Limits } from '../../http/limits.ts';
import type { Surroundings } from '../../http/requestFacts.ts';
import type { Route } from '../../http/route.ts';
import type { StaffStore } from '../../ports/staff.ts';
import { causeRoutes } from './causeRoutes.ts';
import type { DeskDeps } from './deskDeps.ts';
import { createDeskEvents } from './eventRoutes.ts';
import { readRoutes } from './readRoutes.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { createSessions } from './sessions.ts';
import { settleRoutes } from './settleRoutes.ts';
import { staffRoutes } from './staffRoutes.ts';
import { talkRoutes } from './talkRoutes.ts';

export interface ConsoleOptions {
  readonly deps: Deps;
  readonly staff: StaffStore;
  readonly limits: Limits;
  readonly secret: string;
  readonly surroundings: Surroundings;
}

export interface Console {
  readonly routes: readonly Route[];
  close(): void;
}

export const createConsole = ({ deps, staff, limits, secret, surroundings }: ConsoleOptions): Console => {
  const sessions = createSessions(secret, staff, deps.clock);
  const desk: DeskDeps = { deps, staff, sessions, limits, surroundings };
  const events = createDeskEvents(desk);
  return {
    routes: [
      ...sessionRoutes(desk),
      ...readRoutes(desk),
      ...talkRoutes(desk),
      ...settleRoutes(desk),
      ...causeRoutes(desk),
      ...staffRoutes(desk),
      ...events.routes,
    ],
    close: events.close,
  };
};
