/** Several networks as one: their axes stand side by side, and each has its share of every answer. */
import type { GistHead, GistLayers, Question } from './gist.ts';
import { QUESTIONS } from './gist.ts';
import type { Voice } from './gistExample.ts';
import type { Points } from './gistSpace.ts';
import { cellOf, MOST_STEPS } from './gistSpace.ts';

/** What is kept in a model file of all voices together. */
export interface Learned {
  readonly space: Points;
  readonly layers: GistLayers;
}

/** Where a place along an axis lies, in whole steps. */
const stepsOf = (place: number, step: number): number =>
  Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(place / step)));

/** The same features in each voice; one step is as long as a point mostly is along an axis. */
function spaceOf(voices: readonly Voice[]): Points {
  const [first] = voices as [Voice];
  const own = first.points.length / first.features.length;
  const axes = own * voices.length;
  const squares = voices.reduce(
    (sum, { points }) => points.reduce((all, value) => all + value * value, sum),
    0,
  );
  const step = Math.sqrt(squares / (first.features.length * axes)) || 1;
  const half = axes / 2;
  const cells = new Uint8Array(first.features.length * half);
  for (let feature = 0; feature < first.features.length; feature += 1) {
    const along = (axis: number): number => {
      const { points } = voices[Math.floor(axis / own)] as Voice;
      return stepsOf(points[feature * own + (axis % own)] as number, step);
    };
    for (let axis = 0; axis < half; axis += 1)
      cells[feature * half + axis] = cellOf(along(axis), along(half + axis));
  }
  return { axes, buckets: Uint32Array.from(first.features), cells, step };
}

const mean = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, i) => lists.reduce((sum, list) => sum + (list[i] as number), 0) / lists.length);

/** The measures of all wholes come first, then those of all strongest clauses; the answer is the mean of the voices'. */
function headOf(heads: readonly GistHead[]): GistHead {
  const [first] = heads as [GistHead];
  const half = (first.weights[0] as readonly number[]).length / 2;
  const share = (list: readonly number[]): number[] => list.map((weight) => weight / heads.length);
  return {
    classes: first.classes,
    weights: first.classes.map((_, c) => [
      ...heads.flatMap(({ weights }) => share((weights[c] as readonly number[]).slice(0, half))),
      ...heads.flatMap(({ weights }) => share((weights[c] as readonly number[]).slice(half))),
    ]),
    bias: mean(heads.map(({ bias }) => bias)),
  };
}

export function oneOf(voices: readonly Voice[]): Learned {
  const layers = voices.map((voice) => voice.layers);
  const head = (name: Question): GistHead => headOf(layers.map(({ heads }) => heads[name]));
  return {
    space: spaceOf(voices),
    layers: {
      whole: layers.flatMap(({ whole }) => whole),
      clause: layers.flatMap(({ clause }) => clause),
      heads: Object.fromEntries(QUESTIONS.map((name) => [name, head(name)])) as GistLayers['heads'],
    },
  };
}
