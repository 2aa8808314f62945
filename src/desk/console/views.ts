/** Cases and lines as the desk's API gives them. */
import type { Case } from '../../domain/case.ts';
import { openPromises } from '../../domain/promises.ts';
import type { Line } from '../../domain/transcript.ts';
import type { CaseRecord, CaseSummary, DeskLine } from '../../ports/deskApi.ts';

const firstLineOf = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

export const summaryOf = (of: Case): CaseSummary => {
  const name = of.facts.name ?? of.customer.name;
  const dueAt = openPromises(of)
    .map((promise) => promise.dueAt)
    .toSorted()[0];
  return {
    id: of.id,
    number: of.number,
    kind: of.kind,
    status: of.status,
    channel: of.channel,
    locale: of.locale,
    holder: of.holder,
    severity: of.severity,
    tier: of.customer.tier,
    opening: firstLineOf(of.opening),
    ...(name ? { customerName: name } : {}),
    ...(of.cause ? { cause: of.cause } : {}),
    tension: { now: of.tension.now, emotion: of.tension.emotion, trend: of.tension.trend },
    receivedAt: of.receivedAt,
    ...(of.waitingSince ? { waitingSince: of.waitingSince } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
};

export const recordOf = ({ origins: _, ...rest }: Case): CaseRecord => rest;

export const lineOf = ({ id, seq, at, from, text, audience, attachments = [] }: Line): DeskLine => ({
  id,
  seq,
  at,
  from,
  text,
  audience,
  attachments: [...attachments],
});
