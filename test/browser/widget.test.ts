/** The one-line embed on somebody else's page, under a strict policy of that page. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import { openBrowser, PHONE, shot } from './customer.ts';
import { type House, openHouse } from './house.ts';

const shopPage = (house: string): string => `<!doctype html><html lang="en"><head><title>A shop</title></head>
<body><h1>Kettles and more</h1><p>A page that knows nothing of us.</p>
<script src="${house}/widget.js" data-locale="zh-TW" async></script></body></html>`;

describe.skipIf(leaveOutBrowser)('a shop of another origin with our one line', () => {
  let house: House;
  let browser: Browser;
  let shop: Server;
  let address: string;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    shop = createServer((_, res) => {
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${house.address}; frame-src ${house.address}`,
      );
      res.end(shopPage(house.address));
    });
    shop.listen(0, '127.0.0.1');
    await once(shop, 'listening');
    // Another name for the same machine: another site to the browser.
    address = `http://localhost:${(shop.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    shop?.close();
    await house?.stop();
  });

  it('opens the chat in the language that it names, talks, and closes it again', async () => {
    const page = await browser.newPage({ locale: 'en', viewport: PHONE });
    const refused: string[] = [];
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) refused.push(line.text());
    });
    page.on('pageerror', (error) => refused.push(error.message));
    await page.goto(address);
    const button = page.getByRole('button', { name: '有話跟我們說' });
    await button.waitFor();
    expect(page.frames()).toHaveLength(1);
    await shot(page, 'widget-closed');
    await button.click();
    const chat = page.frameLocator('iframe');
    await chat.locator('.line.theirs').first().waitFor();
    await chat.locator('.composer textarea').fill('你們的水壺壞了');
    await chat.locator('.composer textarea').press('Enter');
    await chat.locator('.line.mine[data-delivery="sent"]').waitFor();
    await shot(page, 'widget-open');
    await chat.getByRole('button', { name: '關閉' }).click();
    await button.waitFor();
    await button.click();
    await expect.poll(() => chat.locator('.line.mine .bubble').allTextContents()).toEqual(['你們的水壺壞了']);
    expect(refused).toEqual([]);
  });
});
