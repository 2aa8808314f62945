/** Plays every `.chat` file of this folder in three languages on two drivers (README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/reading.ts';
import { DRIVERS } from './player/house.ts';
import { play } from './player/play.ts';
import { readScript, unevenLanguages } from './player/script.ts';

const FILES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.chat'))
  .map((name) => ({
    name: name.replace('.chat', ''),
    text: readFileSync(join(import.meta.dirname, name), 'utf8'),
  }));

describe.each(FILES)('$name', ({ name, text }) => {
  test('says the same in every language', () => {
    expect(unevenLanguages(text)).toEqual([]);
    expect(readScript(text, 'en').title).not.toBe('');
  });

  describe.each(DRIVERS)('on %s', (driver) => {
    test.each(LOCALES)('in %s', async (locale) => {
      await play(readScript(text, locale), locale, driver, name);
    });
  });
});
