/** The desk's JSON API: what a client sends and what it gets. Checked by the server, known by type to the desk page. */
import { z } from 'zod';
import { ROLES } from '../domain/actor.ts';
import type { Case } from '../domain/case.ts';
import { CASE_KINDS, CASE_STATUSES, CHANNELS, STANCES, TIERS } from '../domain/case.ts';
import { CAUSES } from '../domain/cause.ts';
import { EMOTIONS, LOCALES, SEVERITIES, TRENDS } from '../domain/reading.ts';
import { REMEDY_KINDS } from '../domain/remedy.ts';

export const signIn = z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) });

export const me = z.object({ id: z.string(), login: z.string(), name: z.string(), role: z.enum(ROLES) });
export type Me = z.infer<typeof me>;

export const caseQuery = z.object({
  /** open: not resolved or closed, in the order of the queue; mine: held by the asker; done: newest first. */
  view: z.enum(['open', 'mine', 'done']).default('open'),
});
export type CaseView = z.infer<typeof caseQuery>['view'];

const speaker = z.object({
  kind: z.enum(['customer', 'bot', 'agent', 'system', 'queue']),
  id: z.string().optional(),
  name: z.string().optional(),
});

export const caseSummary = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  status: z.enum(CASE_STATUSES),
  channel: z.enum(CHANNELS),
  locale: z.enum(LOCALES),
  holder: speaker,
  severity: z.enum(SEVERITIES),
  tier: z.enum(TIERS),
  opening: z.string(),
  customerName: z.string().optional(),
  cause: z.object({ group: z.string(), sub: z.string().optional() }).optional(),
  tension: z.object({ now: z.number(), emotion: z.enum(EMOTIONS), trend: z.enum(TRENDS) }),
  receivedAt: z.string(),
  waitingSince: z.string().optional(),
  /** The next promise to the customer. */
  dueAt: z.string().optional(),
});
export type CaseSummary = z.infer<typeof caseSummary>;
export const caseList = z.object({ cases: z.array(caseSummary) });

export const deskLine = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: z.string(),
  from: speaker,
  text: z.string(),
  audience: z.enum(['public', 'note']),
  attachments: z.array(
    z.object({ id: z.string(), name: z.string(), contentType: z.string(), bytes: z.number() }),
  ),
});
export type DeskLine = z.infer<typeof deskLine>;

/** Everything known of a case. The document names the main fields; all of `Case` but its origins is there. */
export const caseRecord = z.looseObject({
  id: z.string(),
  number: z.string(),
  status: z.enum(CASE_STATUSES),
  stance: z.enum(STANCES),
  epoch: z.number().int(),
});
export type CaseRecord = Omit<Case, 'origins'>;
export const caseDetail = z.object({ case: caseRecord, lines: z.array(deskLine) });
export interface CaseDetail {
  readonly case: CaseRecord;
  readonly lines: readonly DeskLine[];
}

const text = z.string().trim().min(1).max(20_000);

export const reply = z.object({ text, epoch: z.number().int().min(0) });
export const note = z.object({ text });
export const remedyProposal = z.object({
  kind: z.enum(REMEDY_KINDS),
  amount: z.number().min(0).optional(),
  percent: z.number().min(0).max(100).optional(),
  note: z.string().trim().max(500).optional(),
});
export type RemedyProposal = z.infer<typeof remedyProposal>;

const { product, service, environment } = CAUSES;
/** One of the 22 sub-causes, with its group. */
const namedCause = z.discriminatedUnion('group', [
  z.object({ group: z.literal('product'), sub: z.enum(product) }),
  z.object({ group: z.literal('service'), sub: z.enum(service) }),
  z.object({ group: z.literal('environment'), sub: z.enum(environment) }),
]);
const seenCause = z.object({
  group: z.enum(['product', 'service', 'environment']),
  sub: z.string().optional(),
});
export const causeCorrection = z.object({
  cause: namedCause,
  /** The cause that the writer saw, null for none: when it is another one by now, the correction is refused. */
  seen: seenCause.nullable(),
});
export type CauseCorrection = z.infer<typeof causeCorrection>;
/** Every sub-cause by its group: for pages, which know the server by types alone. */
export type CausesByGroup = {
  readonly [G in keyof typeof CAUSES]: Readonly<Record<(typeof CAUSES)[G][number], true>>;
};

export const decision = z.object({ approved: z.boolean(), reason: z.string().trim().min(1).max(1000) });
export const resolution = z.object({ result: text });
export const nothing = z.object({});

/** A live event: something about this case changed; who shows it asks again. */
export const deskEvent = z.object({
  type: z.enum(['line', 'case', 'typing', 'erased']),
  conversationId: z.string().optional(),
  caseId: z.string().optional(),
});
export type DeskEvent = z.infer<typeof deskEvent>;
