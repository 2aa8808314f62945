/** The whole journey in English by keyboard alone: no mouse, no touch. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import {
  answered,
  comes,
  DESKTOP,
  type Opened,
  openBrowser,
  openChat,
  shot,
  violations,
} from './customer.ts';
import { type House, openHouse } from './house.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });

/** Tab until the control with that name has the focus; every stop on the way must be visibly focused. */
const tabTo = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    if (name.test(await focused(page))) {
      const outline = await page.evaluate(
        () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
      );
      expect(outline).not.toBe('none');
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard never came to ${name}; it is at "${await focused(page)}"`);
};

const type = async (page: Page, text: string): Promise<void> => {
  await tabTo(page, /^Write your message$/);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('.line.mine .bubble', { hasText: text }).last().waitFor();
  await answered(page);
};

const press = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
};

describe.skipIf(leaveOutBrowser)('a customer with a keyboard, in English', () => {
  let house: House;
  let browser: Browser;
  let opened: Opened;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    opened = await openChat(browser, house.address, { locale: 'en-GB', viewport: DESKTOP });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('complains, and is asked only what is missing', async () => {
    const { page } = opened;
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await type(page, 'Your kettle stopped working after two days!! This is outrageous!');
    await type(page, 'I bought it yesterday at the Riverside store, order 4471-22, and I want a refund.');
    for (let turn = 0; turn < 8 && !(await comes(page.locator('.receipt'))); turn += 1)
      await type(page, 'skip');
    await page.locator('.receipt').waitFor();
    await shot(page, 'en-desktop-receipt');
    expect(await violations(page)).toEqual([]);
  });

  it('corrects a row of the receipt: Enter saves, Escape leaves it', async () => {
    const { page } = opened;
    await press(page, /^Correct: Order number$/, 'Shift+Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Correct: Order number');
    expect(await page.locator('.composer textarea').inputValue()).toBe('');
    expect(await page.locator('.receipt').last().textContent()).toContain('4471-22');
    await press(page, /^Correct: Order number$/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('4471-23');
    await page.keyboard.press('Enter');
    await page.locator('.line.mine .bubble', { hasText: '4471-23' }).waitFor();
    await answered(page);
    await expect.poll(() => page.locator('.receipt').last().textContent()).toContain('4471-23');
  });

  it('confirms and chooses a remedy, and the keyboard is never left nowhere', async () => {
    const { page } = opened;
    await press(page, /^Yes, that is right$/, 'Shift+Tab');
    await page.locator('.remedies').waitFor();
    expect(await focused(page)).toBe('Write your message');
    await shot(page, 'en-desktop-remedies');
    await press(page, /^Choose this Refund/, 'Shift+Tab');
    await page.locator('.card.promise').waitFor();
    expect(await focused(page)).toBe('Write your message');
    expect(await violations(page)).toEqual([]);
  });

  it('opens the menu, thinks better of deleting, and ends with a rating', async () => {
    const { page } = opened;
    await press(page, /^More$/, 'Shift+Tab');
    await press(page, /^Delete my data$/);
    await page.getByRole('dialog').waitFor();
    await shot(page, 'en-desktop-erase');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, /^More$/, 'Shift+Tab');
    await press(page, /^End the conversation$/);
    await press(page, /^5 out of 5$/);
    await press(page, /^End the conversation$/);
    await page.locator('.over').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('deletes everything in the end, and nothing is left in the browser', async () => {
    const { page } = opened;
    await press(page, /^More$/, 'Shift+Tab');
    await press(page, /^Delete my data$/);
    await press(page, /^Delete everything$/);
    await page.locator('.over.erased').waitFor();
    expect(await violations(page)).toEqual([]);
    const left = await page.evaluate(() => Object.entries(localStorage));
    expect(JSON.stringify(left)).not.toMatch(/token|4471|kettle/);
    await page.reload();
    await page.locator('.line.theirs').first().waitFor();
    expect(await page.locator('.line').count()).toBe(1);
    expect(opened.troubles).toEqual([]);
  });
});
