/** What stands in the index for a line, and what a question asks of it. */
import { createHash } from 'node:crypto';
import type { Line } from '../../../domain/transcript.ts';
import { type Pieces, piecesOf } from '../../searchTerms.ts';
import { timeTermsOf } from './timeTerms.ts';

/** Raise it when the terms of a text change: the index is then built again from the lines. */
export const TERMS_VERSION = `3/${process.versions.unicode}`;

/** Longer words are cut alike in the index and in questions. */
const LONGEST = 40;

const pairsOf = (run: string): readonly string[] => {
  const chars = [...run];
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
};

const mark = (sign: string, id: string): string =>
  sign + createHash('sha256').update(id).digest('hex').slice(0, 12);
/** No word contains these signs. */
const caseTerm = (caseId: string): string => mark('¢', caseId);
const conversationTerm = (conversationId: string): string => mark('¤', conversationId);

/** Single characters are there for questions of one character, pairs for all longer ones. */
export const termsOf = (line: Line): string => {
  const { runs, words } = piecesOf(line.text);
  const terms = new Set<string>([conversationTerm(line.conversationId), ...timeTermsOf(line.at)]);
  if (line.caseId !== undefined) terms.add(caseTerm(line.caseId));
  for (const word of words) terms.add(word.slice(0, LONGEST));
  for (const run of runs) {
    for (const char of run) terms.add(char);
    for (const pair of pairsOf(run)) terms.add(pair);
  }
  return [...terms].join(' ');
};

export interface Scope {
  readonly pieces?: Pieces | undefined;
  readonly caseId?: string | undefined;
  readonly conversationIds?: readonly string[] | undefined;
  /** Any of these. */
  readonly times?: readonly string[] | undefined;
}

const quoted = (term: string): string => `"${term}"`;
const anyOf = (terms: readonly string[]): string => `(${terms.map(quoted).join(' OR ')})`;

/** An FTS5 expression; undefined when nothing is asked. */
export const expressionOf = ({ pieces, caseId, conversationIds, times }: Scope): string | undefined => {
  const terms = new Set<string>();
  if (caseId !== undefined) terms.add(caseTerm(caseId));
  for (const word of pieces?.words ?? []) terms.add(word.slice(0, LONGEST));
  for (const run of pieces?.runs ?? []) {
    const pairs = pairsOf(run);
    for (const term of pairs.length > 0 ? pairs : [run]) terms.add(term);
  }
  const parts = [...terms].map(quoted);
  if (conversationIds) parts.push(anyOf(conversationIds.map(conversationTerm)));
  if (times) parts.push(anyOf(times));
  return parts.length > 0 ? parts.join(' AND ') : undefined;
};
