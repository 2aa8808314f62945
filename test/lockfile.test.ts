/** `npm ci` must work on every machine and with every registry: the lock names each platform's builds, and no address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}
const text = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
const packages = (JSON.parse(text) as { packages: Record<string, Package> }).packages;

/** Where Node would look for `name` from the package at `path`. */
const places = (path: string, name: string): readonly string[] => {
  const parts = path.split('/node_modules/');
  return [
    ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
};

it('names every optional package, also of platforms that this machine is not: else `npm ci` refuses the lock', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places(path, name).some((place) => place in packages))
      .map((name) => `${path || 'calmdesk'} → ${name}`),
  );
  expect(missing).toEqual([]);
});

it('holds no address of a registry', () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\/-\//);
});
