/** Times of day and windows as they are written in policy.yaml: `09:00-21:00`, `22:00-02:00` (past midnight). */

/** Minutes since midnight; `to` ≤ `from` ends on the next day, 24:00 is the end of the day. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const WINDOW = /^\s*(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})\s*$/;

const minutesOf = (hour: number, minute: number): number | undefined => {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return hour * 60 + minute;
};

/** Undefined where the text is no window. A window from a time to the same time is none. */
export const parseWindow = (text: string): Window | undefined => {
  const match = WINDOW.exec(text);
  if (!match) return undefined;
  const from = minutesOf(Number(match[1]), Number(match[2]));
  const to = minutesOf(Number(match[3]), Number(match[4]));
  if (from === undefined || to === undefined || from === to || from === 1440) return undefined;
  return { from, to };
};

const DAY = 1440;
const endOf = ({ from, to }: Window): number => (to <= from ? to + DAY : to);

/** Two windows that start on the same day and share time. */
export const overlap = (a: Window, b: Window): boolean => a.from < endOf(b) && b.from < endOf(a);
