/** What the page accepts; the desk checks again. A text over the limit goes out in parts, cut where one would pause. */
export const LONGEST_TEXT = 10_000;
export const MOST_FILES = 6;
export const LARGEST_FILE = 10 * 1024 * 1024;
export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'video/mp4',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'application/pdf',
  'text/plain',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
] as const;

export type FileTrouble = 'big' | 'type' | 'empty';

export const fileTrouble = (file: Pick<File, 'name' | 'size' | 'type'>): FileTrouble | undefined => {
  const name = file.name.toLowerCase();
  const known = FILE_TYPES.some((type) => (type.startsWith('.') ? name.endsWith(type) : file.type === type));
  if (!known) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > LARGEST_FILE ? 'big' : undefined;
};

const PAUSES = [/\n\s*\n/g, /\n/g, /[。！？!?.]\s*/g, /[，,；;、\s]/g];

/** Where to cut `text` so that the first part is at most `limit` long and never splits a character. */
const cutAt = (text: string, limit: number): number => {
  const window = text.slice(0, limit);
  for (const pause of PAUSES) {
    const last = [...window.matchAll(pause)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > limit / 2) return end;
  }
  const code = window.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
};

export const inParts = (text: string, limit = LONGEST_TEXT): readonly string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = cutAt(rest, limit);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
};
