/** What the chat page weighs on the wire, gzipped: the page and everything it loads to show itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = resolve(import.meta.dirname, '../../dist/web');

/** Files named by the page and by the files that they name. */
const reach = (name: string, seen: Set<string>): void => {
  if (seen.has(name)) return;
  seen.add(name);
  const text = readFileSync(join(FOLDER, name), 'utf8');
  for (const other of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:js|css|svg)$/.test(other) && text.includes(other.split('/').at(-1) ?? other))
      reach(other, seen);
};

/** KiB; `undefined` when the pages have not been built (`npm run build`). */
export const measurePage = (): number | undefined => {
  if (!existsSync(join(FOLDER, 'index.html'))) return undefined;
  const seen = new Set<string>();
  reach('index.html', seen);
  const bytes = [...seen].map((name) => gzipSync(readFileSync(join(FOLDER, name)), { level: 9 }).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
};
