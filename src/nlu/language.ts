/** Which of the three languages a text is in. */
import type { Locale } from '../domain/reading.ts';
import { simplify } from './normalise.ts';

const HAN = /[\u3400-\u9fff]/g;
const LATIN_WORD = /[a-z]+(?:'[a-z]+)?/gi;
const ZHUYIN = /[\u3105-\u312f]/;

export function languageOf(text: string, hint?: Locale): Locale {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD)?.length ?? 0;
  if (ZHUYIN.test(text)) return 'zh-TW';
  if (han === 0 && words === 0) return hint ?? 'zh-CN';
  if (han === 0 || words > han * 1.5) return 'en';
  return chineseOf(text, hint);
}

/** Traditional characters tell; a text that has none of either kind keeps the language of the talk. */
function chineseOf(text: string, hint?: Locale): Locale {
  const traditional = countChanged(text, simplify(text));
  if (traditional > 0) return 'zh-TW';
  if (hint === 'zh-TW' && (text.match(HAN)?.length ?? 0) <= 4) return 'zh-TW';
  return 'zh-CN';
}

function countChanged(a: string, b: string): number {
  let changed = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) changed += 1;
  return changed;
}
