/** Several networks as one: their axes stand side by side, and each has its share of every answer. */
import type { GistHead, GistLayers, Question } from './gist.ts';
import { QUESTIONS } from './gist.ts';
import type { Voice } from './gistExample.ts';
import type { LinearModel } from './linear.ts';

/** What is kept in a model file of all voices together. */
export interface Learned {
  readonly space: LinearModel;
  readonly layers: GistLayers;
}

/** A feature's place is told in seven steps along each axis: a text has so many features that their errors even out. */
const MOST_STEPS = 3;

/** The same features in each voice; one step is as long as a point mostly is along an axis. */
function spaceOf(voices: readonly Voice[]): LinearModel {
  const [first] = voices as [Voice];
  const features = Uint32Array.from(first.features);
  const axes = first.points.length / features.length;
  const width = axes * voices.length;
  const squares = voices.reduce(
    (sum, { points }) => points.reduce((all, value) => all + value * value, sum),
    0,
  );
  const step = Math.sqrt(squares / (features.length * width)) || 1;
  const rows = new Int8Array(features.length * width);
  for (const [v, { points }] of voices.entries()) {
    for (let at = 0; at < points.length; at += 1) {
      const steps = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round((points[at] as number) / step)));
      rows[Math.floor(at / axes) * width + v * axes + (at % axes)] = steps;
    }
  }
  return { classes: Array.from({ length: width }, (_, axis) => String(axis)), buckets: features, rows, step };
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
