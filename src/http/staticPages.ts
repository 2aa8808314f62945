/** The built pages: each file of the folder is a route of its own, compressed once, cached by its hash. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Problem } from './problem.ts';
import { type Reply, type Route, route } from './route.ts';
import { pagePolicy } from './securityHeaders.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export interface PageOptions {
  /** Folder of the built pages; a missing one serves nothing. */
  readonly folder: string;
  /** Origins that may show the chat in a frame. */
  readonly framedBy: readonly string[];
}

interface Kept {
  readonly plain: Buffer;
  readonly packed: Buffer | undefined;
  readonly etag: string;
}

const pathOf = (file: string): string =>
  `/${file.split(sep).join('/')}`.replace(/\/?index\.html$/, '') || '/';

/** Other sites show the chat and load the widget; nothing else of ours is theirs to use. */
const isForOthers = (path: string): boolean => path === '/' || path === '/widget.js';

const headersOf = (path: string, file: string, options: PageOptions): Record<string, string> => ({
  'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
  'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  Vary: 'Accept-Encoding',
  ...(isForOthers(path) && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  ...(extname(file) === '.html' && {
    'Content-Security-Policy': pagePolicy(path === '/' ? options.framedBy : []),
  }),
});

/** A file that went away under us (a build is running) is not there, no more than that. */
const contentOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    throw new Problem('not-found');
  }
};

const read = (file: string): Kept => {
  const plain = contentOf(file);
  const packed = /\.(?:html|js|css|svg|json|webmanifest)$/.test(file)
    ? gzipSync(plain, { level: 9 })
    : undefined;
  return { plain, packed, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
};

const fileRoute = (file: string, options: PageOptions): Route => {
  const path = pathOf(file);
  let kept: Kept | undefined;
  return route({
    method: 'GET',
    path,
    tag: 'pages',
    summary: `The page file ${file}`,
    answers: { 200: 'the file', 304: 'unchanged' },
    handle: ({ req }): Reply => {
      kept ??= read(join(options.folder, file));
      const headers = { ...headersOf(path, file, options), ETag: kept.etag };
      if (req.headers['if-none-match'] === kept.etag) return { status: 304, headers };
      const gzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
      if (!gzip || !kept.packed) return { status: 200, body: kept.plain, headers };
      return { status: 200, body: kept.packed, headers: { ...headers, 'Content-Encoding': 'gzip' } };
    },
  });
};

export const staticPages = (options: PageOptions): readonly Route[] => {
  if (!existsSync(options.folder)) return [];
  return readdirSync(options.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(options.folder.length + 1))
    .map((file) => fileRoute(file, options));
};
