/** What the desk reads: the queue, a case with everything known of it, files. */
import type { Case, CaseStatus } from '../../domain/case.ts';
import { queueOrder } from '../../domain/queueOrder.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Line } from '../../domain/transcript.ts';
import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { FILE_POLICY } from '../../http/securityHeaders.ts';
import { type CaseView, caseDetail, caseList, caseQuery } from '../../ports/deskApi.ts';
import type { DeskDeps } from './deskDeps.ts';
import { lineOf, recordOf, summaryOf } from './views.ts';

const tag = 'desk';
const MOST = 200;
const PAGE = 1000;
const OPEN: readonly CaseStatus[] = ['with-bot', 'queued', 'with-agent', 'settling'];

const casesFor = async ({ deps }: DeskDeps, view: CaseView, staffId: string): Promise<readonly Case[]> => {
  if (view === 'done') return deps.cases.list({ statuses: ['resolved', 'closed'], limit: MOST });
  const mine = view === 'mine' ? { holderId: staffId } : {};
  return (await deps.cases.list({ statuses: OPEN, ...mine, limit: MOST })).toSorted(queueOrder);
};

const linesOf = async ({ deps }: DeskDeps, conversationId: string): Promise<readonly Line[]> => {
  const all: Line[] = [];
  for (;;) {
    const page = await deps.transcript.read(conversationId, { after: all.at(-1)?.seq ?? 0, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
};

const fileRoute = (desk: DeskDeps): Route =>
  route({
    method: 'GET',
    path: '/api/desk/files/:fileId',
    tag,
    summary: 'A file that a customer or an agent sent',
    security: 'session',
    answers: { 200: 'the file' },
    handle: async (call) => {
      await desk.sessions.staffOf(call);
      const found = await desk.deps.files.get(call.params.fileId ?? '');
      if (!found) throw new Problem('file-unknown');
      const { contentType, name } = found.file;
      const shown = /^image\/(?:jpeg|png|gif|webp|avif)$/.test(contentType);
      return {
        status: 200,
        body: found.content,
        headers: {
          'Content-Type': contentType,
          'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
          'Content-Security-Policy': FILE_POLICY,
          'Cache-Control': 'private, no-store',
        },
      };
    },
  });

export const readRoutes = (desk: DeskDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/desk/cases',
    tag,
    summary: 'Cases: open ones in the order of the queue, or those that are done, newest first',
    security: 'session',
    query: caseQuery,
    answers: { 200: caseList },
    handle: async (call) => {
      const staff = await desk.sessions.staffOf(call);
      const cases = await casesFor(desk, call.query.view, staff.id);
      return { status: 200, body: { cases: cases.map(summaryOf) } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/desk/cases/:caseId',
    tag,
    summary: 'A case with everything known of it, and the whole conversation with notes',
    security: 'session',
    answers: { 200: caseDetail },
    handle: async (call) => {
      await desk.sessions.staffOf(call);
      const found = await desk.deps.cases.byId(call.params.caseId ?? '');
      if (!found) return refuse('case-unknown');
      const lines = await linesOf(desk, found.conversationId);
      return { status: 200, body: { case: recordOf(found), lines: lines.map(lineOf) } };
    },
  }),
  fileRoute(desk),
];
