/** What every verb needs: the ports, as the composition root filled them. */
import type { Policy } from '../domain/policy.ts';
import type { Bot } from '../ports/bot.ts';
import type { Bus } from '../ports/bus.ts';
import type { CaseIndex } from '../ports/caseIndex.ts';
import type { Clock, Ids } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversationStore.ts';
import type { Files } from '../ports/files.ts';
import type { Log } from '../ports/log.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Transcript } from '../ports/transcript.ts';
import type { Understanding } from '../ports/understanding.ts';
import type { Wording } from '../ports/wording.ts';
import type { TurnQueue } from './turnQueue.ts';

export interface Deps {
  readonly conversations: ConversationStore;
  readonly cases: CaseIndex;
  readonly transcript: Transcript;
  readonly outbox: Outbox;
  readonly files: Files;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
  readonly understanding: Understanding;
  readonly wording: Wording;
  readonly bot: Bot;
  readonly log: Log;
  readonly turns: TurnQueue;
}
