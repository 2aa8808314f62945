/** The trained models as one small file: a JSON head with the recipe, then buckets and byte rows, compressed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { LinearModel } from './linear.ts';

export interface Trained {
  readonly models: Readonly<Record<string, LinearModel>>;
  /** Where the model comes from and how it was tuned; shown by `npm run train`. */
  readonly recipe: Readonly<Record<string, unknown>>;
  /** Temperatures and thresholds that were fitted on held-out folds. */
  readonly fitted: Readonly<Record<string, number>>;
}

interface Head {
  readonly models: readonly { name: string; classes: string[]; rows: number; step: number }[];
  readonly recipe: Record<string, unknown>;
  readonly fitted: Record<string, number>;
}

/** Rows that say nothing after rounding are left out. */
function withoutZeros(model: LinearModel): LinearModel {
  const width = model.classes.length;
  const kept: number[] = [];
  for (let i = 0; i < model.buckets.length; i += 1) {
    if (model.rows.subarray(i * width, (i + 1) * width).some((byte) => byte !== 0)) kept.push(i);
  }
  const rows = new Int8Array(kept.length * width);
  for (const [to, from] of kept.entries()) {
    rows.set(model.rows.subarray(from * width, (from + 1) * width), to * width);
  }
  return { ...model, buckets: Uint32Array.from(kept, (i) => model.buckets[i] as number), rows };
}

export function writeModel(file: string, trained: Trained): number {
  const models = Object.entries(trained.models).map(([name, model]) => ({ name, ...withoutZeros(model) }));
  const head: Head = {
    models: models.map(({ name, classes, buckets, step }) => ({
      name,
      classes: [...classes],
      rows: buckets.length,
      step,
    })),
    recipe: { ...trained.recipe },
    fitted: { ...trained.fitted },
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const parts: Uint8Array[] = [length, json];
  for (const { buckets, rows } of models) {
    const gaps = buckets.map((bucket, i) => bucket - (i === 0 ? 0 : (buckets[i - 1] as number)));
    parts.push(Buffer.from(gaps.buffer, gaps.byteOffset, gaps.byteLength), Buffer.from(rows.buffer));
  }
  const packed = brotliCompressSync(Buffer.concat(parts));
  writeFileSync(file, packed);
  return packed.length;
}

/** Room for all of it: unpacked in one piece it takes a quarter less time. */
const WHOLE = 1 << 23;

export function readModel(file: string): Trained {
  const raw = brotliDecompressSync(readFileSync(file), { chunkSize: WHOLE });
  const headLength = raw.readUInt32LE(0);
  const head = JSON.parse(raw.subarray(4, 4 + headLength).toString('utf8')) as Head;
  const models: Record<string, LinearModel> = {};
  let at = 4 + headLength;
  for (const { name, classes, rows, step } of head.models) {
    const buckets = new Uint32Array(rows);
    let bucket = 0;
    for (let i = 0; i < rows; i += 1) {
      bucket += raw.readUInt32LE(at + i * 4);
      buckets[i] = bucket;
    }
    at += rows * 4;
    const bytes = new Int8Array(raw.buffer, raw.byteOffset + at, rows * classes.length);
    at += rows * classes.length;
    models[name] = { classes, buckets, rows: bytes, step };
  }
  return { models, recipe: head.recipe, fitted: head.fitted };
}
