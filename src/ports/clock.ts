/** Time and chance, so that tests can hold both still. */
import type { Instant } from '../domain/instant.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** Unguessable, URL-safe, 21 characters. */
  next(): string;
  /** A whole number 0 ≤ n < `below`, unguessable. */
  random(below: number): number;
}
