/** Direct Line 3.0 and the chat page's own addresses, over the verbs of the app. */
import type { Route } from '../../http/route.ts';
import { activityRoutes } from './activityRoutes.ts';
import { chatRoutes } from './chatRoutes.ts';
import { conversationRoutes } from './conversationRoutes.ts';
import type { DirectLineDeps } from './service.ts';
import { createStreams, type Streams } from './streams.ts';
import { createTickets } from './tickets.ts';
import { tokenRoutes } from './tokenRoutes.ts';
import { createTokens } from './tokens.ts';
import { uploadRoutes } from './uploadRoutes.ts';
import { waitingRoute } from './waitingRoute.ts';

export interface DirectLine {
  readonly routes: readonly Route[];
  readonly streams: Streams;
}

export const createDirectLine = (options: Omit<DirectLineDeps, 'tokens' | 'tickets'>): DirectLine => {
  const { clock, ids } = options.deps;
  const line: DirectLineDeps = {
    ...options,
    tokens: createTokens(options.secret, clock),
    tickets: createTickets(options.secret, clock, ids),
  };
  return {
    routes: [
      ...tokenRoutes(line),
      ...conversationRoutes(line),
      ...activityRoutes(line),
      ...uploadRoutes(line),
      ...chatRoutes(line),
      waitingRoute(line),
    ],
    streams: createStreams(line),
  };
};
