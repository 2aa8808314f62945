/** What a file really is, by its content, and whether we take it. What it claims to be counts for nothing. */
import { Problem } from '../../http/problem.ts';

/** Types that are kept; `image/svg+xml` and `text/html` are programs and are not among them. */
const TAKEN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'video/3gpp',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'audio/wav',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

/** Office files of before 2007 share one container; only the name tells them apart. */
const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Shown in the page; everything else is only saved. */
export const isShown = (contentType: string): boolean =>
  /^image\/(?:jpeg|png|gif|webp|avif)$/.test(contentType);

const extension = (name: string): string => /\.(\w{1,8})$/.exec(name.toLowerCase())?.[1] ?? '';

const isPlainText = (content: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
    return !/[\u0000-\u0008\u000e-\u001a]/.test(text);
  } catch {
    return false;
  }
};

/** Throws `file-type` for what we do not take, `file-empty` for nothing. */
export const kindOfFile = async (name: string, content: Buffer): Promise<string> => {
  if (content.length === 0) throw new Problem('file-empty');
  // Loaded with the first upload: most conversations have none.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = (await fileTypeFromBuffer(content))?.mime;
  if (found !== undefined && TAKEN.has(found)) return found.split(';')[0] ?? found;
  const old = found === 'application/x-cfb' ? OLD_OFFICE[extension(name)] : undefined;
  if (old !== undefined) return old;
  if (found === undefined && extension(name) === 'txt' && isPlainText(content)) return 'text/plain';
  throw new Problem('file-type');
};

/** A name to show: no path, nothing invisible, not endless. */
export const safeName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}<>:"|?*]/gu, '')
    .trim();
  const end = extension(clean);
  const stem = end === '' ? clean : clean.slice(0, -end.length - 1);
  return `${[...stem].slice(0, 100).join('') || 'file'}${end === '' ? '' : `.${end}`}`;
};
