/** What the recogniser knows: models, word lists and patterns, read once. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CauseReader } from './cause.ts';
import { Gist } from './gist.ts';
import { GistSpace } from './gistSpace.ts';
import type { Lexicon } from './lexicon.ts';
import { readLexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { readModel } from './modelFile.ts';
import { Panel } from './panel.ts';
import { readSigns } from './signs.ts';
import type { SlotReader } from './slots/index.ts';
import { createSlotReader } from './slots/index.ts';
import { readShopNames } from './slots/shopNames.ts';
import { WordTable } from './tagger/words.ts';
import type { TensionWords } from './tension.ts';
import { readTensionWords } from './tension.ts';
import type { Judge } from './verdicts.ts';
import type { LinearName } from './views.ts';
import { LINEAR } from './views.ts';

export interface UnderstandingOptions {
  readonly timezone: string;
  /** A shop's own phrases and names. */
  readonly shopDir?: string;
  /** Another trained model than the one that ships. */
  readonly modelFile?: string;
  readonly now?: () => Date;
  /** Without slots (and corrections, personal data and requests) a reading costs less; for sorting many texts. */
  readonly slots?: boolean;
}

const ROOT = resolve(import.meta.dirname, '../..');
export const MODEL_FILE = join(import.meta.dirname, 'model/understanding.bin');
export const WORDS_FILE = join(import.meta.dirname, 'model/words.bin');

/** Where `npm run train -- --shop DIR` keeps a shop's own model. */
export function shopModel(shopDir: string): string {
  return join(shopDir, 'understanding.bin');
}

function modelOf({ modelFile, shopDir }: UnderstandingOptions): string {
  if (modelFile !== undefined) return modelFile;
  return shopDir !== undefined && existsSync(shopModel(shopDir)) ? shopModel(shopDir) : MODEL_FILE;
}

export interface Mind extends Judge {
  readonly panel: Panel<LinearName>;
  readonly causes: CauseReader;
  /** Where the gist places clauses; kept apart, as it knows fewer features and more of each. */
  readonly space: GistSpace;
  readonly lexicon: Lexicon;
  readonly words: TensionWords;
  /** What finds facts; absent where texts are only sorted. */
  readonly finders: Finders | undefined;
}

export interface Finders {
  readonly reader: SlotReader;
}

function findersOf(
  localesDir: string,
  lexicon: Lexicon,
  shopDir: string | undefined,
  tagger: LinearModel | undefined,
): Finders {
  const wordTable = new WordTable(WORDS_FILE);
  return {
    reader: createSlotReader({ localesDir, lexicon, wordTable, shop: readShopNames(shopDir), tagger }),
  };
}

export function readMind(options: UnderstandingOptions): Mind {
  const locales = join(ROOT, 'locales');
  const { models, space, layers, fitted } = readModel(modelOf(options));
  const model = (name: LinearName): LinearModel => {
    const found = models[name];
    if (found === undefined) throw new Error(`the model file lacks "${name}": run npm run train`);
    return found;
  };
  const linear = Object.fromEntries(LINEAR.map((name) => [name, model(name)])) as Record<
    LinearName,
    LinearModel
  >;
  const panel = new Panel(linear);
  const lexicon = readLexicon(locales);
  return {
    panel,
    causes: new CauseReader(panel.classes.cause, fitted.cause ?? 1),
    space: new GistSpace(space),
    gist: new Gist(layers),
    fitted,
    lexicon,
    finders: options.slots === false ? undefined : findersOf(locales, lexicon, options.shopDir, models.spans),
    words: readTensionWords(locales),
    signs: readSigns(locales),
  };
}
