import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/nlu/adopt.ts';
import { adopt, comparison, isUsable } from '../../src/nlu/adopt.ts';
import { MODEL_FILE } from '../../src/nlu/index.ts';

let folder = '';
let learned: Candidate;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calmdesk-model-'));
  learned = {
    file: join(folder, 'model.new'),
    target: join(folder, 'model'),
    before: { 'cause.en': 0.92, intent: 0.93 },
    after: { 'cause.en': 0.94, intent: 0.89 },
    floors: { 'cause.en': 0.9, intent: 0.9 },
    force: false,
  };
  writeFileSync(learned.file, 'new');
  writeFileSync(learned.target, 'old');
});

afterEach(() => rmSync(folder, { recursive: true }));

const inUse = (): string => readFileSync(learned.target, 'utf8');

describe('a newly learned model', () => {
  it('is refused where one figure falls below its floor, and leaves nothing behind', () => {
    expect(adopt(learned)).toEqual(['intent']);
    expect(inUse()).toBe('old');
    expect(existsSync(learned.file)).toBe(false);
  });

  it('takes the place of the one in use where none falls', () => {
    expect(adopt({ ...learned, after: { 'cause.en': 0.9, intent: 0.9 } })).toEqual([]);
    expect(inUse()).toBe('new');
  });

  it('is refused where a figure that has a floor was not measured at all', () => {
    expect(adopt({ ...learned, after: { 'cause.en': 0.95 } })).toEqual(['intent']);
    expect(inUse()).toBe('old');
  });

  it('is kept whatever falls if that is asked for', () => {
    expect(adopt({ ...learned, force: true })).toEqual([]);
    expect(inUse()).toBe('new');
  });

  it('is compared figure by figure', () => {
    expect(comparison(learned).split('\n').slice(1)).toEqual([
      'cause.en              0.920   0.940   0.900',
      'intent                0.930   0.890   0.900',
    ]);
  });
});

it('can compare with the model that ships, not with half a model or none', () => {
  writeFileSync(learned.target, 'half a model');
  expect([MODEL_FILE, learned.target, join(folder, 'nowhere')].map(isUsable)).toEqual([true, false, false]);
});
