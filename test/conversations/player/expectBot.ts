/** Compares what the bot said with the `bot:` lines of a file. */

interface Wish {
  readonly keys: readonly string[];
  readonly optional: boolean;
  readonly anything: boolean;
}

const wishOf = (written: string): Wish => {
  const optional = written.endsWith('?');
  const keys = written.replace(/\?$/, '').split('|');
  return { keys: keys.map((key) => key.trim()), optional, anything: written === '…' || written === '...' };
};

const meets = (key: string, { keys }: Wish): boolean =>
  keys.some((wanted) => (wanted.startsWith('~') ? key.startsWith(wanted.slice(1)) : key === wanted));

/** Whether the keys follow the wishes from these places on: wildcards and optional ones make it a search. */
const follows = (said: readonly string[], wishes: readonly Wish[]): boolean => {
  const [wish, ...rest] = wishes;
  if (!wish) return said.length === 0;
  const [key, ...later] = said;
  if (wish.anything) return follows(said, rest) || (key !== undefined && follows(later, wishes));
  if (key !== undefined && meets(key, wish) && follows(later, rest)) return true;
  return wish.optional && follows(said, rest);
};

export const keyMeets = (key: string, written: string): boolean => meets(key, wishOf(written));

/** What is wrong, in words; undefined when all is as written. */
export const botMismatch = (said: readonly string[], written: readonly string[]): string | undefined => {
  const wishes = written[0] === 'nothing' ? [] : written.map(wishOf);
  if (follows(said, wishes)) return undefined;
  return `the bot was to say\n    ${written.join('\n    ')}\n  and said\n    ${said.join('\n    ') || 'nothing'}`;
};
