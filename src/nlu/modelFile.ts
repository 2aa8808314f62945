/**
 * The trained models as one small file: a head with the recipe and the layers of the gist, then buckets and byte rows of each model.
 * Each part is packed for itself (Zstandard, RFC 8878), so that no more than one lies unpacked beside its model.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { GistLayers } from './gist.ts';
import type { Points } from './gistSpace.ts';
import type { LinearModel } from './linear.ts';

export interface Trained {
  readonly models: Readonly<Record<string, LinearModel>>;
  /** Where the gist network places features, and what it does with the points. */
  readonly space: Points;
  readonly layers: GistLayers;
  /** Where the model comes from and how it was tuned; shown by `npm run train`. */
  readonly recipe: Readonly<Record<string, unknown>>;
  /** Temperatures and thresholds that were fitted on held-out folds. */
  readonly fitted: Readonly<Record<string, number>>;
}

/** `packed`: how many bytes of the file are this part's; `rows`: of how many features it knows. */
interface Part {
  readonly rows: number;
  readonly step: number;
  readonly packed: number;
}

interface Head extends Omit<Trained, 'models' | 'space'> {
  readonly models: readonly (Part & { readonly name: string; readonly classes: readonly string[] })[];
  /** Comes after the models. */
  readonly space: Part & { readonly axes: number };
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

/** Buckets and what is known of each. */
interface Table {
  readonly buckets: Uint32Array;
  readonly rows: Int8Array | Uint8Array;
}

/** The gaps between buckets, then the rows. */
function packTable({ buckets, rows }: Table): Buffer {
  const gaps = buckets.map((bucket, i) => bucket - (i === 0 ? 0 : (buckets[i - 1] as number)));
  return pack(
    Buffer.concat([Buffer.from(gaps.buffer), Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)]),
  );
}

function unpackTable(bytes: Uint8Array, count: number, width: number): Table & { readonly rows: Uint8Array } {
  const raw = unpack(bytes, count * (4 + width));
  const buckets = new Uint32Array(raw.buffer, raw.byteOffset, count);
  for (let i = 1; i < count; i += 1) buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number);
  return { buckets, rows: new Uint8Array(raw.buffer, raw.byteOffset + count * 4, count * width) };
}

export function writeModel(file: string, trained: Trained): number {
  const { models, space, ...rest } = trained;
  const kept = Object.entries(models).map(([name, model]) => ({ name, ...withoutFaint(model) }));
  const tables = [...kept, { buckets: space.buckets, rows: space.cells }].map(packTable);
  const head: Head = {
    ...rest,
    models: kept.map(({ name, classes, buckets, step }, i) => ({
      name,
      classes,
      rows: buckets.length,
      step,
      packed: (tables[i] as Buffer).length,
    })),
    space: {
      axes: space.axes,
      rows: space.buckets.length,
      step: space.step,
      packed: (tables.at(-1) as Buffer).length,
    },
  };
  const json = Buffer.from(JSON.stringify(head));
  const packedHead = pack(json);
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(packedHead.length);
  lengths.writeUInt32LE(json.length, 4);
  const whole = Buffer.concat([lengths, packedHead, ...tables]);
  writeFileSync(file, whole);
  return whole.length;
}

export function readModel(file: string): Trained {
  const whole = readFileSync(file);
  let at = 8 + whole.readUInt32LE();
  const head = JSON.parse(unpack(whole.subarray(8, at), whole.readUInt32LE(4)).toString('utf8')) as Head;
  const next = ({ rows, packed }: Part, width: number): ReturnType<typeof unpackTable> => {
    at += packed;
    return unpackTable(whole.subarray(at - packed, at), rows, width);
  };
  const models: Record<string, LinearModel> = {};
  for (const part of head.models) {
    const { classes, step } = part;
    const { buckets, rows } = next(part, classes.length);
    models[part.name] = {
      classes,
      step,
      buckets,
      rows: new Int8Array(rows.buffer, rows.byteOffset, rows.length),
    };
  }
  const { axes, step } = head.space;
  const { buckets, rows } = next(head.space, axes / 2);
  return { ...head, models, space: { axes, step, buckets, cells: rows } };
}
