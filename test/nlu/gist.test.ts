import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BucketIndex } from '../../src/nlu/bucketIndex.ts';
import { encode } from '../../src/nlu/examples.ts';
import { Gist } from '../../src/nlu/gist.ts';
import { cellOf, GistSpace } from '../../src/nlu/gistSpace.ts';
import { GIST_RECIPE, learnGist } from '../../src/nlu/gistTraining.ts';
import type { Learned } from '../../src/nlu/gistVoices.ts';
import { voicesOf } from '../../src/nlu/learn.ts';
import { readLexicon } from '../../src/nlu/lexicon.ts';
import { softmax } from '../../src/nlu/linear.ts';
import type { Material } from '../../src/nlu/material.ts';
import { readModel, writeModel } from '../../src/nlu/modelFile.ts';

const lexicon = readLexicon(join(import.meta.dirname, '../../locales'));
const said = (label: string, texts: readonly string[], own = false) =>
  texts.map((text) => ({ text, label, lang: 'en' as const, ...(own ? { own: true } : {}) }));

/** A shop so small that it learns in a moment. */
const material: Material = {
  cause: [
    ...said('product.quality', [
      'the soup was cold',
      'my bread was stale',
      'stale cake again',
      'cold rice again',
    ]),
    ...said('service.attitude', [
      'a rude waiter',
      'the waiter was rude to us',
      'rude staff',
      'your staff was rude',
    ]),
    ...said('product.quality', ['so loud in here']),
    ...said('environment.comfort', ['so loud in here'], true),
  ],
  intent: [
    ...said('human', ['let me talk to a person', 'a person please', 'is there a person', 'get me a person']),
    ...said('not-human', ['a table for one', 'the waiter was a kind one', 'table by the window']),
    ...said('praise', ['lovely cake', 'we loved the cake', 'lovely evening', 'kind waiter']),
    ...said('inform', ['yesterday at three', 'table seven', 'the blue one']),
  ],
  severity: [
    ...said('safety', ['my son got burned', 'she was burned by the soup']),
    ...said('none', ['burned out of ideas']),
  ],
  plain: [],
  emotion: [],
  remedy: [],
  reports: [],
  groups: [],
};
const recipe = { ...GIST_RECIPE, epochs: 60, rarest: 2, batch: 8, rate: 0.01 };
const learned = learnGist(material, lexicon, recipe);

function ask(
  { space, layers }: Learned,
  text: string,
): Gist['classes'] & { scores: ReturnType<Gist['answers']> } {
  const gist = new Gist(layers);
  const places = new GistSpace(space);
  const placed = encode(text, lexicon).map((clause) => ({
    point: places.place(clause),
    size: clause.length,
  }));
  return { ...gist.classes, scores: gist.answers(placed) };
}

const folder = mkdtempSync(join(tmpdir(), 'calmdesk-gist-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the gist of a text', () => {
  it('tells who wants a person from who only speaks of one', () => {
    const wish = softmax(ask(learned, 'can I talk to a person').scores.human)[0] ?? 0;
    const none = softmax(ask(learned, 'a table for one by the window').scores.human)[0] ?? 1;
    expect(wish).toBeGreaterThan(0.5);
    expect(none).toBeLessThan(0.5);
  });

  it('answers several questions about one text, and "none of them" with less than nothing', () => {
    const { cause, scores } = ask(learned, 'the waiter was so rude');
    expect(cause[scores.cause.indexOf(Math.max(...scores.cause))]).toBe('service.attitude');
    expect(Math.max(...scores.severity)).toBeLessThan(0);
  });

  it("learns a word of the shop's own customers that only one of them said, and takes the shop at its word", () => {
    const { cause, scores } = ask(learned, 'loud');
    expect(cause[scores.cause.indexOf(Math.max(...scores.cause))]).toBe('environment.comfort');
  });

  it('is the same each time it is learned', () => {
    expect(learnGist(material, lexicon, recipe)).toEqual(learned);
  });

  it('hears several voices as their mean', () => {
    const voices = voicesOf(recipe).map((voice) => learnGist(material, lexicon, { ...voice, voices: 1 }));
    const text = 'my cake was stale and nobody cared';
    const [one, other] = voices.map((voice) => ask(voice, text).scores.cause) as [
      readonly number[],
      readonly number[],
    ];
    const both = ask(learned, text).scores.cause;
    for (const [c, score] of both.entries())
      expect(Math.abs(score - ((one[c] as number) + (other[c] as number)) / 2)).toBeLessThan(0.2);
  });

  it('comes out of its file as it went in', () => {
    const file = join(folder, 'model.bin');
    const { space, layers } = learned;
    writeModel(file, { models: {}, space, layers, recipe: { seed: 1 }, fitted: { human: 0.5 } });
    expect(readModel(file)).toEqual({
      models: {},
      space,
      layers,
      recipe: { seed: 1 },
      fitted: { human: 0.5 },
    });
  });
});

describe('the space of features', () => {
  it('adds up more of them than a lane can hold, however far they lie', () => {
    const steps = [3, -3, 2, 0, -1, 3, -2, 1];
    const buckets = Uint32Array.from({ length: 100 }, (_, i) => i);
    const row = [0, 1, 2, 3].map((i) => cellOf(steps[i] as number, steps[4 + i] as number));
    const cells = Uint8Array.from({ length: 400 }, (_, i) => row[i % 4] as number);
    const space = new GistSpace({ axes: 8, buckets, cells, step: 0.5 });
    for (const count of [1, 42, 43, 100]) {
      const known = Array.from({ length: count }, (_, i) => i);
      const scale = (count * 0.5) / Math.sqrt(count + 1);
      for (const [axis, along] of space.place([...known, 5000]).entries())
        expect(along).toBeCloseTo((steps[axis] as number) * scale, 9);
    }
  });
});

describe('the rows of buckets', () => {
  it('are numbered in the order of the buckets, a full block and the last bucket included', () => {
    const full = Uint32Array.from({ length: 128 }, (_, i) => 256 + i);
    const last = (1 << 21) - 1;
    const index = new BucketIndex([full, Uint32Array.of(0, 300, last)]);
    expect(index.size).toBe(130);
    expect([0, 256, 383, last].map((bucket) => index.rowOf(bucket))).toEqual([0, 1, 128, 129]);
    expect([1, 255, 384, last - 1].map((bucket) => index.rowOf(bucket))).toEqual([-1, -1, -1, -1]);
  });
});
