/** What else could sort a complaint: natural's Bayes, a keyword list, nlp.js; each learns from the same phrases. */
import { join } from 'node:path';
import { bayesBaseline } from '../../src/nlu/baseline.ts';
import { readLexicon } from '../../src/nlu/lexicon.ts';
import { fold } from '../../src/nlu/normalise.ts';
import type { Phrase } from '../../src/nlu/phrases.ts';

export type Yardstick = (text: string) => Promise<string>;

/** The word classes of the lexicon by the group that they speak for. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  product: [
    'taste-bad',
    'portion-bad',
    'price-bad',
    'price-tag',
    'quality-bad',
    'expired',
    'stock',
    'missing-part',
    'info-missing',
    'misadvertised',
  ],
  service: ['manner-bad', 'skill-bad', 'cashier', 'wait', 'refuse', 'after-sales', 'promise', 'privacy'],
  environment: [
    'dirty',
    'noisy',
    'climate',
    'light',
    'seat',
    'decor',
    'crowd',
    'equipment',
    'out-of-order',
    'safety-thing',
    'access',
  ],
};

export function keywords(root: string): Yardstick {
  const lexicon = readLexicon(join(root, 'locales'));
  return async (text) => {
    const tags = lexicon.find(fold(text).text).flatMap((hit) => hit.tags);
    const votes = Object.entries(SPEAKS_FOR).map(([group, own]) => ({
      group,
      n: tags.filter((tag) => own.includes(tag)).length,
    }));
    return votes.sort((a, b) => b.n - a.n)[0]?.group ?? 'product';
  };
}

export function bayes(phrases: readonly Phrase[]): Yardstick {
  const classify = bayesBaseline(phrases);
  return async (text) => classify(text);
}

export async function nlpjs(phrases: readonly Phrase[]): Promise<Yardstick> {
  const { containerBootstrap, LangEn, Nlp } = (await import('@nlpjs/basic')).default;
  const { LangZh } = (await import('@nlpjs/lang-zh')).default;
  const container = containerBootstrap({ pathPipeline: 'none.md' });
  container.use(LangEn);
  container.use(LangZh);
  const nlp = new Nlp({
    container,
    autoSave: false,
    autoLoad: false,
    forceNER: false,
    threshold: 0,
    nlu: { log: false, useNoneFeature: false },
  });
  for (const lang of ['zh', 'en']) nlp.addLanguage(lang);
  for (const { text, label, lang } of phrases) {
    nlp.addDocument(lang === 'en' ? 'en' : 'zh', text, label.split('.')[0] ?? label);
  }
  await nlp.train();
  return async (text) => (await nlp.process(/[\u3400-\u9fff]/.test(text) ? 'zh' : 'en', text)).intent;
}
