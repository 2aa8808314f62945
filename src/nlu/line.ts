/** One input line of `npm run understand`, checked by hand so that the command starts fast. */
import type { Locale } from '../domain/reading.ts';
import { LOCALES } from '../domain/reading.ts';
import type { Utterance } from '../ports/understanding.ts';

export type Line = ({ id: unknown } & Utterance) | { id: unknown; error: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(row: Record<string, unknown>): string | undefined {
  if (typeof row.text !== 'string') return 'text is missing or not a string';
  if (row.lang !== undefined && !LOCALES.includes(row.lang as Locale))
    return `lang must be one of ${LOCALES.join(', ')}`;
  if (row.at !== undefined && (typeof row.at !== 'string' || Number.isNaN(Date.parse(row.at))))
    return 'at is not an ISO 8601 time';
  if (row.turns !== undefined && !(Array.isArray(row.turns) && row.turns.every((t) => typeof t === 'string')))
    return 'turns must be a list of strings';
  return undefined;
}

export function parseLine(line: string): Line {
  const row = parse(line);
  if (row === undefined) return { id: null, error: 'not a JSON object' };
  const id = row.id ?? null;
  const fault = faultOf(row);
  if (fault !== undefined) return { id, error: fault };
  const { text, lang, at, turns } = row as unknown as Utterance;
  return {
    id,
    text,
    ...(lang === undefined ? {} : { lang }),
    ...(at === undefined ? {} : { at }),
    ...(turns === undefined ? {} : { turns }),
  };
}
