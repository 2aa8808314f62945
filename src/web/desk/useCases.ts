/** The list and the open case, kept fresh. On a slow line answers come out of order: an outdated one is dropped. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseDetail, CaseSummary, CaseView } from '../../ports/deskApi.ts';
import { api, DeskError } from './api.ts';

const SOON_MS = 60;

const openId = (): string | undefined => /^#case=(.+)$/.exec(location.hash)?.[1];

/** `load` asks for both again, `refresh` does so soon: several wishes at once are one question. */
export const useCases = (view: CaseView, left: () => void) => {
  const [cases, setCases] = useState<readonly CaseSummary[]>();
  const [detail, setDetail] = useState<CaseDetail>();
  const [id, setId] = useState(openId);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whoever asks, also a timer or a click of long ago, asks for what is looked at now.
  const looking = useRef({ view, id, left });
  looking.current = { view, id, left };
  const asked = useRef(0);
  const answered = useRef(0);
  const load = useCallback(async () => {
    const now = looking.current;
    asked.current += 1;
    const turn = asked.current;
    const isOutdated = () =>
      turn < answered.current || now.view !== looking.current.view || now.id !== looking.current.id;
    try {
      const [list, one] = await Promise.all([api.cases(now.view), now.id ? api.open(now.id) : undefined]);
      if (isOutdated()) return;
      answered.current = turn;
      setCases(list);
      setDetail(one);
    } catch (error) {
      if (error instanceof DeskError && error.status === 401) looking.current.left();
      if (error instanceof DeskError && error.status === 404 && !isOutdated()) setId(undefined);
    }
  }, []);
  useEffect(() => void load(), [load, view, id]);
  useEffect(() => {
    const moved = () => setId(openId());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const refresh = () => {
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void load(), SOON_MS);
  };
  return { cases, detail: id && detail?.case.id === id ? detail : undefined, id, load, refresh };
};
