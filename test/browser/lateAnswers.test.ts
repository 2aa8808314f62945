/** On a slow line answers come late and out of order: what is looked at now stays. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import { openCase, signIn } from './agent.ts';
import { type Opened, openBrowser, openChat, openWindow, PHONE, say, shot, violations } from './customer.ts';
import { type House, openHouse } from './house.ts';

const COMPLAINT = '你们的水壶用两天就坏了，太气人了！';
const OTHER = '外卖等了三个小时，饭都凉透了！';
const CASE = /\/api\/desk\/cases\/[^/]+$/;
const LIST = /\/api\/desk\/cases\?view=/;

/** The next question that matches is answered, the answer is held; calling what is returned lets it through. */
const holdNext = (page: Page, path: RegExp): Promise<() => Promise<void>> =>
  new Promise((held) => {
    const hold = async (route: Route) => {
      const response = await route.fetch();
      held(() => route.fulfill({ response }));
    };
    void page.route(path, hold, { times: 1 });
  });

/** The page has drawn what it heard so far. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => setTimeout(frame))));

describe.skipIf(leaveOutBrowser)('late answers', () => {
  let house: House;
  let browser: Browser;
  let customer: Opened;
  let desk: Opened;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    const first = await openChat(browser, house.address, { locale: 'zh-CN', viewport: PHONE });
    await say(first.page, OTHER);
    customer = await openChat(browser, house.address, { locale: 'zh-CN', viewport: PHONE });
    await say(customer.page, COMPLAINT);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  beforeEach(async () => {
    desk = await openWindow(browser, house.address, { locale: 'zh-CN' });
  });
  afterEach(async () => {
    await desk?.context.close();
  });

  it('a list that was asked for before the click does not close the case that was opened', async () => {
    const { page } = desk;
    await signIn(page, house);
    await page.locator('.queue-item').nth(1).waitFor();
    const holding = holdNext(page, LIST);
    await say(customer.page, '而且是上周才买的');
    const letThrough = await holding;
    await openCase(page, COMPLAINT);
    await letThrough();
    await drawn(page);
    expect(await page.locator('.entry.customer', { hasText: COMPLAINT }).isVisible()).toBe(true);
  });

  it('news that came just before the click do not close it either', async () => {
    const { page } = desk;
    await page.addInitScript(() => {
      const { EventSource: Real } = window;
      window.EventSource = class extends Real {
        constructor(address: string | URL) {
          super(address);
          this.addEventListener('message', () => document.body.classList.add('heard-news'));
        }
      };
    });
    await page.clock.install();
    await signIn(page, house);
    await page.locator('.queue-item').nth(1).waitFor();
    await page.clock.pauseAt(Date.now() + 60_000);
    await say(customer.page, '请尽快处理');
    await page.locator('.heard-news').waitFor();
    // Time enough to draw the case, not yet for the news.
    const opened = page.waitForResponse(CASE);
    await page.locator('.queue-item', { hasText: COMPLAINT }).click();
    await page.clock.runFor(50);
    await opened;
    const [refreshed] = await Promise.all([page.waitForResponse(LIST), page.clock.runFor(1000)]);
    await refreshed.finished();
    await page.clock.resume();
    await drawn(page);
    expect(await page.locator('.entry.customer', { hasText: COMPLAINT }).isVisible()).toBe(true);
  });

  it('what an older question brings does not take the newest line away', async () => {
    const { page } = desk;
    await signIn(page, house);
    await openCase(page, COMPLAINT);
    const holding = holdNext(page, CASE);
    await say(customer.page, '第一句');
    const letThrough = await holding;
    await say(customer.page, '第二句');
    await page.locator('.entry.customer', { hasText: '第二句' }).waitFor();
    await letThrough();
    await drawn(page);
    expect(await page.locator('.entry.customer', { hasText: '第二句' }).isVisible()).toBe(true);
  });

  it('a case that is long in coming is said to be opening, and the list is not out of reach meanwhile', async () => {
    const { page } = desk;
    await page.setViewportSize(PHONE);
    await signIn(page, house);
    const letThrough = Promise.withResolvers<void>();
    await page.route(CASE, (route) => letThrough.promise.then(() => route.continue()));
    await page.locator('.queue-item', { hasText: COMPLAINT }).click();
    await page.getByText('正在打开').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-desk-opening');
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.locator('.queue-item', { hasText: COMPLAINT }).click();
    letThrough.resolve();
    await page.locator('.entry.customer', { hasText: COMPLAINT }).waitFor();
  });
});
