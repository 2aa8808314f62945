/** What the customer wants done: refund, exchange, repair, apology, compensation or explanation. */
import type { WantedRemedy } from '../../domain/reading.ts';
import { WANTED_REMEDIES } from '../../domain/reading.ts';
import type { SlotWords } from './slotWords.ts';

interface Wish {
  readonly remedy: WantedRemedy;
  readonly at: number;
}

/** Wishes in the text, those that are turned down left out. */
function wishes(text: string, words: SlotWords): Wish[] {
  const notWanted = words.pattern('notWanted', '');
  const found: Wish[] = [];
  for (const remedy of WANTED_REMEDIES) {
    for (const word of words.remedy[remedy]) {
      const at = text.lastIndexOf(word);
      if (at >= 0 && !notWanted.test(text.slice(Math.max(0, at - 24), at))) found.push({ remedy, at });
    }
  }
  return found;
}

/** The last wish of the text is the one that counts: "不用道歉，退款就行". */
export function remedyOf(text: string, words: readonly SlotWords[]): WantedRemedy | undefined {
  const all = words.flatMap((one) => wishes(text, one));
  return all.sort((a, b) => a.at - b.at).at(-1)?.remedy;
}
