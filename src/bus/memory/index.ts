/** The bus within one process: a listener hears the news before `publish` resolves. */
import type { Bus, News } from '../../ports/bus.ts';
import type { Log } from '../../ports/log.ts';

type Listener = (news: News) => void;

export const createMemoryBus = (log?: Log): Bus => {
  const listeners = new Map<News['topic'], Set<Listener>>();
  return {
    publish: async (news) => {
      for (const listener of [...(listeners.get(news.topic) ?? [])]) {
        try {
          listener(news);
        } catch (error) {
          log?.error({ topic: news.topic, error }, 'a listener failed; the others go on');
        }
      }
    },
    subscribe: (topic, listener) => {
      const heard = listeners.get(topic) ?? new Set();
      // Its own function each time: the same listener may listen twice and stop once.
      const mine: Listener = (news) => listener(news as Parameters<typeof listener>[0]);
      listeners.set(topic, heard.add(mine));
      return () => {
        heard.delete(mine);
      };
    },
    close: async () => {
      listeners.clear();
    },
  };
};
