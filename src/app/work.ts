/** The unit of work: one turn, one click or one tick in the making. It gathers; `commitWork` saves all of it at once. */
import type { Actor } from '../domain/actor.ts';
import type { Case } from '../domain/case.ts';
import type { CaseCommand } from '../domain/command.ts';
import type { Conversation } from '../domain/conversation.ts';
import { decide } from '../domain/decide.ts';
import type { CaseEvent } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import type { Instant } from '../domain/instant.ts';
import type { Locale } from '../domain/reading.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Line, NewLine, Speaker } from '../domain/transcript.ts';
import type { Commit } from '../ports/conversationStore.ts';
import type { SayOptions, TurnCommand, TurnWork } from '../ports/turnWork.ts';
import type { Reading } from '../ports/understanding.ts';
import { caseNumber } from './caseNumber.ts';
import { chooseWording } from './chooseWording.ts';
import type { Deps } from './deps.ts';

export interface WorkInput {
  readonly conversation: Conversation;
  /** Makes the ids of what the work does: the same origin makes the same ids again. */
  readonly origin: string;
  readonly by: Actor;
  readonly now: Instant;
  readonly line?: Line;
  readonly reading?: Reading;
  readonly earlier?: readonly Line[];
}

export class Work implements TurnWork {
  readonly now: Instant;
  readonly line?: Line;
  readonly reading?: Reading;
  readonly earlier: readonly Line[];
  readonly #deps: Deps;
  readonly #origin: string;
  #by: Actor;
  #conversation: Conversation;
  #lines: NewLine[] = [];
  #events: CaseEvent[] = [];
  #commands = 0;
  #erase = false;

  constructor(deps: Deps, input: WorkInput) {
    this.#deps = deps;
    this.#conversation = input.conversation;
    this.#origin = input.origin;
    this.#by = input.by;
    this.now = input.now;
    this.earlier = input.earlier ?? [];
    if (input.line) this.line = input.line;
    if (input.reading) this.reading = input.reading;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }
  get case(): Case | undefined {
    return this.#conversation.case;
  }
  get locale(): Locale {
    return this.#conversation.locale;
  }
  get policy() {
    return this.#deps.policy;
  }
  get erasing(): boolean {
    return this.#erase;
  }

  /** What follows is the bot's doing, e.g. after an agent gave the case back. */
  asBot(): this {
    this.#by = { kind: 'bot' };
    return this;
  }

  do(command: TurnCommand): readonly CaseEvent[] | Refusal {
    const origin = this.#commands === 0 ? this.#origin : `${this.#origin}#${this.#commands}`;
    this.#commands += 1;
    const whole = { by: this.#by, ...command, origin } as CaseCommand;
    const inHand = command.type === 'openCase' && this.case?.status === 'closed' ? undefined : this.case;
    const decided = decide(inHand, whole, this.now, this.policy);
    if (isRefusal(decided) || decided.length === 0) return decided;
    let next = inHand;
    for (const event of decided) next = evolve(next, event);
    if (next) this.#conversation = { ...this.#conversation, case: next };
    this.#events.push(...decided);
    return decided;
  }

  say(key: string, options: SayOptions = {}): string {
    const variant = chooseWording(this.#deps.wording, this.#conversation, key);
    const text = this.#deps.wording.text(this.locale, key, variant, options.values);
    const said = [...this.#conversation.said, `${key}:${variant}`].slice(-40);
    this.#conversation = { ...this.#conversation, said };
    const { values: _, ...shown } = options;
    this.addLine({ kind: 'bot' }, text, { ...shown, key });
    return text;
  }

  word(key: string, values?: SayOptions['values']): string {
    return this.#deps.wording.text(
      this.locale,
      key,
      chooseWording(this.#deps.wording, this.#conversation, key),
      values,
    );
  }

  /** Appends a line as somebody; bots use `say`. */
  addLine(from: Speaker, text: string, rest: Partial<NewLine> = {}): void {
    this.#lines.push({
      id: `${this.#origin}~${this.#lines.length + 1}`,
      conversationId: this.#conversation.id,
      ...(this.case ? { caseId: this.case.id } : {}),
      at: this.now,
      from,
      text,
      locale: this.locale,
      audience: 'public',
      ...rest,
    });
  }

  /** Changes fields of the conversation that no case command touches. */
  set(
    change: Partial<
      Pick<Conversation, 'locale' | 'localeChosen' | 'dialog' | 'handled' | 'failures' | 'reference'>
    >,
  ): void {
    this.#conversation = { ...this.#conversation, ...change };
  }
  setLocale(locale: Locale, chosen: boolean): void {
    this.set({ locale, localeChosen: chosen });
  }
  setDialog(dialog: unknown): void {
    this.set({ dialog });
  }
  eraseAfterwards(): void {
    this.#erase = true;
  }
  findCase(number: string): Promise<Case | undefined> {
    return this.#deps.cases.byNumber(number);
  }
  newId(): string {
    return this.#deps.ids.next();
  }
  newCaseNumber(): string {
    return caseNumber(this.#deps.ids);
  }

  toCommit(): Commit {
    const mustBeSent = (line: NewLine) => line.audience === 'public' && line.from.kind !== 'customer';
    const deliveries =
      this.#conversation.reference === undefined
        ? []
        : this.#lines.filter(mustBeSent).map((line) => ({
            id: line.id,
            conversationId: line.conversationId,
            lineId: line.id,
            ...(this.case ? { epoch: this.case.epoch } : {}),
          }));
    return { conversation: this.#conversation, lines: this.#lines, events: this.#events, deliveries };
  }
}
