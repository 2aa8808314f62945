/** Says of each mistake in a YAML file in which line it is and of which field. */
import { type Document, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml';
import type { z } from 'zod';

type Path = readonly (string | number)[];

const lineOf = (node: Node | undefined, lines: LineCounter): number =>
  node?.range ? lines.linePos(node.range[0]).line : 1;

/** The node of a field, or of the nearest field around it that is there. */
const nodeAt = (document: Document, path: Path): Node | undefined => {
  for (let length = path.length; length >= 0; length -= 1) {
    const found: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return undefined;
};

/** The node of a key, for a field whose name is the mistake. */
const keyAt = (document: Document, path: Path, key: string): Node | undefined => {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return nodeAt(document, path);
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isNode(pair?.key) ? pair.key : nodeAt(document, path);
};

const nameOf = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

interface Mistake {
  readonly line: number;
  readonly text: string;
}

const mistakesOf = (document: Document, lines: LineCounter, issue: z.core.$ZodIssue): readonly Mistake[] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf(keyAt(document, path, key), lines),
      text: `${nameOf([...path, key])}: is not known here`,
    }));
  }
  const line = lineOf(nodeAt(document, path), lines);
  const missing = path.length > 0 && issue.code !== 'custom' && !document.hasIn(path);
  return [{ line, text: `${nameOf(path) || 'the file'}: ${missing ? 'is missing' : issue.message}` }];
};

/** One line per mistake, in the order of the file. */
export const located = (
  file: string,
  document: Document,
  lines: LineCounter,
  issues: readonly z.core.$ZodIssue[],
): readonly string[] =>
  issues
    .flatMap((issue) => mistakesOf(document, lines, issue))
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, text }) => `${file}:${line}: ${text}`);
