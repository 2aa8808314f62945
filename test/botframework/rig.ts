/** A desk in this process with real stores, queue, HTTP server and channels; its bot says little, on purpose. */

import { openChannels } from '../../src/customer/botframework/channels/openChannels.ts';
import { createLimits } from '../../src/http/limits.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { APP_ID, type Cloud } from './cloud.ts';
import { createDeps } from './deps.ts';

export interface Settings {
  readonly development?: boolean;
}

export const startRig = async (cloud: Cloud, settings: Settings = {}) => {
  const made = createDeps();
  const { deps } = made;
  const limits = createLimits(0);
  const development = settings.development ?? false;
  const channels = await openChannels(deps, {
    account: development ? {} : { appId: APP_ID, password: 'not-used' },
    development,
    defaultLocale: 'en',
    limits,
    ...(development ? {} : { cloud: cloud.cloud as never }),
    extraHosts: cloud.hosts,
  });
  if (!channels) throw new Error('the channels are off');
  const quiet = { debug: () => {}, ...deps.log };
  const server = createHttpServer({
    log: quiet,
    limits,
    wording: deps.wording,
    defaultLocale: 'en',
    publicUrl: undefined,
    trustProxy: 0,
    stopping: () => false,
  });
  server.mount(channels.routes);
  const { port } = await server.listen(0, '127.0.0.1');
  const post = (activity: unknown, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
  const activity = (change: Record<string, unknown> = {}) => ({
    type: 'message',
    id: 'activity-1',
    channelId: 'telegram',
    serviceUrl: cloud.serviceUrl,
    from: { id: 'customer-7', name: 'Lin' },
    recipient: { id: 'bot', name: 'Desk' },
    conversation: { id: 'chat-42' },
    locale: 'en-GB',
    text: 'My kettle broke after two days',
    ...change,
  });
  return {
    ...made,
    postman: channels.postman,
    post,
    activity,
    /** Posts as the channel does. */
    say: async (change: Record<string, unknown> = {}) =>
      post(activity(change), { Authorization: `Bearer ${await cloud.token()}` }),
    /** Everything in the air has come down. */
    settled: async () => {
      await deps.turns.idle();
      await channels.postman.idle();
    },
    close: async () => {
      await channels.close();
      await server.close(1000);
    },
  };
};

export type Rig = Awaited<ReturnType<typeof startRig>>;
