/** The desk at work: hears what is new, and carries clicks out. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CaseView, DeskEvent, Me } from '../../../ports/deskApi.ts';
import { api, DeskError } from '../api.ts';
import { useLive } from '../live.ts';
import { deskText, houseWord } from '../texts.ts';
import { useCases } from '../useCases.ts';
import { DeskContext, type DeskView } from '../view.ts';
import { CasePage } from './CasePage.tsx';
import type { Speaks } from './LanguageSelect.tsx';
import { NoCase } from './NoCase.tsx';
import { Queue } from './Queue.tsx';
import { TopBar } from './TopBar.tsx';

const TYPING_MS = 6000;

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
        {detail ? <CasePage detail={detail} typing={typing > 0} /> : <NoCase opening={id !== undefined} />}
      </div>
    </DeskContext.Provider>
  );
};
