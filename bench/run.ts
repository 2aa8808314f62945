/**
 * `npm run bench [-- --quick] [-- --only turns,search] [-- --webchat bundle]`: the desk beside the floor, rounds interleaved, medians.
 * The floor is what restify and botbuilder cost by themselves (bench/floor/server.ts).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { measureDesk } from './measures/desk.ts';
import { measureGreeting } from './measures/greeting.ts';
import { measureMemory } from './measures/memory.ts';
import { measurePage } from './measures/page.ts';
import { measureFirstAnswer, measureReading, type ReadingFigures } from './measures/reading.ts';
import { measureSearch } from './measures/search.ts';
import { measureTurns, type TurnFigures } from './measures/turns.ts';
import { compare, median, percentile } from './parts/figures.ts';
import { type Figure, report } from './parts/report.ts';
import { startTarget, type TargetName } from './parts/target.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    /** Path of the stock Web Chat bundle. */
    webchat: { type: 'string' },
  },
});
const quick = values.quick;
const rounds = Number(values.rounds);
const FOLDERS = join(tmpdir(), 'calmdesk-bench-');
const TARGETS: readonly TargetName[] = ['floor', 'ours'];

type Both<T> = Readonly<Record<TargetName, T[]>>;

const say = (text: string): void => console.error(text);

/** A fresh process each time, the two in turn, each in the folder of its last start. */
const starts = async (): Promise<readonly Figure[]> => {
  const ready: Both<number> = { floor: [], ours: [] };
  const idle: Both<number> = { floor: [], ours: [] };
  const folders = { floor: mkdtempSync(FOLDERS), ours: mkdtempSync(FOLDERS) };
  // One start each that does not count: the disk's cache, and the code that the desk keeps compiled.
  for (let round = -1; round < rounds; round += 1) {
    for (const name of TARGETS) {
      const target = await startTarget(name, { dataDir: folders[name] });
      await rest(quick ? 500 : 3000);
      if (round >= 0) {
        ready[name].push(target.readyMs);
        idle[name].push(target.rss());
      }
      await target.stop();
    }
    say(`starts ${round + 1}/${rounds}`);
  }
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  const at = { of: 'ratio', at: 'most', value: 1.5 } as const;
  return [
    { name: 'start to ready', unit: 'ms', ...compare(ready.ours, ready.floor), target: at },
    {
      name: 'idle memory (RSS)',
      unit: 'MiB',
      ...compare(idle.ours, idle.floor),
      target: at,
    },
  ];
};

const turns = async (): Promise<readonly Figure[]> => {
  const figures: Both<TurnFigures> = { floor: [], ours: [] };
  const [floor, ours] = [await startTarget('floor'), await startTarget('ours')];
  for (const target of [floor, ours]) await measureTurns(target, quick ? 1 : 3);
  for (let round = 0; round < rounds; round += 1) {
    for (const target of [floor, ours]) {
      const figure = await measureTurns(target, quick ? 2 : 5);
      figures[target.name].push(figure);
      say(
        `turns ${round + 1}/${rounds} ${target.name} ${figure.perSecond.toFixed(0)}/s p99 ${figure.p99.toFixed(0)} ms`,
      );
    }
  }
  await Promise.all([floor.stop(), ours.stop()]);
  const both = (key: keyof TurnFigures) =>
    compare(
      figures.ours.map((one) => one[key]),
      figures.floor.map((one) => one[key]),
    );
  return [
    {
      name: 'turns at 50 connections',
      unit: '/s',
      ...both('perSecond'),
      target: { of: 'ratio', at: 'least', value: 0.7 },
    },
    {
      name: 'server processor time per turn',
      unit: 'ms',
      ...both('cpu'),
      note: 'not moved by what else the machine does',
    },
    { name: 'turn, p50', unit: 'ms', ...both('p50') },
    { name: 'turn, p99', unit: 'ms', ...both('p99'), target: { of: 'ratio', at: 'most', value: 1.5 } },
  ];
};

const memory = async (): Promise<readonly Figure[]> => {
  const thousands = quick ? 2 : 6;
  const floor = await measureMemory('floor', thousands);
  say('memory floor');
  const ours = await measureMemory('ours', thousands);
  say('memory ours');
  return [
    {
      name: '1,000 open conversations',
      unit: 'MiB',
      ours: ours.open,
      floor: floor.open,
      note: 'in use, after a collection',
    },
    {
      name: 'growth per 1,000 conversations',
      unit: 'MiB',
      ours: ours.growth,
      floor: floor.growth,
      target: { of: 'plain', at: 'most', value: 1 },
      note: `slope over ${thousands},000 of 3 turns, after a collection`,
    },
    { name: 'the same, resident', unit: 'MiB', ours: ours.growthRss, floor: floor.growthRss },
  ];
};

const desk = async (): Promise<readonly Figure[]> => {
  const { replies, claimMs, winners, refusals } = await measureDesk(quick ? 200 : 1000, rounds);
  const note = `${rounds} cases: ${winners} winners, ${refusals} refusals`;
  const fair = winners === rounds && refusals === rounds * 99;
  return [
    { name: "agent's line to customer's socket, p50", unit: 'ms', ours: percentile(replies, 50) },
    {
      name: "agent's line to customer's socket, p99",
      unit: 'ms',
      ours: percentile(replies, 99),
      target: { of: 'plain', at: 'most', value: 20 },
    },
    {
      name: '100 agents claim one case',
      unit: 'ms',
      ours: median(claimMs),
      note: 'until the last is answered',
    },
    {
      name: 'claims decided fairly',
      unit: 'of 1',
      ours: fair ? 1 : 0,
      target: { of: 'plain', at: 'least', value: 1 },
      note,
    },
  ];
};

const search = async (): Promise<readonly Figure[]> => {
  const lines = quick ? 50_000 : 1_000_000;
  say(`search: ${lines} lines (made once)`);
  const { p50, p95, worst } = await measureSearch(lines, 600);
  const note = `${lines.toLocaleString('en')} lines; worst ${worst.toFixed(1)} ms`;
  return [
    { name: 'transcript search, p50', unit: 'ms', ours: p50 },
    {
      name: 'transcript search, p95',
      unit: 'ms',
      ours: p95,
      target: { of: 'plain', at: 'most', value: 20 },
      note,
    },
  ];
};

const page = async (): Promise<readonly Figure[]> => {
  const ours = measurePage();
  const note = ours === undefined ? 'not built: npm run build' : 'html, js and css of /, gzip -9';
  return [{ name: 'chat page', unit: 'KiB', ours, target: { of: 'plain', at: 'most', value: 150 }, note }];
};

const greeting = async (): Promise<readonly Figure[]> => {
  const name = 'greeting visible';
  if (!values.webchat)
    return [{ name, unit: 'ms', ours: undefined, note: 'needs --webchat (bench/measures/greeting.ts)' }];
  const { ours, stock } = await measureGreeting(values.webchat, rounds);
  return [
    {
      name,
      unit: 'ms',
      ...compare(ours, stock),
      target: { of: 'ratio', at: 'most', value: 0.5 },
      note: 'floor: the stock Web Chat page',
    },
  ];
};

const reading = async (): Promise<readonly Figure[]> => {
  const sorting: ReadingFigures[] = [];
  const full: ReadingFigures[] = [];
  const first: number[] = [];
  // One start that does not count: the command keeps its code compiled.
  await measureFirstAnswer();
  for (let round = 0; round < rounds; round += 1) {
    first.push(await measureFirstAnswer());
    sorting.push(await measureReading(['--no-slots'], quick ? 1 : 4));
    full.push(await measureReading([], quick ? 1 : 4));
    say(`reading ${round + 1}/${rounds}`);
  }
  const at = (list: readonly ReadingFigures[], key: keyof ReadingFigures) =>
    median(list.map((one) => one[key]));
  const most = (value: number) => ({ of: 'plain', at: 'most', value }) as const;
  return [
    {
      name: 'texts sorted (--no-slots)',
      unit: '/s',
      ours: at(sorting, 'perSecond'),
      target: { of: 'plain', at: 'least', value: 5000 },
      note: 'of processor time; cause, tension, intent, severity',
    },
    { name: 'texts read, with slots', unit: '/s', ours: at(full, 'perSecond'), note: 'of processor time' },
    { name: 'processor time per text, sorted', unit: 'ms', ours: at(sorting, 'perLine'), target: most(0.5) },
    { name: 'processor time per text, with slots', unit: 'ms', ours: at(full, 'perLine') },
    { name: 'first answer of npm run -s understand', unit: 'ms', ours: median(first), target: most(1000) },
    {
      name: 'resident memory, with slots',
      unit: 'MiB',
      ours: at(full, 'rss'),
      note: "Node's own 45 among them",
    },
  ];
};

// An interrupted run ends its servers too (target.ts listens for the exit).
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const MEASURES = { page, reading, greeting, starts, turns, memory, desk, search } as const;

const wanted = values.only?.split(',') ?? Object.keys(MEASURES);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(MEASURES))
  if (wanted.includes(name)) figures.push(...(await measure()));
report(figures, quick);
process.exit(0);
