/** The features of one clause, repeated ones once. */
import { BUCKETS } from './hash.ts';

/** The pass in which each bucket was last seen: tells repeated features apart without building a set. */
const seenIn = new Uint8Array(BUCKETS);
const MOST_PASSES = 255;
let passes = 0;

function nextPass(): number {
  if (passes === MOST_PASSES) {
    seenIn.fill(0);
    passes = 0;
  }
  passes += 1;
  return passes;
}

/** Only one is filled at a time. */
export class FeatureBag {
  readonly features: number[] = [];
  readonly #pass = nextPass();

  add(feature: number): void {
    if (seenIn[feature] === this.#pass) return;
    seenIn[feature] = this.#pass;
    this.features.push(feature);
  }
}
