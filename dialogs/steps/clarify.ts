/** Step 4a, the cause: asked when the words leave it open or nearly so, since it decides what else is asked. */
import { CAUSES, type Cause, type CauseGroup } from '../../src/domain/cause.ts';
import type { CauseReading } from '../../src/ports/understanding.ts';
import { likelyCause } from '../record/likelyCause.ts';
import { nothingToAsk } from '../record/stance.ts';
import type { Scene } from '../scene.ts';
import { done, Step, WAIT } from '../step.ts';

interface State {
  offered?: readonly Cause[];
}

const choices = (read: CauseReading | undefined): readonly Cause[] => {
  const plain = ({ group, sub }: Cause): Cause => ({ group, ...(sub ? { sub } : {}) });
  if (read?.runnerUp) return [plain(read), plain(read.runnerUp)];
  return (Object.keys(CAUSES) as CauseGroup[]).map((group) => ({ group }));
};

const label = ({ work }: Scene, { group, sub }: Cause): string => work.word(`cause.${sub ?? group}`);

export class Clarify extends Step<State> {
  protected override async begin(scene: Scene, state: State) {
    const { work, memory } = scene;
    const current = work.case;
    const named = memory.causeFixed || current?.corrections;
    const settled = named || current?.confirmed || (current?.cause && !memory.cause);
    if (!current || settled || nothingToAsk(scene)) return done(scene);
    const likely = likelyCause(memory.cause, current.facts);
    if (!likely) return this.again(scene, state);
    const same = likely.group === current.cause?.group && likely.sub === current.cause.sub;
    if (!same) work.do({ type: 'judgeCase', cause: likely });
    return done(scene);
  }

  protected override async again(scene: Scene, state: State) {
    const offered = choices(scene.memory.cause);
    state.offered = offered;
    const titles = offered.map((cause) => label(scene, cause));
    scene.work.say(titles.length === 2 ? 'clarify.cause' : 'clarify.group', {
      values: { first: titles[0] ?? '', second: titles[1] ?? '' },
      quickReplies: titles.map((title) => ({ title, value: title })),
    });
    return WAIT;
  }

  protected override async hear(scene: Scene, state: State) {
    const { work, memory, text } = scene;
    const chosen = state.offered?.find((cause) => text.includes(label(scene, cause)));
    const by = { kind: 'customer', id: work.conversation.customer.id } as const;
    if (chosen) work.do({ type: 'judgeCase', by, cause: chosen });
    // Asked once: whatever the answer was worth, the conversation goes on and a person can set it right.
    if (chosen) memory.causeFixed = true;
    return done(scene);
  }
}
