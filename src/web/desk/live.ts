/** The desk's live events. The browser reconnects by itself; after each reconnect everything is asked for again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskEvent } from '../../ports/deskApi.ts';

export const useLive = (heard: (event: DeskEvent | 'opened') => void): boolean => {
  const [online, setOnline] = useState(true);
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const source = new EventSource('/api/desk/events');
    source.onopen = () => {
      setOnline(true);
      latest.current('opened');
    };
    source.onerror = () => setOnline(false);
    source.onmessage = ({ data }) => latest.current(JSON.parse(data) as DeskEvent);
    return () => source.close();
  }, []);
  return online;
};
