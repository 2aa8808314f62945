/** What the customer wants done: refund, exchange, repair, apology, compensation or explanation. */
import type { WantedRemedy } from '../../domain/reading.ts';
import { WANTED_REMEDIES } from '../../domain/reading.ts';
import type { SlotWords } from './slotWords.ts';

interface Wish {
  readonly remedy: WantedRemedy;
  readonly at: number;
}

/** Finds the last wish of a text, those that are turned down left out: "不用道歉，退款就行". */
export function remedyFinder(all: readonly SlotWords[]): (text: string) => WantedRemedy | undefined {
  const lists = all.flatMap((words) => {
    const notWanted = words.pattern('notWanted', '');
    return WANTED_REMEDIES.flatMap((remedy) =>
      words.remedy[remedy].map((word) => ({ remedy, word, notWanted })),
    );
  });
  return (text) => {
    const found: Wish[] = [];
    for (const { remedy, word, notWanted } of lists) {
      const at = text.lastIndexOf(word);
      if (at >= 0 && !notWanted.test(text.slice(Math.max(0, at - 24), at))) found.push({ remedy, at });
    }
    return found.sort((a, b) => a.at - b.at).at(-1)?.remedy;
  };
}
