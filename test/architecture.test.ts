/** Holds the house to its plan (design.md §3): who imports whom, no cycles, small files, one place for the environment. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));

const sources = [...filesBelow('src'), ...filesBelow('dialogs')];
const textOf = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Module names that a file imports or re-exports from, types included; `import()` too. */
const importsOf = (file: string): string[] => {
  const text = textOf.get(file) ?? '';
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
};

const targetOf = (file: string, name: string): string | undefined =>
  name.startsWith('.') ? relative(root, normalize(join(root, dirname(file), name))) : undefined;

const localImports = new Map(
  sources.map((file) => [
    file,
    importsOf(file)
      .map((name) => targetOf(file, name))
      .filter((target): target is string => target !== undefined && textOf.has(target)),
  ]),
);

/** The layer of a file: the folder that the import table speaks of. */
const layerOf = (file: string): string => {
  if (file.startsWith('dialogs/')) return 'dialogs';
  const [, first = '', second] = file.split('/');
  return second === undefined ? `src/${first}` : first;
};

/** layer → layers that it may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  app: ['domain', 'ports'],
  nlu: ['domain', 'ports'],
  stores: ['domain', 'ports'],
  bus: ['domain', 'ports'],
  wording: ['domain', 'ports'],
  policy: ['domain', 'ports'],
  dialogs: ['domain', 'ports', 'app'],
  customer: ['domain', 'ports', 'app', 'dialogs', 'http'],
  desk: ['domain', 'ports', 'app', 'http'],
  http: ['domain', 'ports', 'app'],
  web: ['ports'],
};
const FREE = ['src/compose.ts', 'src/main.ts', 'src/start.ts', 'src/backup.ts', 'src/corrections.ts'];

/** library → the folders that alone may name it. */
const ONLY_IN: Record<string, readonly string[]> = {
  natural: ['src/nlu/'],
  '@node-rs/jieba': ['src/nlu/'],
  'opencc-js': ['src/nlu/'],
  mongoose: ['src/stores/mongo/'],
  ioredis: ['src/bus/redis/'],
  botbuilder: ['dialogs/', 'src/customer/botframework/'],
  'botbuilder-core': ['dialogs/', 'src/customer/botframework/'],
  'botbuilder-dialogs': ['dialogs/', 'src/customer/botframework/'],
  'botframework-schema': ['dialogs/', 'src/customer/botframework/'],
  'botframework-connector': ['src/customer/botframework/'],
  '@slack/bolt': ['src/desk/slack/'],
};

describe('who may import whom', () => {
  it('follows the table of layers', () => {
    const breaches = sources
      .filter((file) => !FREE.includes(file) && !file.startsWith('src/config'))
      .flatMap((file) =>
        (localImports.get(file) ?? [])
          .filter((target) => {
            const [from, to] = [layerOf(file), layerOf(target)];
            return from !== to && !(MAY_IMPORT[from] ?? []).includes(to);
          })
          .map((target) => `${file} → ${target}`),
      );
    expect(breaches).toEqual([]);
  });

  it('lets pages know the server by types alone', () => {
    const breaches = sources
      .filter((file) => file.startsWith('src/web/'))
      .filter((file) => /^import (?!type\b)[^;]*from '(?:\.\.\/)+ports\//m.test(textOf.get(file) ?? ''));
    expect(breaches).toEqual([]);
  });

  it('lets only the start import the composition', () => {
    const others = sources.filter(
      (file) => !FREE.includes(file) && (localImports.get(file) ?? []).includes('src/compose.ts'),
    );
    expect(others).toEqual([]);
  });

  it('keeps two edges apart: Direct Line and Bot Framework, Slack and console', () => {
    const folderOf = (file: string) => /^src\/(customer|desk)\/([^/]+)\//.exec(file)?.slice(1, 3).join('/');
    const breaches = sources.flatMap((file) =>
      (localImports.get(file) ?? [])
        .filter((target) => folderOf(file) && folderOf(target) && folderOf(file) !== folderOf(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  it('names a library only where it belongs', () => {
    const breaches = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => {
          const library = Object.keys(ONLY_IN).find((key) => name === key || name.startsWith(`${key}/`));
          return library && !(ONLY_IN[library] ?? []).some((folder) => file.startsWith(folder));
        })
        .map((name) => `${file} → ${name}`),
    );
    expect(breaches).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of localImports.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('how the code is written', () => {
  it('reads the environment in one place', () => {
    const others = sources.filter(
      (file) => (textOf.get(file) ?? '').includes('process.env') && file !== 'src/config.ts',
    );
    expect(others).toEqual([]);
  });

  it('has no source file over 200 lines', () => {
    const long = sources.filter((file) => (textOf.get(file) ?? '').trimEnd().split('\n').length > 200);
    expect(long).toEqual([]);
  });

  it('has no function over 50 lines', () => {
    const starts =
      /^(\s*)(?:export\s+)?(?:default\s+)?(?:(?:async\s+)?function\b|(?:const|let)\s+\w+[^=]*=\s*(?:async\s*)?(?:<[^>]*>)?\([^{]*=>\s*\{\s*$|(?:static\s+|override\s+|async\s+|#)*\w+\s*\([^;]*\)[^;]*\{\s*$)/;
    const long = sources.flatMap((file) => {
      const lines = (textOf.get(file) ?? '').split('\n');
      return lines.flatMap((line, index) => {
        const start = starts.exec(line);
        if (!start || /^\s*(?:if|for|while|switch|return|else|catch)\b/.test(line)) return [];
        const end = lines.findIndex((other, at) => at > index && other.startsWith(`${start[1]}}`));
        return end - index > 50 ? [`${file}:${index + 1} (${end - index + 1} lines)`] : [];
      });
    });
    expect(long).toEqual([]);
  });

  it('says in its first line what each file is for', () => {
    const silent = sources.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(textOf.get(file) ?? ''));
    expect(silent).toEqual([]);
  });
});
