/** Collects the table of words: Chinese from jieba's dictionary, English from natural's lexicon of parts of speech. */
import { createRequire } from 'node:module';
import { dict } from '@node-rs/jieba/dict.js';
import type { WordEntry } from './words.ts';

const LONGEST = 5;
const RAREST = 3;
/** Transcribed names of persons fill a fifth of the dictionary and are never said to a shop. */
const RAREST_NAME = 50;
const HAN = /^[\u3400-\u9fff]+$/;
const LATIN = /^[a-z][a-z'-]*$/;
const COARSE: Readonly<Record<string, string>> = {
  N: 'noun',
  V: 'verb',
  J: 'adj',
  R: 'adv',
  I: 'prep',
  D: 'det',
  P: 'pron',
  M: 'modal',
  C: 'conj',
  W: 'wh',
  T: 'to',
};

function chinese(): WordEntry[] {
  return Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [word = '', count = '0', kind = ''] = line.split(' ');
      const rarest = kind.startsWith('nr') ? RAREST_NAME : RAREST;
      if (!HAN.test(word) || word.length > LONGEST || Number(count) < rarest) return [];
      return [{ word, kind, common: Math.log(Number(count)) }];
    });
}

/** A word's parts of speech, the likeliest first: "noun", "verb noun". */
function english(): WordEntry[] {
  const file = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';
  const lexicon = createRequire(import.meta.url)(file) as Record<string, string[]>;
  return Object.entries(lexicon).flatMap(([word, tags]) => {
    if (!LATIN.test(word)) return [];
    const kinds = [...new Set(tags.slice(0, 2).map((tag) => COARSE[tag[0] ?? ''] ?? 'other'))];
    const plural = tags[0] === 'NNS' ? 's' : '';
    return [{ word, kind: `en ${kinds.join(' ')}${plural}`, common: 0 }];
  });
}

export function collectWords(): WordEntry[] {
  return [...chinese(), ...english()];
}
