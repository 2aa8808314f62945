/** Files, very long texts, emoji, input methods, and what a customer can take along. */
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOutBrowser } from '../setup/chromium.ts';
import { answered, type Opened, openBrowser, openChat, PHONE, say, shot, violations } from './customer.ts';
import { type House, openHouse } from './house.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
};

/** A real picture: a PNG of one colour. */
const picture = (side: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 0x9a)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const png = (name: string) => ({ name, mimeType: 'image/png', buffer: picture(160) });

describe.skipIf(leaveOutBrowser)('a customer with much to send', () => {
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

  it('sees two pictures before they are sent, and again in the conversation', async () => {
    const { page } = opened;
    await say(page, '水壶坏了，给您看照片');
    await page.locator('input[type="file"]').setInputFiles([png('壶身.png'), png('壶底.png')]);
    await expect.poll(() => page.locator('.chosen img').count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-files');
    await page.getByRole('button', { name: '移除 壶底.png' }).tap();
    await page.locator('.composer textarea').fill('就是这里裂了');
    await page.getByRole('button', { name: '发送' }).tap();
    await page.locator('.line.mine .picture img').waitFor();
    await answered(page);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.locator('.line.mine .picture img').waitFor();
    expect(await page.locator('.line.mine .bubble').allTextContents()).toContain('就是这里裂了');
  });

  it('sees how far an upload is, and can send it again when the network failed', async () => {
    const { page } = opened;
    const uploads = '**/upload?*';
    await page.route(uploads, (route) => route.abort());
    await page.locator('input[type="file"]').setInputFiles(png('网络不好.png'));
    await page.getByRole('button', { name: '发送' }).tap();
    await page.getByText('网络不好.png 没有传上去').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-upload-failed');
    await page.unroute(uploads);
    const held = Promise.withResolvers<void>();
    await page.route(uploads, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: '重新发送' }).tap();
    await page.getByRole('progressbar', { name: '正在上传 网络不好.png' }).waitFor();
    held.resolve();
    await expect.poll(() => page.locator('.line.mine .picture').count()).toBe(2);
    await page.unroute(uploads);
  });

  it('is told kindly about a file that is too large or of a kind that we cannot open', async () => {
    const { page } = opened;
    await page
      .locator('input[type="file"]')
      .setInputFiles([
        { name: '大.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(11 * 1024 * 1024, 1) },
        { name: '程序.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
        png('好的.png'),
      ]);
    await page.getByText('大.pdf 有点大').waitFor();
    await page.getByText('程序.exe 的格式暂时看不了').waitFor();
    expect(await page.locator('.chosen .file').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'zh-CN-phone-file-trouble');
    await page.getByRole('button', { name: '移除 好的.png' }).tap();
  });

  it('pastes 100 KB: it goes out in parts and not a character is lost', async () => {
    const { page } = opened;
    const sentence = '这个水壶从第一天起就有问题，我一次一次打电话都没有人理我。😤';
    const text = sentence.repeat(Math.ceil((100 * 1024) / Buffer.byteLength(sentence)));
    await page.locator('.composer textarea').fill(text);
    await page.locator('.composer .hint').waitFor();
    await shot(page, 'zh-CN-phone-long');
    const before = await page.locator('.line.mine').count();
    await page.locator('.composer textarea').press('Enter');
    await expect
      .poll(() => page.locator('.line.mine[data-delivery="sent"]').count(), { timeout: 30_000 })
      .toBe(before + 4);
    const said = (await page.locator('.line.mine .bubble').allTextContents()).slice(-4);
    expect(said.join('')).toBe(text);
    await answered(page);
  });

  it('composes a Chinese word: Enter belongs to the input method', async () => {
    const { page } = opened;
    await page.locator('.composer textarea').focus();
    const before = await page.locator('.line.mine').count();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
    await page.locator('.composer textarea').evaluate((field) => {
      const enter = { key: 'Enter', bubbles: true, cancelable: true };
      field.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
    });
    expect(await page.locator('.line.mine').count()).toBe(before);
    await cdp.send('Input.insertText', { text: '你好👋' });
    expect(await page.locator('.composer textarea').inputValue()).toContain('你好👋');
    await page.locator('.composer textarea').press('Enter');
    await page.locator('.line.mine .bubble', { hasText: '你好👋' }).waitFor();
  });

  it('takes the transcript along', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '更多' }).tap();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载对话记录' }).tap(),
    ]);
    expect(download.suggestedFilename()).toBe('对话记录.txt');
    expect(readFileSync(await download.path(), 'utf8')).toContain('就是这里裂了');
    expect(opened.troubles).toEqual([]);
  });

  it('asks in words to be forgotten, and every open window forgets', async () => {
    const { page, context } = opened;
    const other = await context.newPage();
    await other.goto(`${house.address}/`);
    await other.locator('.line.mine').first().waitFor();
    await page.locator('.composer textarea').fill('删除我的数据');
    await page.locator('.composer textarea').press('Enter');
    await page.locator('.quick-replies button').first().tap();
    for (const one of [page, other]) await one.locator('.over.erased').waitFor();
    const left = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(left).not.toMatch(/token|水壶/);
    expect(opened.troubles).toEqual([]);
  });
});
