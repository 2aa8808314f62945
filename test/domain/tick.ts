/** The clock's own commands, as the promise keeper gives them: what the duty of a case asks for. */
import type { Duty } from '../../src/domain/duty.ts';
import { dutyOf } from '../../src/domain/duty.ts';
import type { TurnCommand } from '../../src/ports/turnWork.ts';
import { CLOCK, type Played } from './cases.ts';

const commandFor = (played: Played, duty: Duty): TurnCommand => {
  const { case: current, now, policy } = played;
  switch (duty.kind) {
    case 'tell-about-promise':
      return {
        type: 'renewPromise',
        promiseId: duty.promiseId,
        newPromiseId: `tick-${current.version}`,
        dueAt: policy.hours.addWorkingMinutes(now, policy.clocks.promise.update),
        told: '还在处理',
      };
    case 'remind-customer':
    case 'remind-satisfaction':
      return { type: 'remindCustomer' };
    case 'call-person':
      return { type: 'requestHuman', reason: 'silence', told: '稍后由专人联系您' };
    case 'nudge-owner':
      return { type: 'nudgeOwner' };
    case 'ask-satisfaction':
      return { type: 'askSatisfaction' };
    case 'close':
      return { type: 'closeCase', reason: 'no-answer' };
  }
};

/** Does what is due now, once. Undefined when nothing is. */
export const tick = (played: Played): Duty | undefined => {
  const duty = played.current && dutyOf(played.current, played.now);
  if (!duty) return undefined;
  played.do(CLOCK, commandFor(played, duty));
  return duty;
};
