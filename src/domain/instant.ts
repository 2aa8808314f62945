/** A moment: ISO 8601 in UTC with milliseconds (`Date.prototype.toISOString`), so that text order is time order. */
export type Instant = string;

export const instant = (ms: number): Instant => new Date(ms).toISOString();
export const millis = (at: Instant): number => Date.parse(at);
