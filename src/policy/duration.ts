/** Lengths of time as they are written in policy.yaml: `45m`, `4h`, `2d`, `1h30m`. */
const PARTS = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?$/;

/** Minutes; undefined where the text is no length of time. A day (`d`) is 24 hours. */
export const parseDuration = (text: string): number | undefined => {
  const match = PARTS.exec(text.trim());
  if (!match || text.trim() === '') return undefined;
  const [days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0));
  return ((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
};
