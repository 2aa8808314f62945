/** The solar terms (立春, 清明, 冬至): days on which the sun has gone another fifteen degrees. */

const DAY = 86_400_000;
const J2000 = Date.UTC(2000, 0, 1, 12);
/** Terms are dated by the clock of Beijing and Taipei. */
const BEIJING = 8 / 24;
const STEP = 15;

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** The sun's apparent longitude in degrees, right to a few hundredths until 2100 (Meeus, Astronomical Algorithms, chapter 25). */
function longitudeOfSun(daysSince2000: number): number {
  const t = daysSince2000 / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  return mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
}

/** Whether the sun comes to so many degrees on that day of the calendar. */
export function isSolarTerm(year: number, month: number, dom: number, degrees: number): boolean {
  const start = (Date.UTC(year, month - 1, dom) - J2000) / DAY - BEIJING;
  const steps = Math.floor(longitudeOfSun(start + 1) / STEP);
  return steps > Math.floor(longitudeOfSun(start) / STEP) && (steps * STEP) % 360 === degrees;
}
