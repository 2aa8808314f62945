/** Turns phrases into training examples; mixes complaints with praise and plain clauses as real reviews do. */
import type { CauseGroup } from '../domain/cause.ts';
import { CAUSES } from '../domain/cause.ts';
import { clausesOf } from './clauses.ts';
import { featuresOf } from './features.ts';
import type { ClassTree, Example } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { fold } from './normalise.ts';

export interface Labelled {
  readonly text: string;
  readonly right: readonly number[];
  readonly weight: number;
  readonly english: boolean;
  readonly own?: boolean | undefined;
}

export const CAUSE_CLASSES: readonly string[] = Object.entries(CAUSES).flatMap(([group, subs]) =>
  subs.map((sub) => `${group}.${sub}`),
);

/** Every cause shares one node ("a complaint") and one for its group. */
export function causeTree(): ClassTree {
  const groups = Object.keys(CAUSES) as CauseGroup[];
  const first = CAUSE_CLASSES.length;
  return {
    classes: CAUSE_CLASSES,
    parents: CAUSE_CLASSES.map((name) => [
      first,
      first + 1 + groups.findIndex((g) => name.startsWith(`${g}.`)),
    ]),
    nodes: first + 1 + groups.length,
  };
}

export function flatTree(classes: readonly string[]): ClassTree {
  return { classes, parents: classes.map(() => []), nodes: classes.length };
}

/** The classes that a label allows: one sub-cause, a whole group, or none. */
export function rightOf(label: string, classes: readonly string[]): number[] {
  return classes.flatMap((name, i) => (name === label || name.startsWith(`${label}.`) ? [i] : []));
}

export function encode(text: string, lexicon: Lexicon): number[][] {
  return featuresOf(clausesOf(fold(text).text), lexicon);
}

export function toExample(one: Labelled, lexicon: Lexicon): Example {
  return { clauses: encode(one.text, lexicon), right: one.right, weight: one.weight, own: one.own };
}

/** What may stand around a message in one text, in its language. */
export interface Around {
  readonly praise: readonly string[];
  readonly plain: readonly string[];
  /** Words that turn from praise to complaint. */
  readonly turns: readonly string[];
}

export interface Company {
  readonly zh: Around;
  readonly en: Around;
}

const ENDS = /[。.!！?？…]$/;

/** The message among others, in an order that differs from pass to pass. */
export function mixed(one: Labelled, company: Company, most: number, next: () => number): Labelled {
  const { praise, plain, turns } = one.english ? company.en : company.zh;
  const pick = (texts: readonly string[]): string | undefined => texts[Math.floor(next() * texts.length)];
  const before: string[] = [];
  const after: string[] = [];
  const count = 1 + Math.floor(next() * next() * most);
  for (let i = 0; i < count; i += 1) {
    const text = pick(next() < 0.7 ? praise : plain);
    if (text !== undefined) (next() < 0.6 ? before : after).push(text);
  }
  const turn = before.length > 0 && one.right.length > 0 && next() < 0.5 ? (pick(turns) ?? '') : '';
  const complaint = turn === '' ? one.text : `${turn}${one.english ? ' ' : ''}${one.text}`;
  const mark = (): string => (one.english ? (next() < 0.5 ? '. ' : ', ') : next() < 0.6 ? '，' : '。');
  const text = [...before, complaint, ...after].reduce((all, part) => {
    if (all === '') return part;
    return ENDS.test(all) ? `${all}${one.english ? ' ' : ''}${part}` : `${all}${mark()}${part}`;
  }, '');
  return { ...one, text };
}
