/** Conversations, cases, lines and events to store; each test changes what it is about. */
import type { Case } from '../../src/domain/case.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { CaseEvent } from '../../src/domain/event.ts';
import { instant } from '../../src/domain/instant.ts';
import type { NewLine } from '../../src/domain/transcript.ts';
import type { Commit } from '../../src/ports/conversationStore.ts';

const START = Date.parse('2026-03-02T09:00:00.000Z');
export const at = (minutes: number) => instant(START + minutes * 60_000);

export const aConversation = (id: string, change: Partial<Conversation> = {}): Conversation => ({
  id,
  version: 0,
  channel: 'webchat',
  customer: { id: `customer of ${id}`, tier: 'regular' },
  locale: 'zh-CN',
  localeChosen: false,
  startedAt: at(0),
  handled: 0,
  dialog: { stack: [{ id: 'calm', state: { rounds: 1 } }] },
  failures: 0,
  said: ['calm.listen:0'],
  ...change,
});

export const aCase = (id: string, conversationId: string, change: Partial<Case> = {}): Case => ({
  id,
  number: `C-${id}`,
  conversationId,
  version: 3,
  kind: 'complaint',
  status: 'with-bot',
  holder: { kind: 'bot' },
  epoch: 0,
  owner: { kind: 'bot' },
  channel: 'webchat',
  locale: 'zh-CN',
  customer: { id: `customer of ${conversationId}`, tier: 'regular' },
  facts: { what: '水壶坏了' },
  skipped: [],
  opening: '你们的水壶用两天就坏了',
  otherCauses: [],
  severity: 'normal',
  responsibility: 'unknown',
  stance: 'unknown',
  tension: { start: 0.8, peak: 0.8, now: 0.5, emotion: 'upset', trend: 'calming' },
  offers: [],
  tasks: [],
  promises: [],
  deadline: { kind: 'silence', dueAt: at(30) },
  receivedBy: { kind: 'bot' },
  receivedAt: at(0),
  reopened: 0,
  reminded: 0,
  heardAt: at(0),
  origins: [],
  ...change,
});

export const aLine = (id: string, conversationId: string, change: Partial<NewLine> = {}): NewLine => ({
  id,
  conversationId,
  at: at(0),
  from: { kind: 'customer', id: `customer of ${conversationId}` },
  text: '你好',
  locale: 'zh-CN',
  audience: 'public',
  ...change,
});

export const anEvent = (id: string, caseId: string): CaseEvent => ({
  type: 'agentNoted',
  agent: { kind: 'agent', id: 'li', name: '小李', role: 'agent' },
  text: 'called back',
  id,
  caseId,
  version: 4,
  origin: id,
  by: { kind: 'bot' },
  at: at(1),
});

export const aCommit = (conversation: Conversation, change: Partial<Commit> = {}): Commit => ({
  conversation,
  lines: [],
  events: [],
  deliveries: [],
  ...change,
});
