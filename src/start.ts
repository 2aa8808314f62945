/** `npm start`: builds the pages when they are missing or older than their sources, then serves. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist', 'web', 'index.html');
const SOURCES = ['src/web', 'src/ports/cards.ts', 'locales', 'package-lock.json'];
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

const newest = (path: string): number => {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(0, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
};

const isStale = (): boolean => {
  if (!existsSync(BUILT)) return true;
  // An installation without the build tools serves what it was given.
  if (!existsSync(VITE)) return false;
  const built = statSync(BUILT).mtimeMs;
  return SOURCES.some((path) => newest(join(ROOT, path)) > built);
};

if (isStale()) {
  console.log('Building the pages …');
  // In a process of its own: the builder's memory goes back when it is done.
  const args = [VITE, 'build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn'];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (built.status !== 0) {
    console.error('The pages could not be built; see above.');
    process.exit(1);
  }
}

const { run } = await import('./main.ts');
await run();
