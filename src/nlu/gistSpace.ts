/**
 * The space of the gist: where each feature lies, in seven steps along each axis, two axes to a byte. Four bytes are added in one go
 * (SIMD within a register, after Lamport 1975): a lane holds the sum of so many features before it must be emptied.
 */
import { BucketIndex } from './bucketIndex.ts';

/** A text has so many features that the errors of a few steps even out. */
export const MOST_STEPS = 3;
/** In a cell steps are counted from the lowest, so that a lane never borrows from its neighbour. */
const LANE = 255;
const FULL = Math.floor(LANE / (2 * MOST_STEPS));
const LOW = 0x0f0f0f0f;
const BYTES = 4;

export interface Points {
  /** A multiple of eight. */
  readonly axes: number;
  /** Feature buckets, ascending; `cells` holds `axes / 2` bytes for each: the first half of the axes in their low bits. */
  readonly buckets: Uint32Array;
  readonly cells: Uint8Array;
  /** What one step is worth. */
  readonly step: number;
}

/** Two axes of one feature in a byte; `low` and `high` are steps from -3 to 3. */
export const cellOf = (low: number, high: number): number => low + MOST_STEPS + ((high + MOST_STEPS) << 4);

export class GistSpace {
  readonly #index: BucketIndex;
  readonly #axes: number;
  readonly #step: number;
  /** Four cells each. */
  readonly #words: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #sums: Int32Array;

  constructor({ axes, buckets, cells, step }: Points) {
    this.#index = new BucketIndex([buckets]);
    this.#axes = axes;
    this.#step = step;
    this.#words = new Int32Array(cells.buffer, cells.byteOffset, cells.byteLength / BYTES);
    this.#low = new Int32Array(axes / 2 / BYTES);
    this.#high = new Int32Array(axes / 2 / BYTES);
    this.#sums = new Int32Array(axes);
  }

  /** The point of a clause. */
  place(features: readonly number[]): number[] {
    const known = this.#index.find(features, this.#low.length);
    const sums = this.#sums.fill(0);
    for (let from = 0; from < known; from += FULL) this.#add(from, Math.min(known, from + FULL));
    const scale = this.#step / Math.sqrt(features.length || 1);
    const point = new Array<number>(this.#axes);
    for (let axis = 0; axis < point.length; axis += 1)
      point[axis] = ((sums[axis] as number) - known * MOST_STEPS) * scale;
    return point;
  }

  /** No more features than a lane can hold. */
  #add(from: number, to: number): void {
    const low = this.#low.fill(0);
    const high = this.#high.fill(0);
    const words = this.#words;
    const { found } = this.#index;
    const width = low.length;
    let i = from;
    // Two at a time: each lane is taken up and put down half as often.
    for (; i + 1 < to; i += 2) {
      const row = found[i] as number;
      const next = found[i + 1] as number;
      for (let w = 0; w < width; w += 1) {
        const one = words[row + w] as number;
        const other = words[next + w] as number;
        low[w] = (low[w] as number) + (one & LOW) + (other & LOW);
        high[w] = (high[w] as number) + ((one >>> 4) & LOW) + ((other >>> 4) & LOW);
      }
    }
    if (i < to) {
      const row = found[i] as number;
      for (let w = 0; w < width; w += 1) {
        const four = words[row + w] as number;
        low[w] = (low[w] as number) + (four & LOW);
        high[w] = (high[w] as number) + ((four >>> 4) & LOW);
      }
    }
    this.#empty(low, 0);
    this.#empty(high, this.#axes / 2);
  }

  /** The lowest byte of a word is the first of its cells, as on all machines that Node runs on. */
  #empty(lanes: Int32Array, axis: number): void {
    const sums = this.#sums;
    for (let w = 0; w < lanes.length; w += 1) {
      const four = lanes[w] as number;
      for (let byte = 0; byte < BYTES; byte += 1) {
        const at = axis + w * BYTES + byte;
        sums[at] = (sums[at] as number) + ((four >>> (8 * byte)) & LANE);
      }
    }
  }
}
