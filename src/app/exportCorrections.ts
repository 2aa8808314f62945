/** The causes that agents put right, as rows to learn from: the customer's complaint with what it was and what it is. */
import { setImmediate as breath } from 'node:timers/promises';
import type { Case, CauseCorrection } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';
import type { Locale } from '../domain/reading.ts';
import type { Line } from '../domain/transcript.ts';
import type { CaseIndex } from '../ports/caseIndex.ts';
import type { Transcript } from '../ports/transcript.ts';
import type { Reading, Understanding } from '../ports/understanding.ts';
import { maskPersonal } from './maskPersonal.ts';

export interface CorrectionRow {
  /** Number of the case. */
  readonly id: string;
  /** The customer's own words, without personal data. */
  readonly text: string;
  readonly lang: Locale;
  readonly group: string;
  readonly sub?: string | undefined;
  /** What it was before: as the recogniser found it, where it found something. */
  readonly was?: {
    readonly group: string;
    readonly sub?: string | undefined;
    readonly confidence?: number;
  };
  readonly at: Instant;
  readonly by?: string;
  /** Somebody reads it over and sets this to true before anything learns from it. */
  readonly reviewed: false;
}

export interface ExportedCorrections {
  /** The oldest correction first; one row a case, with its newest correction. */
  readonly rows: readonly CorrectionRow[];
  /** Numbers of corrected cases whose customers had everything deleted since. */
  readonly erased: readonly string[];
}

interface Sources {
  readonly cases: Pick<CaseIndex, 'list'>;
  readonly transcript: Pick<Transcript, 'byId' | 'read'>;
  readonly understanding: Understanding;
}

const PAGE = 200;

async function* correctedCases({ cases }: Sources): AsyncGenerator<Case> {
  let after: string | undefined;
  for (;;) {
    const page = await cases.list({ limit: PAGE, ...(after && { after }) });
    yield* page.filter(({ corrections = [] }) => corrections.length > 0);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
    // A long list must not hold up the customers who are being answered meanwhile.
    await breath();
  }
}

/** Whatever the customer said of this matter, from its first words on. */
const linesOf = async ({ transcript }: Sources, of: Case): Promise<readonly Line[]> => {
  const all = await transcript.read(of.conversationId, { audience: 'public' });
  const said = all.filter(({ from, text }) => from.kind === 'customer' && text.trim() !== '');
  const first = said.findIndex(({ text }) => text.trim().startsWith(of.opening.trim()));
  return said.slice(Math.max(0, first)).filter(({ at }) => !of.closedAt || at <= of.closedAt);
};

const sure = ({ cause }: Reading): number => cause?.confidence ?? 0;

/** The line that the cause was read from; where none was, the one that complains most; at last the first words. */
const complaintOf = async (from: Sources, of: Case): Promise<string> => {
  const line = of.found?.lineId ? await from.transcript.byId(of.found.lineId) : undefined;
  if (line) return line.text;
  const read = (await linesOf(from, of)).map(({ text, at, locale }) => ({
    text,
    sure: sure(from.understanding.understand({ text, at, lang: locale })),
  }));
  const most = read.toSorted((a, b) => b.sure - a.sure)[0];
  return most && most.sure > 0 ? most.text : of.opening;
};

const wasOf = ({ found, corrections = [] }: Case): CorrectionRow['was'] => {
  if (found) return { ...found.cause, confidence: found.confidence };
  return corrections[0]?.from;
};

const rowOf = async (
  from: Sources,
  of: Case,
  correction: CauseCorrection,
): Promise<CorrectionRow | undefined> => {
  const words = (await complaintOf(from, of)).trim();
  if (words === '') return undefined;
  const { lang, personal } = from.understanding.understand({ text: words, lang: of.locale });
  const { name, contact } = of.customer;
  const was = wasOf(of);
  return {
    id: of.number,
    text: maskPersonal(words, personal, [name, contact, of.facts.name, of.facts.phone]),
    lang,
    group: correction.to.group,
    sub: correction.to.sub,
    ...(was && { was }),
    at: correction.at,
    ...(correction.by && { by: correction.by.name }),
    reviewed: false,
  };
};

/** `since`: only what was corrected then or later. */
export const exportCorrections = async (
  from: Sources,
  { since }: { readonly since?: Instant | undefined } = {},
): Promise<ExportedCorrections> => {
  const rows: CorrectionRow[] = [];
  const erased: string[] = [];
  for await (const of of correctedCases(from)) {
    const last = of.corrections?.at(-1);
    if (of.customer.id === 'erased') erased.push(of.number);
    else if (last && (since === undefined || last.at >= since)) {
      const row = await rowOf(from, of, last);
      if (row) rows.push(row);
    }
  }
  return { rows: rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), erased };
};
