/** What holds after every line of every conversation, whatever it is about (README.md, "What always holds"). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Case } from '../../../src/domain/case.ts';
import { openPromises } from '../../../src/domain/promises.ts';
import type { House } from './house.ts';
import type { Seen, Talk } from './talk.ts';

const SENTENCES = resolve(import.meta.dirname, '../../../locales/zh-CN');

const allKeys = (): ReadonlySet<string> => {
  const files = readdirSync(SENTENCES).filter((name) => name.endsWith('.json'));
  return new Set(
    files.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(join(SENTENCES, name), 'utf8'))).map(
        (key) => `${name.slice(0, -5)}.${key}`,
      ),
    ),
  );
};
const KEYS = allKeys();

/** Words that only the desk may read, and names of fields that would carry them. */
const STANCE = /"stance"|"opportunist"|"venting"|\bopportunist\b|"key":|"severity"|"tier"/;

const wireFaults = ({ line, wire }: Seen): readonly string[] => {
  if (line.from.kind === 'customer') return [];
  const faults: string[] = [];
  if (STANCE.test(wire)) faults.push(`a customer could guess how we see them: ${wire}`);
  if (/\{[a-z]+\}/i.test(line.text)) faults.push(`a placeholder is not filled: ${line.text}`);
  const words = wire.match(/[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*/gi) ?? [];
  faults.push(...words.filter((word) => KEYS.has(word)).map((word) => `the locale key ${word} went out`));
  return faults;
};

const twiceRunning = (seen: readonly Seen[]): readonly string[] => {
  const said = seen.filter(({ line }) => line.from.kind === 'bot').map(({ line }) => line.text);
  return said.filter((text, index) => text === said[index - 1]).map((text) => `said twice running: ${text}`);
};

const caseFaults = (current: Case): readonly string[] => {
  const faults: string[] = [];
  const open = openPromises(current);
  if (current.status === 'closed') {
    if (open.length > 0) faults.push('a closed case has an open promise');
    if (current.deadline) faults.push('a closed case has a deadline');
    return faults;
  }
  if (!current.deadline) faults.push('an open case has no deadline');
  if (current.status === 'with-agent' && current.owner.kind !== 'agent') faults.push('nobody owns the case');
  return faults;
};

/** A promise that the customer was never told is none. */
const untold = (current: Case, seen: readonly Seen[]): readonly string[] =>
  current.promises
    .filter(({ told }) => !seen.some(({ line }) => line.text.includes(told) && told !== ''))
    .map(({ kind, told }) => `the promise ${kind} was not told in these words: ${told || '(none)'}`);

/** Lines of the customer that the bot was to answer: it did, once. */
const answerFaults = async (
  house: House,
  talk: Talk,
  owed: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const lines = await talk.record();
  const ids = new Set(lines.map(({ id }) => id));
  const faults = ids.size < lines.length ? ['a line is in the transcript twice'] : [];
  const handled = (await talk.state())?.handled ?? 0;
  for (const { id, seq, from } of lines) {
    if (from.kind !== 'customer') continue;
    const times = house.answers.get(id) ?? 0;
    if (times > 1) faults.push(`the message at ${seq} was answered ${times} times`);
    if (seq > handled) faults.push(`the message at ${seq} was not handled`);
    const replied = lines.some((line) => line.from.kind === 'bot' && line.id.startsWith(`${id}~`));
    if (owed.has(id) && !replied) faults.push(`the message at ${seq} got no answer`);
  }
  return faults;
};

const notesSeen = async (talk: Talk, seen: readonly Seen[]): Promise<readonly string[]> => {
  const notes = (await talk.record()).filter(({ audience }) => audience === 'note');
  return notes
    .filter(({ text }) => seen.some(({ wire }) => wire.includes(text)))
    .map(() => 'a note went out');
};

/** `owed`: lines that came while the bot held the case. */
export const brokenInvariants = async (
  house: House,
  talk: Talk,
  owed: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const seen = await talk.seen();
  const current = await talk.case();
  const { orphans } = await house.deps.cases.counts();
  const erased = house.farewells.has(talk.id);
  return [
    ...house.faults,
    ...seen.flatMap(wireFaults),
    ...twiceRunning(seen),
    ...(current ? [...caseFaults(current), ...(erased ? [] : untold(current, seen))] : []),
    ...(erased ? [] : await answerFaults(house, talk, owed)),
    ...(await notesSeen(talk, seen)),
    ...(orphans > 0 ? [`${orphans} orphans`] : []),
  ];
};
