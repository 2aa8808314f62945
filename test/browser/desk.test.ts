/** A customer asks for a person; somebody at the desk takes the case, answers, and puts it right. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import { signIn } from './agent.ts';
import {
  DESKTOP,
  type Opened,
  openBrowser,
  openChat,
  openWindow,
  PHONE,
  say,
  shot,
  violations,
} from './customer.ts';
import { type House, openHouse } from './house.ts';

describe.skipIf(leaveOutBrowser)('the desk and a waiting customer', () => {
  let house: House;
  let browser: Browser;
  let customer: Opened;
  let desk: Opened;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    customer = await openChat(browser, house.address, { locale: 'zh-TW', viewport: PHONE });
    desk = await openWindow(browser, house.address, { locale: 'zh-TW', viewport: DESKTOP });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('lets nobody in with a wrong password', async () => {
    const { page } = desk;
    await page.goto(`${house.address}/desk`);
    await page.locator('input[autocomplete="username"]').fill(house.signIn.login);
    await page.locator('input[type="password"]').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('帳號或密碼不對').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-TW-desk-sign-in');
  });

  it('shows a new case by itself, with the tension and what is known', async () => {
    await signIn(desk.page, house);
    await desk.page.getByText('這裡暫時沒有客訴').waitFor();
    await say(customer.page, '你們的水壺用兩天就壞了！！太誇張了！');
    await say(customer.page, '昨天在信義店買的，訂單 4471-22');
    await say(customer.page, '我要找真人客服');
    await desk.page.locator('.queue-item').waitFor();
    await desk.page.locator('.queue-item').click();
    await desk.page.getByText('4471-22').first().waitFor();
    expect(await violations(desk.page)).toEqual([]);
    await shot(desk.page, 'zh-TW-desk-case');
  });

  it('answers in the customer’s chat as a person with a name', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '接手' }).click();
    await page.getByRole('textbox', { name: '回覆顧客' }).and(page.locator(':enabled')).waitFor();
    await page.locator('.answer textarea').fill('您好，我馬上幫您處理。');
    await customer.page.locator('.typing').waitFor();
    await page.locator('.answer textarea').press('Enter');
    await customer.page.locator('.line.theirs .bubble', { hasText: '我馬上幫您處理' }).waitFor();
    expect(await customer.page.locator('.header h1').textContent()).toBe('Admin');
    expect(await violations(customer.page)).toEqual([]);
    await shot(customer.page, 'zh-TW-phone-agent');
    await customer.page.locator('.composer textarea').fill('謝謝，麻煩您了');
    await customer.page.locator('.composer textarea').press('Enter');
    await page.locator('.entry.customer', { hasText: '麻煩您了' }).waitFor();
  });

  it('keeps a note among colleagues', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '內部備註' }).click();
    await page.locator('.answer textarea').fill('老客戶，請優先處理');
    await page.locator('.answer textarea').press('Enter');
    await page.locator('.entry.note', { hasText: '老客戶' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-TW-desk-note');
    await customer.page.reload();
    await customer.page.locator('.line.theirs .bubble', { hasText: '我馬上幫您處理' }).waitFor();
    expect(await customer.page.locator('body').textContent()).not.toContain('老客戶');
  });

  it('proposes a remedy that the customer accepts, and settles the case with the last task', async () => {
    const { page } = desk;
    await page.getByText('提出方案').click();
    await page.getByLabel('方式').selectOption('refund');
    await page.getByLabel('金額').fill('50');
    await page.getByRole('button', { name: '提給顧客' }).click();
    const remedies = customer.page.locator('.remedies').last();
    await remedies
      .getByRole('button', { name: /^選這個/ })
      .first()
      .tap();
    await page.getByRole('button', { name: '標記完成' }).click();
    // The last thing that was agreed is done: the case is settled by itself, and the customer hears of it.
    await page.locator('.case-top .tag', { hasText: '已解決' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await violations(customer.page)).toEqual([]);
    await shot(page, 'zh-TW-desk-resolved');
    expect([...customer.troubles, ...desk.troubles]).toEqual([]);
  });
});
