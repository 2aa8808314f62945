/** The log of the whole desk during a conversation: ids and figures, never what somebody wrote or who they are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startDesk } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/http/log.ts';

it('keeps names, numbers, words and tokens out, also when a request is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const desk = await startDesk(readConfig({ PORT: '0', DATA_DIR: folder }), log);
  onTestFinished(() => desk.stop());
  const post = async (path: string, body: object, token?: string) =>
    fetch(`${desk.address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const { token, conversationId } = (await (await post('/api/chat/token', {})).json()) as Record<
    string,
    string
  >;
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const text = '水壶坏了，我叫王小明，电话13800138000，住在南山路5号，邮箱 wang@example.com';
  await post(path, { type: 'message', text }, token);
  await post(path, { text, type: 5 }, token);
  await post(`${path}?name=王小明`, { type: 'message', text }, `${token}x`);
  const headers = { Authorization: `Bearer ${token}` };
  const activities = async () =>
    (await (await fetch(`${desk.address}${path}`, { headers })).text()).split('"id"').length;
  await vi.waitUntil(async () => (await activities()) > 5, { timeout: 20_000 });
  const all = logged.join('');
  expect(all).toContain(`"conversationId":"${conversationId}"`);
  expect(all).toContain('"requestId"');
  for (const secret of ['王小明', '13800138000', '南山路', 'wang@', '水壶', token ?? ''])
    expect(all).not.toContain(secret);
});
