/** What holds after any sequence of commands by anybody, with ticks of the clock in between. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import type { CaseEvent } from '../../src/domain/event.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { openPromises } from '../../src/domain/promises.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { openTasks } from '../../src/domain/tasks.ts';
import { alwaysOpen, defaultPolicy, policyWithHours, weekOf } from '../policy/defaultPolicy.ts';
import { anyDraw, type Draw, inCharge } from './anyCommand.ts';
import { opened, Played } from './cases.ts';
import { tick } from './tick.ts';

const gone = policyWithHours(
  `${weekOf("'09:00-21:00'")}  holidays:\n    - { date: '2026-01-01', to: '2099-12-31' }\n`,
);
const policies = [defaultPolicy(), alwaysOpen()];

const play = (
  draws: readonly Drawn[],
  start: Played,
  after: (played: Played) => void,
  ticks: boolean,
): Played => {
  for (const [index, drawn] of draws.entries()) {
    start.wait(drawn.waited);
    if (ticks) tick(start);
    const draw = inCharge(start.current, { ...drawn, fresh: `x${index}` });
    const command = draw.build(start.current, draw, start.now);
    start.try(draw.by, command, `d-${draw.fresh}`);
    if (draw.repeat) {
      const before = start.current;
      start.try(draw.by, command, `d-${draw.fresh}`);
      // A refused command is refused again; one that was carried out is not carried out twice.
      if (before?.origins.includes(`d-${draw.fresh}`)) expect(start.current).toBe(before);
    }
    after(start);
  }
  return start;
};

type Drawn = Omit<Draw, 'fresh'>;

const draws = fc.array(anyDraw, { minLength: 10, maxLength: 60 });
const policy = fc.constantFrom(...policies);
/** A shop closed for good too: its working time is slow to count, so it comes only where time matters. */
const anyPolicy = fc.constantFrom(...policies, gone);

const whenever = (check: (played: Played) => void, runs = 300): void =>
  fc.assert(
    fc.property(draws, policy, fc.boolean(), (list, chosen, ticks) => {
      play(list, opened(chosen), check, ticks);
    }),
    { numRuns: runs },
  );

/** The status says who holds it; nothing contradicts it. */
const holderFits = ({ status, holder, tasks }: Case): boolean => {
  if (status === 'with-bot') return holder.kind === 'bot';
  if (status === 'queued') return holder.kind === 'queue';
  if (status === 'with-agent') return holder.kind === 'agent';
  if (status === 'settling') return holder.kind !== 'queue' && openTasks({ tasks }).length > 0;
  return status === 'resolved' ? holder.kind === 'bot' : true;
};

describe('after any sequence of commands', () => {
  it('exactly one holder speaks, and the status says which', () => {
    whenever(({ case: current }) => {
      if (!holderFits(current)) expect.fail(`${current.status} held by ${current.holder.kind}`);
    });
  });

  it('the versions of the events have no gap and their ids no double', () => {
    whenever(({ events, case: current }) => {
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(current.version).toBe(events.length);
    }, 100);
  });

  it('no closed case has an open promise or work to be done', () => {
    whenever(({ case: current }) => {
      if (current.status !== 'closed') return;
      expect(openPromises(current)).toEqual([]);
      expect(openTasks(current)).toEqual([]);
    });
  });

  it('no settled case has an open promise', () => {
    whenever(({ case: current }) => {
      if (current.status === 'resolved') expect(openPromises(current)).toEqual([]);
    });
  });

  it('every open case has exactly one armed deadline and an owner, a closed one has none', () => {
    whenever(({ case: current, events }) => {
      expect(current.deadline === undefined).toBe(current.status === 'closed');
      expect(current.owner).toBeDefined();
      expect(events.at(-1)?.type).toBe('deadlineArmed');
    });
  });

  it('replaying the events gives the same state', () => {
    const replay = (events: readonly CaseEvent[]) =>
      events.reduce<Case | undefined>(
        (before, event) => evolve(before, JSON.parse(JSON.stringify(event))),
        undefined,
      );
    fc.assert(
      fc.property(draws, policy, fc.boolean(), (list, chosen, ticks) => {
        const played = play(list, opened(chosen), () => undefined, ticks);
        expect(replay(played.events)).toEqual(played.case);
      }),
      { numRuns: 200 },
    );
  });

  it('each command given twice does what it does once', () => {
    const everything = (list: readonly Drawn[], repeat: boolean, chosen: Played) =>
      play(
        list.map((draw) => ({ ...draw, repeat })),
        chosen,
        () => undefined,
        false,
      ).case;
    fc.assert(
      fc.property(draws, policy, (list, chosen) => {
        expect(everything(list, true, opened(chosen))).toEqual(everything(list, false, opened(chosen)));
      }),
      { numRuns: 200 },
    );
  });

  it('a promise ends once and keeps its end, and a miss is recorded once', () => {
    whenever(({ events, case: current }) => {
      const ends = events.flatMap((event) =>
        event.type === 'promiseKept' || event.type === 'promiseRenewed' || event.type === 'promiseReleased'
          ? [event.promiseId]
          : [],
      );
      const misses = events.flatMap((event) => (event.type === 'promiseMissed' ? [event.promiseId] : []));
      expect(new Set(ends).size).toBe(ends.length);
      expect(new Set(misses).size).toBe(misses.length);
      for (const promise of current.promises) {
        expect(promise.state === 'open').toBe(!ends.includes(promise.id));
        if (promise.state === 'kept' || promise.state === 'renewed') expect(promise.missedAt).toBeUndefined();
        if (promise.state === 'broken') expect(promise.missedAt).toBeDefined();
      }
    }, 100);
  });
});

describe('a tick of the clock', () => {
  it('moves the deadline into the future or ends the case, whatever happened before', () => {
    fc.assert(
      fc.property(draws, anyPolicy, fc.integer({ min: 0, max: 20_000 }), (list, chosen, late) => {
        const played = play(list, opened(chosen), () => undefined, false).wait(late);
        // Several promises may be due at once; each tick settles one of them.
        const most = openPromises(played.case).length + 4;
        let ticks = 0;
        while (tick(played)) {
          ticks += 1;
          if (ticks > most)
            expect.fail(`still due after ${ticks} ticks: ${JSON.stringify(played.case.deadline)}`);
        }
        const { deadline, status } = played.case;
        expect(deadline ? deadline.dueAt > played.now : status === 'closed').toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('alone brings every case that nobody touches to its end or keeps a person at it for ever', () => {
    fc.assert(
      fc.property(draws, policy, (list, chosen) => {
        const played = play(list, opened(chosen), () => undefined, false);
        for (let round = 0; round < 60 && played.current?.deadline; round += 1) {
          if (played.case.deadline && played.case.deadline.dueAt > played.now)
            played.now = played.case.deadline.dueAt;
          const before = played.case.version;
          tick(played);
          expect(played.case.version).toBeGreaterThan(before);
        }
        const { status, holder } = played.case;
        expect(
          status === 'closed' ||
            holder.kind !== 'bot' ||
            status === 'settling' ||
            openPromises(played.case).length > 0,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a case that is not open', () => {
  it('refuses every command but the opening', () => {
    fc.assert(
      fc.property(anyDraw, policy, (draw, chosen) => {
        const played = new Played(chosen);
        const command = draw.build(undefined, { ...draw, fresh: 'x' }, played.now);
        expect(isRefusal(played.try(draw.by, command))).toBe(command.type !== 'openCase');
      }),
      { numRuns: 300 },
    );
  });
});
