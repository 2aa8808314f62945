/** The page's memory and its verbs: everything that is shown is in `state`, everything a person can do is a method. */
import type { CardAnswer } from '../../ports/cards.ts';
import { forget, keep, kept } from '../base/kept.ts';
import { keepLocale, type Locale } from '../base/locale.ts';
import { Link } from './link.ts';
import { isMine, messageOf, type Speaker, speakerOf, type WireActivity } from './message.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { bearer, forgetSession } from './session.ts';
import type { ChatState } from './state.ts';
import { withMessage } from './thread.ts';
import { sendFiles, type Upload } from './upload.ts';
import { WaitingPlace } from './waiting.ts';

const DRAFT = 'calmdesk.draft';
/** A typing sign that is not repeated goes out after this. */
const TYPING_MS = 6000;
const TELL_TYPING_EVERY_MS = 4000;

export class Chat {
  state: ChatState;
  readonly #link: Link;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #typingEnds: ReturnType<typeof setTimeout> | undefined;
  #toldTyping = 0;
  readonly #place = new WaitingPlace(
    () => this.#ask('/api/chat/waiting', 'GET'),
    (waiting) => this.#set({ waiting }),
  );

  constructor(locale: Locale) {
    this.#link = new Link(
      {
        activity: (activity, userId) => this.#heard(activity, userId),
        linkChanged: (link) => {
          this.#set({ link });
          if (link === 'online') this.#outbox.resume();
        },
        erased: () => this.#forgetAll(),
        startedAnew: () => {
          this.#outbox.moveOn();
          this.#set({ messages: [], notice: 'link.anew' });
        },
      },
      locale,
    );
    this.#outbox = new Outbox({ post: () => this.#link.post(), changed: (outbox) => this.#set({ outbox }) });
    const outbox = this.#outbox.lines;
    this.state = { locale, link: 'connecting', messages: [], outbox, uploads: [] };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): Promise<void> {
    return this.#link.start();
  }
  tryNow(): void {
    this.#link.tryNow();
  }

  say(text: string, value?: CardAnswer | Outgoing['value']): void {
    if (this.state.over === 'ended') this.#set({ over: undefined });
    this.#outbox.add(value === undefined ? { text } : { text, value });
    this.#set({ notice: undefined });
  }
  retry(clientId: string): void {
    const upload = this.state.uploads.find((one) => one.clientId === clientId);
    if (upload) void this.#send(upload);
    else this.#outbox.retry(clientId);
  }

  /** Half a sentence survives a reload too. */
  get draft(): string {
    return String(kept(DRAFT) ?? '');
  }
  set draft(text: string) {
    if (text) keep(DRAFT, text);
    else forget(DRAFT);
    if (!text || Date.now() - this.#toldTyping < TELL_TYPING_EVERY_MS) return;
    this.#toldTyping = Date.now();
    this.#link.tell({ type: 'typing' });
  }

  attach(files: readonly File[], text: string): void {
    const upload: Upload = { clientId: crypto.randomUUID(), files, text, state: 'uploading', progress: 0 };
    this.#set({ uploads: [...this.state.uploads, upload] });
    void this.#send(upload);
  }
  dropUpload(clientId: string): void {
    this.#set({ uploads: this.state.uploads.filter((one) => one.clientId !== clientId) });
  }

  speak(locale: Locale, said: string): void {
    keepLocale(locale);
    this.#link.locale = locale;
    this.#set({ locale });
    if (this.state.messages.length > 0) this.say(said, { action: 'language', locale });
  }

  end(said: string, rating?: { readonly score: number; readonly said: string }): void {
    if (rating) this.say(rating.said, { action: 'rate', score: rating.score });
    this.say(said, { action: 'end' });
    this.#set({ over: 'ended' });
  }

  /** A new conversation; the old one stays at the desk. */
  async anew(): Promise<void> {
    this.#link.close();
    forgetSession();
    this.#outbox.clear();
    this.#set({ messages: [], uploads: [], over: undefined, notice: undefined, link: 'connecting' });
    await this.#link.start();
  }

  async transcript(): Promise<Blob | undefined> {
    const answer = await this.#ask('/api/chat/transcript', 'GET');
    if (answer?.ok) return answer.blob();
    this.#set({ notice: 'download.failed' });
    return undefined;
  }

  async erase(): Promise<void> {
    const answer = await this.#ask('/api/chat/data', 'DELETE');
    if (!answer?.ok) {
      this.#set({ notice: 'erase.failed' });
      return;
    }
    this.#forgetAll();
  }

  #forgetAll(): void {
    this.#link.close();
    forgetSession();
    forget(DRAFT);
    this.#outbox.clear();
    this.#set({ messages: [], uploads: [], over: 'erased', notice: undefined });
  }

  /** A file of this conversation: only its owner's key opens it. */
  async file(url: string): Promise<Blob | undefined> {
    const { pathname, search } = new URL(url, location.origin);
    const answer = await this.#ask(pathname + search, 'GET');
    return answer?.ok ? answer.blob() : undefined;
  }

  async #ask(url: string, method: string): Promise<Response | undefined> {
    const { session } = this.#link;
    if (!session) return undefined;
    return fetch(url, { method, headers: bearer(session) }).catch(() => undefined);
  }

  async #send(upload: Upload): Promise<void> {
    const update = (change: Partial<Upload>) =>
      this.#set({
        uploads: this.state.uploads.map((one) =>
          one.clientId === upload.clientId ? { ...one, ...change } : one,
        ),
      });
    update({ state: 'uploading', progress: 0 });
    const { session } = this.#link;
    const report = (progress: number) => update({ progress });
    const status = session ? await sendFiles(upload, session, this.state.locale, report) : 0;
    if (status === 200) this.dropUpload(upload.clientId);
    else update({ state: 'failed' });
  }

  #heard(activity: WireActivity, userId: string): void {
    if (activity.type === 'typing') {
      if (!isMine(activity, userId)) this.#types(speakerOf(activity, userId));
      return;
    }
    const message = messageOf(activity, userId);
    if (!message) return;
    if (message.speaker.kind !== 'customer') this.#types(undefined);
    if (message.card?.kind === 'promise' || message.speaker.kind === 'agent' || this.state.waiting)
      void this.#place.look();
    this.#set({ messages: withMessage(this.state.messages, message) });
    if (message.clientId) this.#outbox.echoed(message.clientId);
  }

  #types(speaker: Speaker | undefined): void {
    clearTimeout(this.#typingEnds);
    this.#set({ typing: speaker });
    if (speaker) this.#typingEnds = setTimeout(() => this.#set({ typing: undefined }), TYPING_MS);
  }

  #set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
