/** A customer in a real browser: opens the chat, says things, waits for answers, and notices what goes wrong. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { chromiumPath } from '../setup/chromium.ts';

const SHOTS = join(import.meta.dirname, '..', '..', 'screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 820 };

export const openBrowser = (): Promise<Browser> => {
  if (!chromiumPath) throw new Error('no Chromium on this machine: install it or set CHROMIUM_PATH');
  // Without a UTF-8 locale Chromium cannot name a file in Chinese.
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
};

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page, refused by its policy, or asked of another site: a good page has none. */
  readonly troubles: string[];
}

/** Lines of the console that only repeat what a test does on purpose: no network, a refused request. */
const EXPECTED = /net::ERR_|the server responded with a status of|WebSocket connection to/;

export const openWindow = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const phone = options.viewport?.width === PHONE.width;
  const context = await browser.newContext({
    timezoneId: 'Asia/Shanghai',
    viewport: DESKTOP,
    ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type()) && !EXPECTED.test(line.text())) troubles.push(line.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(url.protocol) && url.origin !== new URL(address).origin)
      troubles.push(`asked another site: ${url.origin}`);
  });
  return { page, context, troubles };
};

export const openChat = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const opened = await openWindow(browser, address, options);
  await opened.page.goto(`${address}/`);
  await opened.page.locator('.line.theirs').first().waitFor();
  return opened;
};

/** The other side has answered what was said last. */
export const answered = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    document.querySelector('.lines > li:last-child')?.matches('.theirs:not(.typing)'),
  );

export const say = async (page: Page, text: string): Promise<void> => {
  const field = page.locator('.composer textarea');
  await field.fill(text);
  await field.press('Enter');
  await page
    .locator('.line.mine .bubble', { hasText: text.slice(0, 30) })
    .last()
    .waitFor();
  await answered(page);
};

export const allText = (page: Page): Promise<string[]> => page.locator('.line .bubble').allTextContents();

/** A turn may say several lines: whether what is looked for comes with one of them. */
export const comes = (wanted: Locator): Promise<boolean> =>
  wanted.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );

/** Answers what is asked, by quick reply or by "skip", until what is looked for is there. */
export const goOnUntil = async (page: Page, selector: string, skip: string): Promise<void> => {
  const wanted = page.locator(selector).last();
  for (let turn = 0; turn < 14; turn += 1) {
    if (await comes(wanted)) return;
    const reply = page.locator('.quick-replies button', { hasText: skip }).first();
    if (await reply.isVisible()) {
      await reply.click();
      await page.locator('.line.mine').last().waitFor();
      await answered(page);
    } else await say(page, skip);
  }
  throw new Error(`no ${selector} after 14 turns:\n${(await allText(page)).slice(-12).join('\n')}`);
};

/** A picture for people to look at; not kept in git. */
export const shot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
};

declare global {
  interface Window {
    readonly axe: { run(): Promise<AxeResults> };
  }
}

/** Colours change softly: look when they have changed. A window behind another draws no frames: it is brought forward. */
const settled = async (page: Page): Promise<void> => {
  await page.bringToFront();
  await page.evaluate(async () => {
    const running = () =>
      document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    // What inherits a colour starts to change only when its parent has: look again until nothing moves.
    for (let looks = 0; looks < 8; looks += 1) {
      const longEnough = new Promise((resolve) => setTimeout(resolve, 1000));
      const frames = new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      await Promise.race([frames, longEnough]);
      const ends = running();
      if (ends.length === 0 && looks > 0) return;
      await Promise.race([Promise.allSettled(ends.map((one) => one.finished)), longEnough]);
    }
  });
};

/** What axe finds wrong with the page as it is now, in light and in dark, as lines to read. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    await page.evaluate(AXE);
    const { violations: wrong } = await page.evaluate(() => window.axe.run());
    for (const { id, nodes } of wrong)
      found.push(
        ...nodes.map(
          (node) => `${colorScheme} ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`,
        ),
      );
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  await settled(page);
  return found;
};
