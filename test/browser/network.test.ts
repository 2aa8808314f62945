/** Bad networks, reloads and long absences: nothing that was written is lost, nothing is said twice. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import { answered, openBrowser, openChat, PHONE, say, shot, violations } from './customer.ts';
import { type House, openHouse } from './house.ts';
import { layWire, type Wire } from './wire.ts';

const mine = (page: Page): Promise<string[]> => page.locator('.line.mine .bubble').allTextContents();
const deliveries = (page: Page): Promise<(string | null)[]> =>
  page.locator('.line.mine').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-delivery')));
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer textarea').press('Enter');
};
const allSent = (page: Page): Promise<void> =>
  expect
    .poll(async () => new Set(await deliveries(page)), { timeout: 40_000 })
    .toEqual(new Set(['sent']))
    .then(() => undefined);

describe.skipIf(leaveOutBrowser)('a customer on a bad network', () => {
  let house: House;
  let browser: Browser;
  let wire: Wire;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    wire = await layWire(house.address);
  });
  afterAll(async () => {
    await browser?.close();
    await wire?.stop();
    await house?.stop();
  });

  it('goes offline in mid-sentence, keeps writing, and everything arrives once and in order', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await say(page, '你好，我的水壶坏了');
    await page.locator('.composer textarea').fill('我刚刚说到一半');
    await context.setOffline(true);
    wire.cut();
    await page.locator('.banner.trouble').waitFor();
    expect(await page.locator('.composer textarea').inputValue()).toBe('我刚刚说到一半');
    await write(page, '断网时的第一句');
    await write(page, '断网时的第二句');
    await expect.poll(() => deliveries(page)).toEqual(['sent', 'waiting', 'waiting']);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-offline');
    wire.mend();
    await context.setOffline(false);
    await page.locator('.banner.trouble').waitFor({ state: 'detached' });
    await allSent(page);
    expect(await mine(page)).toEqual(['你好，我的水壶坏了', '断网时的第一句', '断网时的第二句']);
    await context.close();
  });

  it('reloads while lines are still waiting for the network, and they are sent afterwards', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await say(page, '第一句');
    const gone = '**/v3/directline/conversations/*/activities';
    await page.route(gone, (route) => route.abort());
    await write(page, '还没发出去的一句');
    await expect.poll(async () => (await deliveries(page)).at(-1)).not.toBe('sent');
    await page.locator('.composer textarea').fill('半句草稿');
    await page.unroute(gone);
    await page.reload();
    await allSent(page);
    expect(await mine(page)).toEqual(['第一句', '还没发出去的一句']);
    expect(await page.locator('.composer textarea').inputValue()).toBe('半句草稿');
    await context.close();
  });

  it('loses the answer to a message, and the message is not said twice', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await say(page, '第一句');
    wire.swallowAnswerTo('clientActivityID');
    await write(page, '只说一次');
    await allSent(page);
    await page.reload();
    await expect.poll(() => mine(page)).toEqual(['第一句', '只说一次']);
    await context.close();
  });

  it('sees a message fail, sends it again by hand, and it is there once', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    const posts = '**/v3/directline/conversations/*/activities';
    let refused = 0;
    await page.route(posts, (route) => {
      if (route.request().postData()?.includes('clientActivityID')) refused += 1;
      return route.fulfill({ status: 422, json: {} });
    });
    await write(page, '没发出去的话');
    await page.getByRole('button', { name: '重新发送' }).waitFor();
    expect(refused).toBe(1);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-failed');
    await page.unroute(posts);
    await page.getByRole('button', { name: '重新发送' }).tap();
    await allSent(page);
    expect(await mine(page)).toEqual(['没发出去的话']);
    await context.close();
  });

  it('reloads in the middle of a turn and is answered once', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await write(page, '你们的水壶用两天就坏了，气死我了');
    await page.reload();
    await answered(page);
    await allSent(page);
    const seen = await page.locator('.line .bubble').allTextContents();
    expect(seen.filter((text) => text.includes('气死我了'))).toHaveLength(1);
    await page.reload();
    await expect.poll(() => page.locator('.line .bubble').allTextContents()).toEqual(seen);
    await context.close();
  });

  it('comes back the next day and finds the conversation', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await say(page, '昨天说的话');
    const kept = await context.storageState();
    await context.close();
    const next = await openChat(browser, wire.address, {
      locale: 'zh-CN',
      viewport: PHONE,
      storageState: kept,
    });
    await expect.poll(() => mine(next.page)).toEqual(['昨天说的话']);
    await say(next.page, '今天接着说');
    await next.context.close();
  });

  it('holds a key that the desk no longer knows, is told so kindly, and loses no line', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await say(page, '很久以前的话');
    await page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('calmdesk.session') ?? '{}');
      localStorage.setItem('calmdesk.session', JSON.stringify({ ...session, token: 'unknown' }));
      const line = { clientId: crypto.randomUUID(), text: '还没发的话', at: new Date().toISOString() };
      localStorage.setItem('calmdesk.outbox', JSON.stringify([{ ...line, state: 'waiting', attempts: 0 }]));
    });
    await page.reload();
    await page.locator('.banner', { hasText: '过期' }).waitFor();
    await allSent(page);
    expect(await mine(page)).toEqual(['还没发的话']);
    await context.close();
  });

  it('has a network that lets no socket through, and is answered all the same', async () => {
    const { page, context } = await openChat(browser, wire.address, { locale: 'zh-CN', viewport: PHONE });
    await context.close();
    const strict = await browser.newContext({ locale: 'zh-CN', viewport: PHONE });
    const next = await strict.newPage();
    await next.addInitScript(() => {
      // A proxy that knows nothing of sockets: each one is closed before it opens.
      class Closed extends EventTarget {
        onclose: ((event: Event) => void) | undefined;
        constructor() {
          super();
          queueMicrotask(() => {
            const event = new Event('close');
            this.dispatchEvent(event);
            this.onclose?.(event);
          });
        }
        close() {}
        send() {}
      }
      Object.assign(globalThis, { WebSocket: Closed });
    });
    await next.goto(`${wire.address}/`);
    await next.locator('.line.theirs').first().waitFor();
    await say(next, '没有 socket 也能聊');
    await allSent(next);
    await strict.close();
    expect(page.isClosed()).toBe(true);
  });
});
