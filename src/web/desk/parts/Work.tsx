/** The desk at work: keeps the list and the open case fresh, and carries clicks out. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseDetail, CaseSummary, CaseView, DeskEvent, Me } from '../../../ports/deskApi.ts';
import { api, DeskError } from '../api.ts';
import { useLive } from '../live.ts';
import { deskText, houseWord } from '../texts.ts';
import { DeskContext, type DeskView } from '../view.ts';
import { CasePage } from './CasePage.tsx';
import type { Speaks } from './LanguageSelect.tsx';
import { Queue } from './Queue.tsx';
import { TopBar } from './TopBar.tsx';

const TYPING_MS = 6000;

const openId = (): string | undefined => /^#case=(.+)$/.exec(location.hash)?.[1];

/** List and open case; `refresh` asks for both again, several wishes at once are one question. */
const useCases = (view: CaseView, left: () => void) => {
  const [cases, setCases] = useState<readonly CaseSummary[]>();
  const [detail, setDetail] = useState<CaseDetail>();
  const [id, setId] = useState(openId);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const load = useCallback(async () => {
    try {
      const [list, one] = await Promise.all([api.cases(view), id ? api.open(id) : undefined]);
      setCases(list);
      setDetail(one);
    } catch (error) {
      if (error instanceof DeskError && error.status === 401) left();
      if (error instanceof DeskError && error.status === 404) setId(undefined);
    }
  }, [view, id, left]);
  useEffect(() => {
    void load();
    const moved = () => setId(openId());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, [load]);
  const refresh = () => {
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void load(), 60);
  };
  return { cases, detail: id && detail?.case.id === id ? detail : undefined, id, load, refresh };
};

export const Work = ({
  me,
  locale,
  speak,
  left,
}: Speaks & { readonly me: Me; readonly left: () => void }) => {
  const [view, setView] = useState<CaseView>('open');
  const { cases, detail, id, load, refresh } = useCases(view, left);
  const [problem, setProblem] = useState<string>();
  const [typing, setTyping] = useState(0);
  const online = useLive((event: DeskEvent | 'opened') => {
    if (event !== 'opened' && event.type === 'line') setTyping(0);
    if (event === 'opened' || event.type !== 'typing') refresh();
    else if (event.conversationId === detail?.case.conversationId) setTyping(Date.now());
  });
  useEffect(() => {
    if (!typing) return;
    const over = setTimeout(() => setTyping(0), TYPING_MS);
    return () => clearTimeout(over);
  }, [typing]);
  const desk: DeskView = useMemo(() => {
    const t = deskText(locale);
    const act = async (caseId: string, verb: string, body?: object): Promise<boolean> => {
      try {
        setProblem(undefined);
        await api.onCase(caseId, verb, body);
        await load();
        return true;
      } catch (error) {
        setProblem((error instanceof DeskError && error.message) || t('page.failed'));
        await load();
        return false;
      }
    };
    return { t, word: houseWord(locale), locale, me, act };
  }, [locale, me, load]);
  return (
    <DeskContext.Provider value={desk}>
      <div class={id ? 'desk with-case' : 'desk'}>
        <TopBar locale={locale} speak={speak} left={left} online={online} />
        <div role="alert" class="problem-bar">
          {problem ? <p class="problem">{problem}</p> : null}
        </div>
        <Queue cases={cases} view={view} show={setView} open={id} />
        {detail ? (
          <CasePage detail={detail} typing={typing > 0} />
        ) : (
          <p class="choose">{desk.t('page.choose')}</p>
        )}
      </div>
    </DeskContext.Provider>
  );
};
