/** The whole desk with SQLite and the real conversation, as an emulator on this machine meets it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, startDesk } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/http/log.ts';
import { type Cloud, startCloud } from './cloud.ts';

let folder: string;
let cloud: Cloud;
let desk: Desk | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calmdesk-channels-'));
  cloud = await startCloud(Buffer.from(''));
});
afterEach(async () => {
  await desk?.stop();
  desk = undefined;
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (environment: Record<string, string>): Promise<Desk> => {
  const config = readConfig({ PORT: '0', DATA_DIR: folder, DEFAULT_LOCALE: 'zh-CN', ...environment });
  desk = await startDesk(config, createLog('silent'));
  return desk;
};

const post = (of: Desk, text: string, id: string) =>
  fetch(`http://127.0.0.1:${of.port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'emulator',
      serviceUrl: cloud.serviceUrl,
      from: { id: 'customer-7' },
      recipient: { id: 'bot' },
      conversation: { id: 'chat-42' },
      locale: 'zh-CN',
      text,
    }),
  });

it('a furious customer on a channel is given a case number there', async () => {
  const heard = cloud.posting((text) => /C\d{4}-\d{4}/.test(text));
  const answer = await post(
    await start({ BOT_FRAMEWORK_DEVELOPMENT: 'true' }),
    '你们的水壶用两天就坏了！！太气人了，这已经是第二次了',
    'one',
  );
  expect(answer.status).toBe(200);
  await heard;
  expect(cloud.posted.every(({ activity }) => activity.text.trim() !== '')).toBe(true);
});

it('what the channel did not take before a restart is delivered after it', async () => {
  cloud.mood.status = 503;
  const called = cloud.calls(1);
  await post(await start({ BOT_FRAMEWORK_DEVELOPMENT: 'true' }), '水壶坏了', 'one');
  await called;
  await desk?.stop();
  cloud.mood.status = 200;
  const heard = cloud.posting((text) => text !== '');
  await start({ BOT_FRAMEWORK_DEVELOPMENT: 'true' });
  await heard;
});

it('without an app id and without the switch there is no such address', async () => {
  expect((await post(await start({}), 'hello', 'one')).status).toBe(404);
});
