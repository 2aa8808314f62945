/** The log port over pino: one JSON line per fact, with ids and without personal data. */
import { type DestinationStream, pino } from 'pino';
import type { Log } from '../ports/log.ts';
import { errorFacts } from './maskFacts.ts';

export interface HttpLog extends Log {
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
}

type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export const createLog = (level: Level, to?: DestinationStream): HttpLog =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: errorFacts, err: errorFacts },
    },
    to ?? pino.destination({ fd: 1, sync: false }),
  );
