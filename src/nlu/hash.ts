/** Hashes of words and letters, spread over the buckets in which the models keep their weights. */

export const BUCKETS = 1 << 21;
export const SEED = 0x811c9dc5;
export const PRIME = 0x01000193;

/** Spreads a running hash over the buckets; `kind` keeps features of different kinds apart. */
export function bucket(h: number, kind: number): number {
  let x = (h ^ Math.imul(kind, 0x9e3779b1)) >>> 0;
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca6b);
  return (x ^ (x >>> 13)) & (BUCKETS - 1);
}

export function hash(text: string): number {
  let h = SEED;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return h;
}

/** The hash of two things in a row. */
export const join = (a: number, b: number): number =>
  Math.imul(a ^ Math.imul(b, 0x5bd1e995), PRIME) ^ (b >>> 3);
