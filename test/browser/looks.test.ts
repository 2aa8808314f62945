/** What every visitor is owed: a light page, nothing from elsewhere, room for fingers, no sideways scrolling, both lights. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import {
  DESKTOP,
  goOnUntil,
  openBrowser,
  openChat,
  openWindow,
  PHONE,
  say,
  shot,
  violations,
} from './customer.ts';
import { type House, openHouse } from './house.ts';

/** Bytes on the wire, as the browser counted them. */
const weightOf = async (page: Page, address: string): Promise<number> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${address}/`);
  await page.locator('.line.theirs').first().waitFor();
  return bytes;
};

/** Controls that are too small for a finger, as lines to read. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], textarea, summary')]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  );

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const wide = (box: Element | null) => box !== null && box.scrollWidth > box.clientWidth;
    return wide(document.documentElement) || wide(document.querySelector('.log'));
  });

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'.repeat(4);

describe.skipIf(leaveOutBrowser)('the chat page', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('weighs at most 150 KB on the wire, all of it from here', async () => {
    const { page, context, troubles } = await openWindow(browser, house.address, { locale: 'zh-CN' });
    expect(await weightOf(page, house.address)).toBeLessThan(150 * 1024);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('is served under a policy that lets nothing inline or evaluated run', async () => {
    const policy = (await fetch(`${house.address}/`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-|https?:/);
  });

  it('has room for fingers and never scrolls sideways, on a small phone with a long record', async () => {
    const small = { width: 320, height: 640 };
    const { page, context } = await openChat(browser, house.address, { locale: 'zh-TW', viewport: small });
    await say(page, `你們的水壺用兩天就壞了！！${LONG_WORD}`);
    await say(page, '昨天在信義店買的，訂單 4471-22，我要退款');
    await goOnUntil(page, '.receipt', '跳過');
    expect(await tooSmall(page)).toEqual([]);
    expect(await sideways(page)).toBe(false);
    await shot(page, 'zh-TW-small-phone-receipt');
    await context.close();
  });

  it('is calm in the dark', async () => {
    const { page, context } = await openChat(browser, house.address, {
      locale: 'zh-TW',
      viewport: PHONE,
      colorScheme: 'dark',
    });
    await say(page, '你們的水壺用兩天就壞了！！太誇張了！');
    await say(page, '昨天在信義店買的，訂單 4471-22，我要退款');
    await goOnUntil(page, '.receipt', '跳過');
    await shot(page, 'zh-TW-phone-dark-receipt');
    await page.getByRole('button', { name: '沒錯，就是這樣' }).last().tap();
    await page.locator('.remedies').waitFor();
    await shot(page, 'zh-TW-phone-dark-remedies');
    await context.close();
  });

  it('reads well from right to left', async () => {
    const { page, context } = await openChat(browser, house.address, { locale: 'en', viewport: PHONE });
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await say(page, 'הקומקום שלכם נשבר אחרי יומיים');
    const bubble = page.locator('.line.mine .bubble').last();
    expect(await bubble.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    expect(await sideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'rtl-phone');
    await context.close();
  });

  it('speaks the language that is chosen in the menu, at once and after a reload', async () => {
    const { page, context } = await openChat(browser, house.address, { locale: 'zh-CN', viewport: DESKTOP });
    await say(page, '你们的水壶用两天就坏了！！');
    await shot(page, 'zh-CN-desktop');
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('textbox', { name: 'Write your message' }).waitFor();
    await expect.poll(() => page.locator('.line.theirs .bubble').last().textContent()).toMatch(/[a-z]{3}/);
    await page.reload();
    await page.getByRole('textbox', { name: 'Write your message' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'en-desktop-switched');
    await context.close();
  });

  it('draws every kind of card, and a rating is one tap', async () => {
    const { page, context } = await openWindow(browser, house.address, { locale: 'zh-CN', viewport: PHONE });
    let tell: (card: object, text: string) => void = () => undefined;
    await page.routeWebSocket(/\/stream\?/, (near) => {
      const far = near.connectToServer();
      near.onMessage((frame) => far.send(frame));
      far.onMessage((frame) => near.send(frame));
      tell = (card, text) => {
        const channelData = { calmdesk: { card, speaker: { kind: 'bot' } } };
        const id = crypto.randomUUID();
        const activity = { type: 'message', id, timestamp: new Date().toISOString(), from: { id: 'bot' } };
        near.send(JSON.stringify({ activities: [{ ...activity, text, channelData }] }));
      };
    });
    await page.goto(`${house.address}/`);
    await page.locator('.line.theirs').first().waitFor();
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    tell(
      { kind: 'case', data: { number: 'C1', status: 'queued', statusText: '等待同事接手' } },
      '进度在这里。',
    );
    tell({ kind: 'promise', data: { text: '', dueAt, dueText: '今天 18:00', place: 3 } }, '我们说到做到。');
    tell({ kind: 'unknown', data: {} }, '一张不认识的卡片，只有文字。');
    tell({ kind: 'rating', data: { max: 5 } }, '这次处理，您满意吗？');
    await page.locator('.card.rating').waitFor();
    expect(await page.locator('.card').count()).toBe(
      3 + (await page.locator('.line').first().locator('.card').count()),
    );
    expect(await page.locator('.status-text').textContent()).toContain('第 3 位');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-cards');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.postData()?.includes('"rate"') ?? false),
      page.getByRole('button', { name: '4 分，满分 5 分' }).tap(),
    ]);
    expect(JSON.parse(request.postData() ?? '')).toMatchObject({ value: { action: 'rate', score: 4 } });
    await page.getByText('谢谢，您打了 4 分').waitFor();
    await context.close();
  });

  it('says so calmly while the desk cannot be reached, and goes on by itself', async () => {
    const { page, context } = await openWindow(browser, house.address, { locale: 'zh-CN', viewport: PHONE });
    await page.route('**/api/chat/token', (route) => route.abort());
    await page.goto(`${house.address}/`);
    await page.locator('.banner.trouble').waitFor();
    await page.locator('.composer textarea').fill('先写着');
    await page.locator('.composer textarea').press('Enter');
    await page.locator('.line.mine[data-delivery="waiting"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-unreachable');
    await page.unroute('**/api/chat/token');
    await page.getByRole('button', { name: '立即重试' }).tap();
    await page.locator('.line.mine[data-delivery="sent"]').waitFor();
    await context.close();
  });
});
