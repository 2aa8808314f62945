/** The cause of a case put right by a person, and all such corrections as rows to learn from. */

import { correctCause } from '../../app/correctCause.ts';
import { exportCorrections } from '../../app/exportCorrections.ts';
import type { Cause } from '../../domain/cause.ts';
import { attachment } from '../../http/attachment.ts';
import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { causeCorrection } from '../../ports/deskApi.ts';
import type { DeskDeps } from './deskDeps.ts';
import { verb } from './verb.ts';

const exportRoute = (desk: DeskDeps): Route =>
  route({
    method: 'GET',
    path: '/api/desk/corrections',
    tag: 'desk',
    summary: 'Causes that were put right, as JSON lines without personal data; managers only',
    security: 'session',
    answers: { 200: 'application/x-ndjson' },
    handle: async (call) => {
      const { role } = await desk.sessions.staffOf(call);
      if (role !== 'manager') throw new Problem('not-permitted');
      const { rows } = await exportCorrections(desk.deps);
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      return attachment('corrections.jsonl', 'application/x-ndjson', lines);
    },
  });

export const causeRoutes = (desk: DeskDeps): readonly Route[] => [
  verb(desk, {
    path: 'cause',
    summary: 'Puts the cause right, also of a closed case; refused when it has changed since `seen`',
    body: causeCorrection,
    // What was seen is only compared: a sub-cause that nobody knows is another one.
    act: (click, { cause, seen }) => correctCause(desk.deps, { ...click, cause, seen: seen as Cause | null }),
  }),
  exportRoute(desk),
];
