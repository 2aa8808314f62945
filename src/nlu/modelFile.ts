/**
 * The trained models as one small file: a head with the recipe and the layers of the gist, then buckets and byte rows of each model.
 * Each part is packed for itself (Zstandard, RFC 8878), so that no more than one lies unpacked beside its model.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { GistLayers } from './gist.ts';
import type { LinearModel } from './linear.ts';

export interface Trained {
  readonly models: Readonly<Record<string, LinearModel>>;
  /** What the gist network does with the points of its space. */
  readonly layers: GistLayers;
  /** Where the model comes from and how it was tuned; shown by `npm run train`. */
  readonly recipe: Readonly<Record<string, unknown>>;
  /** Temperatures and thresholds that were fitted on held-out folds. */
  readonly fitted: Readonly<Record<string, number>>;
}

interface Head extends Omit<Trained, 'models'> {
  /** `packed`: how many bytes of the file are this model's. */
  readonly models: readonly {
    readonly name: string;
    readonly classes: readonly string[];
    readonly rows: number;
    readonly step: number;
    readonly packed: number;
  }[];
}

/** A weight this many times smaller than the largest is lost among the others of a text: rows without a larger one are left out. */
const FAINT = 32;

function withoutFaint(model: LinearModel): LinearModel {
  const width = model.classes.length;
  const top = model.rows.reduce((most, byte) => Math.max(most, Math.abs(byte)), 0);
  const kept: number[] = [];
  for (let i = 0; i < model.buckets.length; i += 1) {
    const row = model.rows.subarray(i * width, (i + 1) * width);
    if (row.some((byte) => Math.abs(byte) * FAINT > top)) kept.push(i);
  }
  const rows = new Int8Array(kept.length * width);
  for (const [to, from] of kept.entries()) {
    rows.set(model.rows.subarray(from * width, (from + 1) * width), to * width);
  }
  return { ...model, buckets: Uint32Array.from(kept, (i) => model.buckets[i] as number), rows };
}

/** The most that Zstandard does without asking the reader for more memory. */
const LEVEL = 19;
const pack = (bytes: Uint8Array): Buffer =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });

/** Unpacked in one piece of the right size, it is copied nowhere. */
const unpack = (bytes: Uint8Array, length: number): Buffer =>
  zstdDecompressSync(bytes, { chunkSize: Math.max(length, 64) });

/** The gaps between buckets, then the rows. */
function packModel({ buckets, rows }: LinearModel): Buffer {
  const gaps = buckets.map((bucket, i) => bucket - (i === 0 ? 0 : (buckets[i - 1] as number)));
  return pack(
    Buffer.concat([Buffer.from(gaps.buffer), Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)]),
  );
}

export function writeModel(file: string, trained: Trained): number {
  const models = Object.entries(trained.models).map(([name, model]) => {
    const kept = withoutFaint(model);
    return { name, kept, bytes: packModel(kept) };
  });
  const head: Head = {
    ...trained,
    models: models.map(({ name, kept: { classes, buckets, step }, bytes }) => ({
      name,
      classes,
      rows: buckets.length,
      step,
      packed: bytes.length,
    })),
  };
  const json = Buffer.from(JSON.stringify(head));
  const packedHead = pack(json);
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(packedHead.length);
  lengths.writeUInt32LE(json.length, 4);
  const whole = Buffer.concat([lengths, packedHead, ...models.map(({ bytes }) => bytes)]);
  writeFileSync(file, whole);
  return whole.length;
}

export function readModel(file: string): Trained {
  const whole = readFileSync(file);
  let at = 8 + whole.readUInt32LE();
  const { models: parts, ...rest } = JSON.parse(
    unpack(whole.subarray(8, at), whole.readUInt32LE(4)).toString('utf8'),
  ) as Head;
  const models: Record<string, LinearModel> = {};
  for (const { name, classes, rows, step, packed } of parts) {
    const raw = unpack(whole.subarray(at, at + packed), rows * (4 + classes.length));
    const buckets = new Uint32Array(raw.buffer, raw.byteOffset, rows);
    for (let i = 1; i < rows; i += 1) buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number);
    const bytes = new Int8Array(raw.buffer, raw.byteOffset + rows * 4, rows * classes.length);
    models[name] = { classes, buckets, rows: bytes, step };
    at += packed;
  }
  return { ...rest, models };
}
