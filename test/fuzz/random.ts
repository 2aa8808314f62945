/** Chance that can be repeated: the same seed makes the same requests. */
export interface Chance {
  /** 0 ≤ n < below */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** Text of up to `most` odd characters. */
  text(most: number): string;
  bytes(most: number): Buffer;
  /** Any JSON value, sometimes deep. */
  json(depth?: number): unknown;
}

const ODD = [
  'a',
  'Z',
  '0',
  ' ',
  '"',
  "'",
  '\\',
  '/',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '%',
  '&',
  '?',
  '#',
  ';',
  ':',
  ',',
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\u0007',
  '\u202e',
  '\ufeff',
  '\ud800',
  '水',
  '壶',
  '😡',
  'é',
  '__proto__',
  'constructor',
  '../',
  '{{7*7}}',
  'null',
  'NaN',
  '-1',
  '1e999',
  "' OR 1=1 --",
  '<script>',
  '\u2028',
];
const VALUES = [null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, '', [], {}];
const KEYS = [
  'type',
  'text',
  'user',
  'id',
  'locale',
  'channelData',
  'clientActivityID',
  'value',
  '__proto__',
  'attachments',
  'from',
];

export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const text = (most: number): string => Array.from({ length: below(most + 1) }, () => pick(ODD)).join('');
  const json = (depth = 3): unknown => {
    const kind = below(depth > 0 ? 6 : 3);
    if (kind < 2) return pick(VALUES);
    if (kind === 2) return text(6);
    if (kind === 3) return Array.from({ length: below(4) }, () => json(depth - 1));
    const entries = Array.from({ length: below(5) }, () => [
      below(3) === 0 ? text(3) : pick(KEYS),
      json(depth - 1),
    ]);
    return Object.fromEntries(entries);
  };
  return {
    below,
    pick,
    text,
    json,
    bytes: (most) => Buffer.from(Array.from({ length: below(most + 1) }, () => below(256))),
  };
};
