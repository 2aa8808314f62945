/** Reads a multipart upload: the activity and the files, within limits, nothing touching the disk. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Busboy } from 'busboy';
import { Problem } from '../../http/problem.ts';

export const MOST_FILES = 6;
const MEGABYTE = 1024 * 1024;
export const LARGEST_FILE = 10 * MEGABYTE;
const LARGEST_ACTIVITY = 256 * 1024;

export interface Upload {
  /** JSON text of the activity part, where there is one. */
  readonly activity: string | undefined;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

const openForm = async (req: IncomingMessage): Promise<Busboy> => {
  const type = req.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new Problem('media-type', { wanted: 'multipart/form-data' });
  const { default: busboy } = await import('busboy');
  const limits = {
    files: MOST_FILES + 2,
    fileSize: LARGEST_FILE + 1,
    fields: 10,
    fieldSize: LARGEST_ACTIVITY,
    parts: 20,
    headerPairs: 50,
  };
  try {
    return busboy({ headers: req.headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw new Problem('upload-invalid');
  }
};

const contentOf = async (stream: Readable, limit: number, tooLarge: () => void): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) tooLarge();
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const isActivity = (field: string, type: string): boolean =>
  field === 'activity' || type === 'application/vnd.microsoft.activity';

const MOST = new Problem('too-many-files', { limit: MOST_FILES });
const LARGEST = new Problem('file-too-large', { limit: LARGEST_FILE / MEGABYTE });

/** Reads the form to its end, or rejects at the first thing that is wrong with it. */
const readForm = (req: IncomingMessage, form: Busboy): Promise<Upload> =>
  new Promise((resolve, reject) => {
    let activity: string | undefined;
    const parts: Promise<{ name: string; content: Buffer }>[] = [];
    const fail = (error: unknown) => {
      req.unpipe(form);
      req.resume();
      reject(error instanceof Problem ? error : new Problem('upload-invalid'));
    };
    form.on('field', (name, value) => {
      if (name === 'activity') activity = value;
    });
    form.on('file', (field, stream, { filename, mimeType }) => {
      stream.on('error', fail);
      if (isActivity(field, mimeType)) {
        contentOf(stream, LARGEST_ACTIVITY, () => fail(new Problem('body-too-large'))).then((content) => {
          activity = content.toString('utf8');
        }, fail);
      } else if (parts.length >= MOST_FILES) {
        stream.resume();
        fail(MOST);
      } else {
        const content = contentOf(stream, LARGEST_FILE, () => fail(LARGEST));
        content.catch(fail);
        parts.push(content.then((bytes) => ({ name: filename ?? '', content: bytes })));
      }
    });
    form.once('filesLimit', () => fail(MOST));
    form.once('partsLimit', () => fail(new Problem('upload-invalid')));
    form.once('error', fail);
    form.once('close', () => {
      Promise.all(parts).then((files) => resolve({ activity, files }), fail);
    });
    req.once('close', () => {
      if (!req.complete) fail(new Problem('upload-invalid'));
    });
    req.pipe(form);
  });

export const readUpload = async (req: IncomingMessage): Promise<Upload> => readForm(req, await openForm(req));
