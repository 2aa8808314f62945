/** The whole journey of an angry customer, in zh-CN on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import {
  answered,
  goOnUntil,
  type Opened,
  openBrowser,
  openChat,
  PHONE,
  say,
  shot,
  violations,
} from './customer.ts';
import { type House, openHouse } from './house.ts';

describe.skipIf(leaveOutBrowser)('a customer with a phone, in zh-CN', () => {
  let house: House;
  let browser: Browser;
  let opened: Opened;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    opened = await openChat(browser, house.address, { locale: 'zh-CN', viewport: PHONE });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('is welcomed in their own language', async () => {
    const { page } = opened;
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('.line.theirs .bubble').first().textContent()).toMatch(/[您你]/);
    expect(await page.getByRole('button', { name: '找人工客服' }).isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-welcome');
  });

  it('is heard, and sees that each line arrived', async () => {
    const { page } = opened;
    await say(page, '你们的水壶用两天就坏了！！太气人了！');
    const mine = page.locator('.line.mine').first();
    await expect.poll(() => mine.getAttribute('data-delivery')).toBe('sent');
    await say(page, '昨天晚上在朝阳店买的，订单 4471-22，我要退款');
    expect(await violations(page)).toEqual([]);
  });

  it('gets a receipt, and puts a row right where it stands', async () => {
    const { page } = opened;
    await goOnUntil(page, '.receipt', '跳过');
    await shot(page, 'zh-CN-phone-receipt');
    const receipt = page.locator('.receipt').last();
    expect(await receipt.textContent()).toContain('4471-22');
    await receipt.getByRole('button', { name: '更正订单号' }).tap();
    await receipt.getByRole('textbox').fill('4471-23');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-receipt-edit');
    await receipt.getByRole('button', { name: '保存' }).tap();
    await page.locator('.line.mine .bubble', { hasText: '订单号：4471-23' }).waitFor();
    await answered(page);
    const corrected = page.locator('.receipt').last();
    await expect.poll(() => corrected.textContent()).toContain('4471-23');
    expect(await corrected.textContent()).not.toContain('4471-22');
  });

  it('confirms it and chooses one of the ways out', async () => {
    const { page } = opened;
    await page.locator('.receipt').last().getByRole('button', { name: '没错，就是这样' }).tap();
    await goOnUntil(page, '.remedies', '跳过');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-remedies');
    await page.locator('.remedies').last().getByRole('button', { name: '选这个 退款' }).tap();
    await page.locator('.line.mine .bubble', { hasText: '退款' }).last().waitFor();
    await page.locator('.card.promise').last().waitFor();
    expect(await page.locator('.option.chosen').textContent()).toContain('退款');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-promise');
  });

  it('finds everything again after a reload', async () => {
    const { page } = opened;
    const before = await page.locator('.line .bubble').allTextContents();
    await page.reload();
    await page.locator('.card.promise').last().waitFor();
    await expect.poll(() => page.locator('.line .bubble').allTextContents()).toEqual(before);
  });

  it('asks for a person with one tap and sees when one answers, and the place in line', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '找人工客服' }).tap();
    await page.locator('.line.mine .bubble', { hasText: '我想找人工客服' }).waitFor();
    await answered(page);
    await expect.poll(() => page.locator('.status-text').textContent()).toContain('第 1 位');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-waiting');
  });

  it('ends the conversation, rates it, and can start anew', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '更多' }).tap();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-menu');
    await page.getByRole('button', { name: '结束对话' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '4 分，满分 5 分' }).tap();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-end');
    await dialog.getByRole('button', { name: '结束对话' }).tap();
    await page.locator('.over').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.over').getByRole('button', { name: '开始新的对话' }).tap();
    await expect.poll(() => page.locator('.line').count()).toBe(1);
  });

  it('has met no error, no refused resource and no other site', () => {
    expect(opened.troubles).toEqual([]);
  });
});
