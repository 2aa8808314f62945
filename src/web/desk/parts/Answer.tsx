/** Writing to the customer or to colleagues: two places that cannot be mistaken for each other. */
import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { api } from '../api.ts';
import { useDesk } from '../view.ts';

const TELL_TYPING_EVERY_MS = 4000;

type Kind = 'reply' | 'note';

const hintOf = (of: CaseRecord, kind: Kind) => {
  if (kind === 'note') return 'write.noteHint';
  return of.holder.kind === 'bot' ? 'case.withBot' : 'write.replyHint';
};

export const Answer = ({ of, mine }: { readonly of: CaseRecord; readonly mine: boolean }) => {
  const { t, act } = useDesk();
  const [chosen, setKind] = useState<Kind>();
  // Two drafts: what was begun as a note never finds itself in the answer.
  const [drafts, setDrafts] = useState<Readonly<Record<Kind, string>>>({ reply: '', note: '' });
  const kind = chosen ?? (mine ? 'reply' : 'note');
  const text = drafts[kind];
  const setText = (typed: string) => setDrafts({ ...drafts, [kind]: typed });
  const [told, setTold] = useState(0);
  const write = (typed: string) => {
    setText(typed);
    if (kind !== 'reply' || !mine || !typed || Date.now() - told < TELL_TYPING_EVERY_MS) return;
    setTold(Date.now());
    void api.onCase(of.id, 'typing').catch(() => undefined);
  };
  const send = async () => {
    const said = text.trim();
    if (!said) return;
    const done =
      kind === 'reply'
        ? await act(of.id, 'reply', { text: said, epoch: of.epoch })
        : await act(of.id, 'notes', { text: said });
    if (done) setText('');
  };
  const pressed = (event: KeyboardEvent) => {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    void send();
  };
  const blocked = kind === 'reply' && !mine;
  return (
    <form
      class={`answer ${kind}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset class="views">
        <legend class="sr">{t('write.reply')}</legend>
        {(['reply', 'note'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t(`write.${one}`)}
          </button>
        ))}
        <span class="answer-hint">{t(hintOf(of, kind))}</span>
      </fieldset>
      <div class="answer-row">
        <textarea
          rows={3}
          dir="auto"
          value={text}
          disabled={blocked}
          aria-label={t(`write.${kind}`)}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={pressed}
        />
        <button type="submit" class="button main" disabled={blocked || !text.trim()}>
          {t(kind === 'reply' ? 'write.send' : 'write.save')}
        </button>
      </div>
    </form>
  );
};
