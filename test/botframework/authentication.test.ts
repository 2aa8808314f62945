/** The door of the channels: only the Bot Framework, only for this bot, only for services that may be told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openChannels } from '../../src/customer/botframework/channels/openChannels.ts';
import { isAllowedService } from '../../src/customer/botframework/channels/serviceHosts.ts';
import { createLimits } from '../../src/http/limits.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { createDeps } from './deps.ts';
import { type Rig, startRig } from './rig.ts';

let cloud: Cloud;
let rig: Rig;
beforeEach(async () => {
  // The library writes about tokens it refuses to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  cloud = await startCloud(Buffer.from(''));
  rig = await startRig(cloud);
});
afterEach(async () => {
  await rig.close();
  await cloud.close();
  vi.restoreAllMocks();
});

const nothingHappened = async (): Promise<void> => {
  await rig.settled();
  expect(cloud.posted).toEqual([]);
  expect(await rig.deps.cases.list({ limit: 1 })).toEqual([]);
  expect(await rig.deps.cases.unhandled(1)).toEqual([]);
};

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const tokens: Readonly<Record<string, () => Promise<string> | string>> = {
  'that has expired': () => cloud.token({ expires: '30 minutes ago' }),
  'for another bot': () => cloud.token({ claims: { aud: 'another-bot' } }),
  'of another issuer': () => cloud.token({ claims: { iss: 'https://elsewhere.example' } }),
  'of an emulator': () =>
    cloud.token({ claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }),
  'for another serviceUrl': () =>
    cloud.token({ claims: { serviceurl: 'https://telegram.botframework.com/' } }),
  'signed with an unknown key': () => cloud.token({ unknownKey: true }),
  'that is not signed': () =>
    `${b64({ alg: 'none', kid: 'key-1' })}.${b64({ iss: cloud.cloud.issuer, aud: 'x', serviceurl: cloud.serviceUrl, exp: 4e9 })}.`,
  'that is no token': () => 'nonsense',
};

describe('a caller of /api/messages', () => {
  it('with a token of the channel is heard', async () => {
    expect((await rig.say()).status).toBe(200);
    await rig.settled();
    expect(cloud.posted).toHaveLength(2);
  });

  for (const [name, make] of Object.entries(tokens))
    it(`with a token ${name} is refused and nothing changes`, async () => {
      const answer = await rig.post(rig.activity(), { Authorization: `Bearer ${await make()}` });
      expect(answer.status).toBe(401);
      await nothingHappened();
    });

  it('without a token is refused and nothing changes', async () => {
    expect((await rig.post(rig.activity())).status).toBe(401);
    await nothingHappened();
  });

  it('with another scheme than Bearer is refused', async () => {
    const answer = await rig.post(rig.activity(), { Authorization: `Basic ${await cloud.token()}` });
    expect(answer.status).toBe(401);
    await nothingHappened();
  });

  it('on a channel that the signing key is not endorsed for is refused', async () => {
    const answer = await rig.say({ channelId: 'slack' });
    expect(answer.status).toBe(401);
    await nothingHappened();
  });

  it('with an unknown serviceUrl is refused before anything is asked of it', async () => {
    const other = await startCloud(Buffer.from(''));
    const claims = { serviceurl: other.serviceUrl };
    const answer = await rig.post(rig.activity({ serviceUrl: other.serviceUrl }), {
      Authorization: `Bearer ${await cloud.token({ claims })}`,
    });
    expect(answer.status).toBe(403);
    expect(other.asked).toEqual([]);
    expect(cloud.asked).toEqual([]);
    await nothingHappened();
    await other.close();
  });

  it('is asked to come again while the keys cannot be fetched', async () => {
    const token = await cloud.token();
    await cloud.close();
    const answer = await rig.post(rig.activity(), { Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    cloud = await startCloud(Buffer.from(''));
    await nothingHappened();
  });
});

describe('the hosts that may be told', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://telegram.botframework.com/', true],
    ['https://telegram.botframework.com:8443/', false],
    ['http://telegram.botframework.com/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://evilbotframework.com/', false],
    ['https://user:word@telegram.botframework.com/', false],
    ['https://169.254.169.254/', false],
    ['file:///etc/passwd', false],
    ['urn:botframework:websocket:x', false],
    ['http://127.0.0.1:3978/', false],
  ])('%s → %s', (url, allowed) => {
    expect(isAllowedService(url)).toBe(allowed);
  });

  it('are those of this machine alone under the development switch', () => {
    const rule = { loopbackOnly: true };
    expect(isAllowedService('http://localhost:55555/', rule)).toBe(true);
    expect(isAllowedService('https://telegram.botframework.com/', rule)).toBe(false);
  });
});

describe('the development switch', () => {
  beforeEach(async () => {
    await rig.close();
    rig = await startRig(cloud, { development: true });
  });

  it('lets an emulator on this machine talk without a token', async () => {
    expect((await rig.post(rig.activity({ channelId: 'emulator' }))).status).toBe(200);
    await rig.settled();
    expect(cloud.posted).toHaveLength(2);
  });

  it('refuses a service that is not on this machine', async () => {
    const answer = await rig.post(rig.activity({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }));
    expect(answer.status).toBe(403);
    await nothingHappened();
  });

  it.each([
    ['what came through a proxy', { 'X-Forwarded-For': '203.0.113.9' }],
    ["a page in somebody's browser", { Origin: 'https://evil.example' }],
  ])('refuses %s', async (_, headers) => {
    expect((await rig.post(rig.activity(), headers)).status).toBe(403);
    await nothingHappened();
  });
});

describe('the channels', () => {
  it('are off while neither an app id nor the switch is set', async () => {
    const { deps } = createDeps();
    const settings = {
      account: {},
      development: false,
      defaultLocale: 'en',
      limits: createLimits(0),
    } as const;
    expect(await openChannels(deps, settings)).toBeUndefined();
  });

  it('never take the switch for a stand-in while an app id is set', async () => {
    const { deps } = createDeps();
    const account = { appId: 'an-app', password: 'a-password' };
    const settings = { account, development: true, defaultLocale: 'en', limits: createLimits(0) } as const;
    const channels = await openChannels(deps, settings);
    expect(channels).toBeDefined();
    await channels?.close();
  });
});
