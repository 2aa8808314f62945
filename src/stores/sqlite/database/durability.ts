/**
 * Tells writers that what was committed is on the disk. SQLite writes the log and leaves the flush to us: it runs beside
 * the turns instead of holding them up, and one flush serves every commit before it. Nobody is told before.
 */
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

export interface Writer {
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

export interface Durability {
  /** Their writes are in the log; each is told when the log is on the disk. */
  tellWhenKept(writers: readonly Writer[]): void;
  /** Everybody has been told. */
  readonly quiet: boolean;
  close(): void;
}

/** For a store that is nowhere but in memory. */
export const atOnce: Durability = {
  tellWhenKept: (writers) => {
    for (const writer of writers) writer.done();
  },
  quiet: true,
  close: () => {},
};

/** When other work of the process (password hashes) keeps the helper threads busy for so long, we flush ourselves. */
const PATIENCE_MS = 20;

class LogFlusher implements Durability {
  readonly #handle: number;
  #waiting: Writer[] = [];
  #asked: Writer[] = [];
  #busy = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  /** After a failed flush nobody knows what the disk has: nothing is promised any more. */
  #broken: unknown;

  constructor(file: string) {
    this.#handle = openSync(file, 'r');
  }

  get quiet(): boolean {
    return this.#waiting.length === 0 && this.#asked.length === 0;
  }

  tellWhenKept(writers: readonly Writer[]): void {
    this.#waiting.push(...writers);
    if (this.#broken !== undefined) this.#tell([], this.#broken);
    else this.#start();
  }

  close(): void {
    this.#flushNow();
    this.#closed = true;
    if (!this.#busy) closeSync(this.#handle);
  }

  #start(): void {
    if (this.#waiting.length === 0) return;
    this.#timer ??= setTimeout(() => this.#flushNow(), PATIENCE_MS);
    if (this.#busy) return;
    this.#busy = true;
    this.#asked = this.#waiting;
    this.#waiting = [];
    fdatasync(this.#handle, (error) => {
      this.#busy = false;
      if (this.#closed) return closeSync(this.#handle);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const asked = this.#asked;
      this.#asked = [];
      this.#tell(asked, error ?? undefined);
      this.#start();
    });
  }

  #flushNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const all = [...this.#asked, ...this.#waiting];
    this.#asked = [];
    this.#waiting = [];
    if (all.length === 0) return;
    try {
      fdatasyncSync(this.#handle);
      this.#tell(all, undefined);
    } catch (error) {
      this.#tell(all, error);
    }
  }

  #tell(writers: readonly Writer[], error: unknown): void {
    if (error === undefined) {
      for (const writer of writers) writer.done();
      return;
    }
    this.#broken = error;
    const all = [...writers, ...this.#asked, ...this.#waiting];
    this.#asked = [];
    this.#waiting = [];
    for (const writer of all) writer.fail(error);
  }
}

export const createDurability = (logFile: string): Durability => new LogFlusher(logFile);
