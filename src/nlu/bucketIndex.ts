/** Which row of a table is a bucket's: a byte for each bucket and a number for each block of them, a quarter of a plain list. */
import { BUCKETS } from './hash.ts';

const BLOCK_BITS = 7;

export class BucketIndex {
  /** How many rows there are. */
  readonly size: number;
  /** The place among the known buckets of its block, counted from 1; 0 for buckets that have no row. */
  readonly #places = new Uint8Array(BUCKETS);
  /** How many rows come before a block. */
  readonly #before = new Int32Array(BUCKETS >> BLOCK_BITS);

  /** Rows are numbered in the order of their buckets, whatever list they are in. */
  constructor(lists: readonly Uint32Array[]) {
    for (const buckets of lists)
      for (let i = 0; i < buckets.length; i += 1) this.#places[buckets[i] as number] = 1;
    let rows = 0;
    for (let block = 0; block < this.#before.length; block += 1) {
      this.#before[block] = rows;
      let place = 0;
      for (let bucket = block << BLOCK_BITS; bucket < (block + 1) << BLOCK_BITS; bucket += 1) {
        if (this.#places[bucket] === 0) continue;
        place += 1;
        this.#places[bucket] = place;
      }
      rows += place;
    }
    this.size = rows;
  }

  /** The rows of the features in hand, each the place where `width` cells begin. */
  found = new Int32Array(1024);

  /** How many of the features are known; all are looked up first, as a look-up among many mostly waits for memory, and these can wait together. */
  find(features: readonly number[], width: number): number {
    if (this.found.length < features.length) this.found = new Int32Array(features.length * 2);
    const { found } = this;
    let known = 0;
    for (let i = 0; i < features.length; i += 1) {
      const row = this.rowOf(features[i] as number);
      if (row < 0) continue;
      found[known] = row * width;
      known += 1;
    }
    return known;
  }

  /** The row, counted from 0; -1 for a bucket that has none. */
  rowOf(bucket: number): number {
    const place = this.#places[bucket] as number;
    return place === 0 ? -1 : (this.#before[bucket >> BLOCK_BITS] as number) + place - 1;
  }
}
