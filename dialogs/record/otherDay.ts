/** "Not yesterday, the day before", said of "yesterday at noon", is the day before at noon. */
import type { When } from '../../src/domain/reading.ts';

const DAY = 86_400_000;
const DATE = 'YYYY-MM-DD'.length;

const length = ({ from, to }: When): number => (from && to ? Date.parse(to) - Date.parse(from) : 0);

/** What both begin with, as far as the line names it again: the day that is taken back. */
const dayIn = (before: string, line: string): string => {
  let end = before.length;
  while (end > 0 && !line.toLowerCase().includes(before.slice(0, end).trim().toLowerCase())) end -= 1;
  return before.slice(0, end).trimEnd();
};

/** The new day with the time of day that was told before; `now` as it stands where no time was told or both differ. */
export const otherDay = (before: When, now: When, line: string): When => {
  const [from, to] = [before.from, before.to];
  const day = dayIn(before.text, line);
  const timed = length(before) > 0 ? length(before) < DAY : from !== undefined;
  if (!from || !to || !now.from || !timed || length(now) !== DAY || day.length < 2) return now;
  if (from.slice(0, DATE) !== to.slice(0, DATE)) return now;
  const date = now.from.slice(0, DATE);
  return {
    text: now.text + before.text.slice(day.length),
    from: date + from.slice(DATE),
    to: date + to.slice(DATE),
  };
};
