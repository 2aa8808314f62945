/** natural's Bayes with jieba's words: the yardstick that the recogniser is measured against. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { fold } from './normalise.ts';
import type { Phrase } from './phrases.ts';

const LATIN = /^[a-z]+$/;

/** Learns cause groups from phrases and answers with the group of a text. */
export function bayesBaseline(phrases: readonly Phrase[]): (text: string) => string {
  const jieba = Jieba.withDict(dict);
  const wordsOf = (text: string): string[] =>
    jieba
      .cut(fold(text).text, true)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .map((word) => (LATIN.test(word) ? stemmer.stem(word) : word));
  const bayes = new BayesClassifier();
  for (const { text, label } of phrases) bayes.addDocument(wordsOf(text), label.split('.')[0] ?? label);
  bayes.train();
  return (text) => bayes.classify(wordsOf(text));
}
