/** An agent in a real browser: signs in at the desk and opens cases. */
import type { Page } from 'playwright-core';
import type { House } from './house.ts';

export interface Entrant {
  readonly login: string;
  readonly password: string;
}

export const signIn = async (page: Page, house: House, entrant: Entrant = house.signIn): Promise<void> => {
  await page.goto(`${house.address}/desk`);
  await page.locator('input[autocomplete="username"]').fill(entrant.login);
  await page.locator('input[type="password"]').fill(entrant.password);
  await page.keyboard.press('Enter');
  await page.locator('.queue').waitFor();
};

export const openCase = async (page: Page, text: string): Promise<void> => {
  await page.locator('.queue-item', { hasText: text }).click();
  await page.locator('.entry.customer', { hasText: text }).waitFor();
};
