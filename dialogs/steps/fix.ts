/** Step 7, fix: up to three ways out within policy, the customer's opinion asked; a counter-wish gets another; else a person. */

import { remedyDetail, remedyTitle } from '../../src/app/remedyText.ts';
import { isHeated } from '../../src/domain/calmness.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Remedy } from '../../src/domain/remedy.ts';
import { openOffers, remediesFor } from '../../src/domain/remedyChoice.ts';
import { buttons } from '../answer.ts';
import { chosenOffer } from '../record/chosenOffer.ts';
import type { Scene } from '../scene.ts';
import { Step, type Turned, WAIT } from '../step.ts';
import { agree } from './agree.ts';
import { noteCounterOffer } from './counterOffer.ts';
import { handOver } from './handOver.ts';

interface State {
  rounds?: number;
  unclear?: number;
  /** They have been told that their own wish cannot be met right here. */
  regretted?: boolean;
}

/** More than the place of an offer: a sum of their own. */
const FIGURE = /\d{2,}/;
/** Rounds of offers before a person takes over. */
const ROUNDS = 2;

const listText = ({ work }: Scene, remedies: readonly Remedy[]): string =>
  remedies
    .map((remedy, index) =>
      work.word('fix.option', {
        place: index + 1,
        title: remedyTitle(work, remedy),
        detail: remedyDetail(work, remedy),
      }),
    )
    .join('\n');

export class Fix extends Step<State> {
  protected override async begin(scene: Scene, state: State): Turned {
    const { work } = scene;
    if (!work.case || work.case.agreement) return scene.dc.endDialog();
    if (openOffers(work.case).length > 0) return this.again(scene);
    return this.#offer(scene, state, 'fix.offer');
  }

  protected override async again(scene: Scene): Turned {
    this.#say(scene, 'fix.again');
    return WAIT;
  }

  protected override async hear(scene: Scene, state: State): Turned {
    const { answer, reading } = scene;
    const offer = chosenOffer(scene);
    if (offer) return agree(scene, offer);
    if (answer?.action === 'refuse' || answer?.action === 'no') return this.#another(scene, state);
    if (reading?.intent === 'no' || this.#wantsOther(scene)) return this.#another(scene, state);
    state.unclear = (state.unclear ?? 0) + 1;
    if (state.unclear > ROUNDS) return handOver(scene, 'refused-remedies');
    const yes = reading?.intent === 'yes' || reading?.intent === 'thanks';
    this.#say(scene, yes ? 'fix.which' : 'fix.unclear');
    return WAIT;
  }

  /** A wish or an amount that none of the offers meets, or new anger. */
  #wantsOther({ reading, text }: Scene): boolean {
    const { remedy, amount } = reading?.slots ?? {};
    const angry = reading?.intent === 'complaint' && isHeated({ now: reading.tension });
    return remedy !== undefined || amount !== undefined || angry || FIGURE.test(text);
  }

  /** What was offered is not what they need: the next ones by policy, in the light of the new wish; else a person. */
  async #another(scene: Scene, state: State): Turned {
    const { work, reading, text } = scene;
    for (const { id } of work.case ? openOffers(work.case) : []) {
      work.do({ type: 'answerRemedy', offerId: id, accepted: false, words: text });
    }
    const remedy = reading?.slots.remedy;
    if (remedy) work.do({ type: 'noteFacts', facts: { remedy } });
    return this.#offer(scene, state, 'fix.another');
  }

  async #offer(scene: Scene, state: State, key: string): Turned {
    const { work } = scene;
    const rounds = (state.rounds ?? 0) + 1;
    state.rounds = rounds;
    const rules = work.case && rounds <= ROUNDS ? remediesFor(work.case, work.policy) : [];
    const offers = rules.map(({ remedy }) => ({ id: work.newId(), remedy }));
    const proposed = offers.length > 0 && work.do({ type: 'proposeRemedy', offers });
    if (!proposed || isRefusal(proposed)) {
      noteCounterOffer(scene);
      work.say(rounds === 1 ? 'fix.none' : 'fix.beyond');
      return handOver(scene, rounds === 1 ? 'no-policy' : 'refused-remedies');
    }
    const met = this.#wishIsMet(scene);
    this.#say(scene, met || state.regretted ? key : 'fix.instead');
    if (!met) state.regretted = true;
    return WAIT;
  }

  /** By what is offered now, or was before and was not wanted. */
  #wishIsMet({ work }: Scene): boolean {
    const wish = work.case?.facts.remedy;
    if (!wish) return true;
    const answering = work.policy.rules.filter(({ answers }) => answers?.includes(wish));
    return (work.case?.offers ?? []).some(
      ({ by, remedy }) => by.kind === 'bot' && answering.some((rule) => rule.remedy.kind === remedy.kind),
    );
  }

  #say(scene: Scene, key: string): void {
    const { work } = scene;
    const offers = work.case ? openOffers(work.case) : [];
    const wish = work.case?.facts.remedy;
    const options = offers.map(({ id, remedy }) => ({
      offerId: id,
      title: remedyTitle(work, remedy),
      detail: remedyDetail(work, remedy),
    }));
    const titles = options.map(({ title }) => ({ title, value: title }));
    work.say(key, {
      values: {
        wish: wish ? work.word(`wish.${wish}`) : '',
        options: listText(
          scene,
          offers.map(({ remedy }) => remedy),
        ),
      },
      card: { kind: 'remedies', data: { options } },
      quickReplies: [...titles, ...buttons(work, ['refuse'])],
    });
  }
}
