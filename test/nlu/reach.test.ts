import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FeatureBag } from '../../src/nlu/featureBag.ts';
import { fold } from '../../src/nlu/normalise.ts';
import { readPeople } from '../../src/nlu/people.ts';
import { reachIn } from '../../src/nlu/reach.ts';

const people = readPeople(join(import.meta.dirname, '../../locales'));

function featuresOf(text: string): number[] {
  const bag = new FeatureBag();
  reachIn(fold(text).text, people, bag);
  return bag.features;
}

describe('how people are spoken of', () => {
  it.each([
    ['please get the baker to ring me', 'please get the electrician to ring me'],
    ['让技师打给我', '让物业经理打给我'],
    ['可以請理專回電嗎', '可以請店長回電嗎'],
  ])('%s is like %s', (one, other) => {
    expect(featuresOf(one).length).toBeGreaterThan(0);
    expect(featuresOf(one)).toEqual(featuresOf(other));
  });

  it.each([
    ['get the baker to ring me', 'the baker rang me to get it'],
    ['让店长打给我', '店长让我打给你'],
  ])('%s is not like %s', (one, other) => {
    const known = new Set(featuresOf(other));
    expect(featuresOf(one).filter((feature) => known.has(feature)).length).toBeLessThan(
      featuresOf(one).length / 2,
    );
  });

  it('is silent where nobody is spoken of', () => {
    expect(featuresOf('the soup was cold')).toEqual([]);
  });
});
