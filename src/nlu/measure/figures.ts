/** All figures of one recogniser on a list of rows, under names that floors can be set for. */
import { SLOT_FIELDS, type Slots } from '../../domain/reading.ts';
import type { Reading, Understanding } from '../../ports/understanding.ts';
import type { Row } from './rows.ts';
import type { Guess } from './score.ts';
import { ratesOf, scoreOf } from './score.ts';

export interface Judged {
  readonly row: Row;
  readonly reading: Reading;
}

export type Figures = Readonly<Record<string, number>>;

export function judge(understanding: Understanding, rows: readonly Row[]): Judged[] {
  return rows.map((row) => ({ row, reading: understanding.understand(row) }));
}

const GRAVE = new Set(['safety', 'legal', 'media', 'regulator']);
const KINDS_OF_ROW = ['in-domain', 'mixed', 'long', 'zh-tw', 'en', 'adversarial'];

export function causeGuesses(judged: readonly Judged[]): Guess[] {
  return judged
    .filter(({ row }) => row.group !== undefined && row.group !== 'none')
    .map(({ row, reading }) => ({
      truth: row.group ?? '',
      guess: reading.cause?.group ?? 'none',
      confidence: reading.cause?.confidence ?? 0,
    }));
}

export function subGuesses(judged: readonly Judged[]): Guess[] {
  return judged
    .filter(({ row }) => row.sub !== undefined && row.group !== 'none')
    .map(({ row, reading }) => ({
      truth: `${row.group}.${row.sub}`,
      guess: reading.cause === undefined ? 'none' : `${reading.cause.group}.${reading.cause.sub}`,
    }));
}

export function guesses(
  judged: readonly Judged[],
  truth: (row: Row) => string | undefined,
  guess: (reading: Reading) => string,
): Guess[] {
  return judged.flatMap(({ row, reading }) => {
    const meant = truth(row);
    return meant === undefined ? [] : [{ truth: meant, guess: guess(reading) }];
  });
}

function sameTime(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || (b !== undefined && Date.parse(a) === Date.parse(b));
}

type Filled = Partial<Slots>;

/** Right by the exact span of the customer's words. */
export function rightSpan(name: keyof Slots, want: Filled, got: Slots): boolean {
  if (name === 'when') return want.when?.text === got.when?.text;
  if (name === 'amount') return rightValue(name, want, got);
  return want[name] === got[name];
}

/** Right by what it stands for: the instants of a time, the value of an amount. */
export function rightValue(name: keyof Slots, want: Filled, got: Slots): boolean {
  if (name === 'when')
    return sameTime(want.when?.from, got.when?.from) && sameTime(want.when?.to, got.when?.to);
  if (name === 'amount')
    return want.amount?.value === got.amount?.value && want.amount?.currency === got.amount?.currency;
  return want[name] === got[name];
}

export interface SlotScore {
  readonly name: keyof Slots;
  readonly rows: number;
  readonly span: number;
  readonly value: number;
  /** Share of the rows in which at least a part of the right words was found. */
  readonly touched: number;
  /** Of what was found in completely marked rows, the share that is there; nothing where no row is. */
  readonly there: number | undefined;
}

/** What a slot says, in words. */
function wordsOf(slots: Filled, name: keyof Slots): string {
  const value = slots[name];
  return typeof value === 'object' ? JSON.stringify(value) : (value ?? '');
}

function touches(name: keyof Slots, want: Filled, got: Slots): boolean {
  if (rightValue(name, want, got)) return true;
  const [a, b] = [want, got].map((slots) =>
    name === 'when' ? (slots.when?.text ?? '') : wordsOf(slots, name),
  );
  return a !== '' && b !== '' && a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}

function thereIn(judged: readonly Judged[], name: keyof Slots): number | undefined {
  const found = judged.filter(({ row, reading }) => row.complete && reading.slots[name] !== undefined);
  if (found.length === 0) return undefined;
  return found.filter(({ row }) => row.slots?.[name] !== undefined).length / found.length;
}

export function slotScores(judged: readonly Judged[]): SlotScore[] {
  return SLOT_FIELDS.flatMap((name) => {
    const asked = judged.filter(({ row }) => row.slots?.[name] !== undefined);
    if (asked.length === 0) return [];
    const share = (right: (name: keyof Slots, want: Filled, got: Slots) => boolean): number =>
      asked.filter(({ row, reading }) => right(name, row.slots ?? {}, reading.slots)).length / asked.length;
    return [
      {
        name,
        rows: asked.length,
        span: share(rightSpan),
        value: share(rightValue),
        touched: share(touches),
        there: thereIn(judged, name),
      },
    ];
  });
}

function accuracy(list: readonly Guess[]): number {
  return scoreOf(list).accuracy;
}

/** How well a wish for a person is heard. */
export function wishFigures(judged: readonly Judged[]): Figures {
  const said = guesses(judged, humanTruth, (reading) => String(reading.intent === 'human'));
  const { recall, precision } = ratesOf(said, 'true');
  return { 'human.recall': recall, 'human.precision': precision };
}

/** Figures by name; a figure whose rows are missing is left out. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const figures: Record<string, number> = {};
  for (const set of KINDS_OF_ROW) {
    const list = causeGuesses(judged.filter(({ row }) => row.set === set));
    if (list.length > 0) figures[`cause.${set}`] = accuracy(list);
  }
  figures['cause.sub'] = accuracy(subGuesses(judged));
  const plain = judged.filter(({ row }) => row.group === 'none');
  figures['cause.none'] =
    plain.filter(({ reading }) => reading.cause === undefined).length / (plain.length || 1);
  Object.assign(figures, wishFigures(judged));
  figures.intent = accuracy(
    guesses(
      judged,
      (row) => row.intent,
      (reading) => reading.intent,
    ),
  );
  const grave = judged.filter(({ row }) => GRAVE.has(row.severity ?? ''));
  figures['severity.recall'] =
    grave.filter(({ reading }) => GRAVE.has(reading.severity)).length / (grave.length || 1);
  figures['severity.exact'] =
    grave.filter(({ row, reading }) => row.severity === reading.severity).length / (grave.length || 1);
  figures.emotion = accuracy(
    guesses(
      judged,
      (row) => row.emotion,
      (reading) => reading.emotion,
    ),
  );
  figures.trend = accuracy(
    guesses(
      judged,
      (row) => row.trend,
      (reading) => reading.trend,
    ),
  );
  for (const { name, span, value } of slotScores(judged)) figures[`slots.${name}`] = Math.min(span, value);
  return figures;
}

export function humanTruth(row: Row): string | undefined {
  if (row.human !== undefined) return String(row.human);
  return row.intent === undefined ? undefined : String(row.intent === 'human');
}

/** Names of the figures that are below their floor. */
export function fallen(figures: Figures, floors: Figures): string[] {
  return Object.entries(floors)
    .filter(([name, floor]) => (figures[name] ?? 0) < floor)
    .map(([name]) => name);
}
