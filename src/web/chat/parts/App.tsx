/** The chat page: header, conversation, answers to pick, and the place to write. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import { standingOf } from '../standing.ts';
import type { ChatState } from '../state.ts';
import { chatText } from '../texts.ts';
import { entriesOf } from '../thread.ts';
import { type View, ViewContext } from '../view.ts';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { Header } from './Header.tsx';
import { Log } from './Log.tsx';
import { Over } from './Over.tsx';
import { QuickReplies } from './QuickReplies.tsx';

const useChatState = (chat: Chat): ChatState => {
  const [state, setState] = useState(chat.state);
  useEffect(() => {
    setState(chat.state);
    return chat.subscribe(() => setState(chat.state));
  }, [chat]);
  return state;
};

export const App = ({ chat, framed }: { readonly chat: Chat; readonly framed: boolean }) => {
  const state = useChatState(chat);
  const { locale, messages, outbox, over } = state;
  const view: View = useMemo(() => ({ chat, locale, t: chatText(locale) }), [chat, locale]);
  const entries = useMemo(() => entriesOf(messages, outbox), [messages, outbox]);
  const standing = useMemo(() => standingOf(entries.map(({ message }) => message)), [entries]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = view.t('page.title');
  }, [locale, view]);
  return (
    <ViewContext.Provider value={view}>
      <div class={framed ? 'page framed' : 'page'}>
        <Header standing={standing} state={state} framed={framed} />
        <main class="stage">
          <Banner link={state.link} notice={state.notice} />
          {over === 'erased' ? (
            <Over over={over} />
          ) : (
            <>
              <Log entries={entries} standing={standing} state={state} />
              <QuickReplies replies={state.uploads.length > 0 || over ? [] : standing.quickReplies} />
              <Composer />
            </>
          )}
        </main>
      </div>
    </ViewContext.Provider>
  );
};
