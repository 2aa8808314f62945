/** How often each tag, and each pair of tags, is to be expected with the weights as they are (forward-backward). */
import { WIDTH } from './chain.ts';

export const NEVER = Number.NEGATIVE_INFINITY;

function logSum(values: Float64Array): number {
  let top = NEVER;
  for (const value of values) top = Math.max(top, value);
  if (top === NEVER) return NEVER;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

/** How likely each tag, and each tag after each other, is at each token, with the weights as they are. */
export interface Expected {
  readonly tags: readonly Float64Array[];
  readonly follows: Float64Array;
}

function forward(scores: readonly Float64Array[], follows: Float64Array): Float64Array[] {
  let before: Float64Array = START;
  return scores.map((own) => {
    const next = new Float64Array(WIDTH);
    for (let tag = 0; tag < WIDTH; tag += 1) {
      const ways = before.map((score, b) => score + (follows[b * WIDTH + tag] as number));
      next[tag] = logSum(ways) + (own[tag] as number);
    }
    before = next;
    return next;
  });
}

function backward(scores: readonly Float64Array[], follows: Float64Array): Float64Array[] {
  const all = new Array<Float64Array>(scores.length);
  let after = new Float64Array(WIDTH);
  for (let i = scores.length - 1; i >= 0; i -= 1) {
    all[i] = after;
    const own = scores[i] as Float64Array;
    const next = new Float64Array(WIDTH);
    for (let b = 0; b < WIDTH; b += 1) {
      const ways = after.map(
        (score, tag) => score + (own[tag] as number) + (follows[b * WIDTH + tag] as number),
      );
      next[b] = logSum(ways);
    }
    after = next;
  }
  return all;
}

export function expected(scores: readonly Float64Array[], follows: Float64Array): Expected {
  const ahead = forward(scores, follows);
  const behind = backward(scores, follows);
  const total = logSum(ahead.at(-1) ?? new Float64Array(WIDTH));
  const tags = ahead.map((own, i) =>
    own.map((score, tag) => Math.exp(score + ((behind[i] as Float64Array)[tag] as number) - total)),
  );
  const pairs = new Float64Array(WIDTH * WIDTH);
  let before: Float64Array = START;
  for (const [i, own] of scores.entries()) {
    addPairs(pairs, before, follows, own, behind[i] as Float64Array, total);
    before = ahead[i] as Float64Array;
  }
  return { tags, follows: pairs };
}

/** Before the first token stands "outside". */
const START = Float64Array.from({ length: WIDTH }, (_, tag) => (tag === 0 ? 0 : NEVER));

function addPairs(
  pairs: Float64Array,
  before: Float64Array,
  follows: Float64Array,
  own: Float64Array,
  behind: Float64Array,
  total: number,
): void {
  for (let at = 0; at < pairs.length; at += 1) {
    const tag = at % WIDTH;
    const start = before[(at - tag) / WIDTH] as number;
    const score = start + (follows[at] as number) + (own[tag] as number) + (behind[tag] as number);
    if (score !== NEVER) pairs[at] = (pairs[at] as number) + Math.exp(score - total);
  }
}
