/** Switches the channels on: the route, and the postman that carries answers and proactive messages to them. */
import type { Deps } from '../../../app/deps.ts';
import { createPostman, type Postman } from '../../../app/postman.ts';
import type { Locale } from '../../../domain/reading.ts';
import type { Limits } from '../../../http/limits.ts';
import type { Route } from '../../../http/route.ts';
import type { BotAccount, BotCloud } from './botAdapter.ts';
import { isChannelConversation } from './channelConversation.ts';
import { createChannelSender } from './channelSender.ts';
import { messagesRoutes } from './messagesRoutes.ts';

export interface ChannelSettings {
  readonly account: BotAccount;
  /** The loopback-only switch; it counts only without an app id. */
  readonly development: boolean;
  readonly defaultLocale: Locale;
  readonly limits: Limits;
  /** For a private cloud or a test: who signs, and which further hosts may be told. */
  readonly cloud?: BotCloud;
  readonly extraHosts?: readonly string[];
}

export interface Channels {
  readonly routes: readonly Route[];
  /** Rung by each new line; the tick rings it for what is due again. */
  readonly postman: Postman;
  close(): Promise<void>;
}

/** `undefined` while neither an app id nor the development switch is set: then nothing of this is even loaded. */
export const openChannels = async (deps: Deps, settings: ChannelSettings): Promise<Channels | undefined> => {
  const { account, extraHosts = [] } = settings;
  const development = account.appId === undefined && settings.development;
  if (account.appId === undefined && !development) return undefined;
  const { createChannelAdapter } = await import('./botAdapter.ts');
  const adapter = createChannelAdapter(account, settings.cloud);
  const rule = { extraHosts, loopbackOnly: development };
  const postman = createPostman(deps, createChannelSender(adapter, rule));
  const stop = deps.bus.subscribe('line', (news) => {
    const { line } = news;
    if (line.from.kind !== 'customer' && isChannelConversation(line.conversationId)) postman.ring();
  });
  return {
    routes: messagesRoutes({
      deps,
      adapter,
      rule,
      limits: settings.limits,
      defaultLocale: settings.defaultLocale,
      development,
    }),
    postman,
    close: async () => {
      stop();
      await postman.idle();
    },
  };
};
