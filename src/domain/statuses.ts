/** In which statuses a command can be carried out at all. */
import type { CaseStatus } from './case.ts';
import type { CaseCommand } from './command.ts';

const OPEN: readonly CaseStatus[] = ['with-bot', 'queued', 'with-agent', 'settling', 'resolved'];
const WORKING: readonly CaseStatus[] = ['with-bot', 'queued', 'with-agent', 'settling'];

export const ALLOWED: Readonly<Record<CaseCommand['type'], readonly CaseStatus[]>> = {
  openCase: [],
  noteFacts: OPEN,
  judgeCase: OPEN,
  correctCause: [...OPEN, 'closed'],
  hearCustomer: OPEN,
  confirmRecord: WORKING,
  proposeRemedy: ['with-bot', 'with-agent', 'settling'],
  approveRemedy: WORKING,
  answerRemedy: WORKING,
  requestHuman: ['with-bot', 'queued', 'with-agent', 'settling', 'resolved'],
  takeCase: WORKING,
  replyAsAgent: ['with-agent', 'settling'],
  noteAsAgent: [...OPEN, 'closed'],
  transferCase: WORKING,
  returnToBot: ['queued', 'with-agent', 'settling'],
  makePromise: WORKING,
  keepPromise: OPEN,
  renewPromise: OPEN,
  completeTask: WORKING,
  resolveCase: WORKING,
  remindCustomer: OPEN,
  nudgeOwner: OPEN,
  askSatisfaction: ['resolved'],
  rateCase: ['resolved', 'closed'],
  closeCase: OPEN,
  reopenCase: ['resolved', 'closed'],
};
