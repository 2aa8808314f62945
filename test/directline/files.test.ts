/** Files from customers: what is taken, who gets it back, and that it goes with its conversation. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import type { Activity } from 'botframework-directlinejs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { XMLHttpRequest } from 'xhr2';
import { openClient } from './client.ts';
import { FetchXhr } from './fetchXhr.ts';
import { type ChatToken, type House, openHouse } from './house.ts';

const chunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(type), data, Buffer.alloc(4)]);
/** A picture of one pixel, so far as its signature goes. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.alloc(4))),
  chunk('IEND', Buffer.alloc(0)),
]);

type File = readonly [name: string, content: Buffer | string, type?: string];

const send = (house: House, to: ChatToken, files: readonly File[], activity?: object): Promise<Response> => {
  const form = new FormData();
  const type = 'application/vnd.microsoft.activity';
  if (activity) form.append('activity', new Blob([JSON.stringify(activity)], { type }), 'blob');
  for (const [name, content, kind = 'image/png'] of files) {
    const bytes = typeof content === 'string' ? content : new Uint8Array(content);
    form.append('file', new Blob([bytes], { type: kind }), name);
  }
  const path = `/v3/directline/conversations/${to.conversationId}/upload?userId=${to.userId}`;
  const headers = { Authorization: `Bearer ${to.token}` };
  return fetch(house.address + path, { method: 'POST', headers, body: form });
};

interface Sent {
  readonly name: string;
  readonly contentType: string;
  readonly contentUrl: string;
}

const filesIn = async (house: House, { conversationId, token }: ChatToken): Promise<readonly Sent[]> => {
  const answer = await house.get(`/v3/directline/conversations/${conversationId}/activities`, token);
  const { activities } = (await answer.json()) as { activities: { attachments?: Sent[] }[] };
  return activities.flatMap(({ attachments = [] }) => attachments);
};

const refusal = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;

describe('a file', () => {
  it('comes back to its customer under the type that it really has, a picture shown, the rest saved', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const files: File[] = [
      ['../../照片.png', PNG, 'text/html'],
      ['note.txt', '第一行', 'text/plain'],
    ];
    expect((await send(house, given, files, { type: 'message', text: 'see' })).status).toBe(200);
    const [picture, note] = await filesIn(house, given);
    expect(picture).toMatchObject({ name: '照片.png', contentType: 'image/png' });
    const shown = await fetch(picture?.contentUrl ?? '');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    const saved = await fetch(note?.contentUrl ?? '');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''note\.txt/);
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is given to its own conversation only', async () => {
    const house = await openHouse();
    const [mine, other] = [await house.conversation(), await house.conversation()];
    await send(house, mine, [['a.png', PNG]]);
    const [file] = await filesIn(house, mine);
    const bare = (file?.contentUrl ?? '').split('?')[0] ?? '';
    expect((await fetch(bare)).status).toBe(401);
    expect((await fetch(bare, { headers: { Authorization: `Bearer ${other.token}` } })).status).toBe(403);
    expect((await fetch(bare, { headers: { Authorization: `Bearer ${mine.token}` } })).status).toBe(200);
    expect((await fetch(`${file?.contentUrl}x`)).status).toBe(401);
    const elsewhere = bare.replace(mine.conversationId, other.conversationId);
    expect((await fetch(elsewhere, { headers: { Authorization: `Bearer ${other.token}` } })).status).toBe(
      404,
    );
    house.pass(13 * 60 * 60_000);
    expect((await fetch(file?.contentUrl ?? '')).status).toBe(401);
  });

  it('is deleted with its conversation', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    await send(house, given, [['a.png', PNG]]);
    const [file] = await filesIn(house, given);
    const headers = { Authorization: `Bearer ${given.token}` };
    await fetch(`${house.address}/api/chat/data`, { method: 'DELETE', headers });
    expect((await fetch(file?.contentUrl ?? '')).status).toBe(404);
    expect((await send(house, given, [['b.png', PNG]])).status).toBe(404);
  });

  it('sent again with the same client id is stored and said once', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const activity = { type: 'message', text: '', channelData: { clientActivityID: 'u-1' } };
    const answers = [1, 2].map(async () => (await send(house, given, [['a.png', PNG]], activity)).json());
    const [one, two] = await Promise.all(answers);
    expect(one).toEqual(two);
    expect(await filesIn(house, given)).toHaveLength(1);
  });

  it.each<[string, readonly File[], object | undefined, string]>([
    ['a page in disguise', [['a.png', '<html><script>alert(1)</script>']], undefined, '415 file-type'],
    [
      'a drawing that can run',
      [['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>']],
      undefined,
      '415 file-type',
    ],
    [
      'a program',
      [['a.png', Buffer.from('4d5a90000300000004000000ffff', 'hex')]],
      undefined,
      '415 file-type',
    ],
    ['nothing', [['a.png', '']], undefined, '400 file-empty'],
    [
      'too much',
      [['a.png', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)])]],
      undefined,
      '413 file-too-large',
    ],
    [
      'too many',
      Array.from({ length: 7 }, (_, n) => [`${n}.png`, PNG] as const),
      undefined,
      '413 too-many-files',
    ],
    [
      'one good and one bad',
      [
        ['a.png', PNG],
        ['b.exe', 'MZ'],
      ],
      undefined,
      '415 file-type',
    ],
    ['no file and no word', [], { type: 'message' }, '400 activity-empty'],
    ['an activity without a type', [['a.png', PNG]], { text: 'x' }, '400 activity-type-missing'],
  ])('that is %s is refused and nothing is kept', async (_, files, activity, code) => {
    const house = await openHouse();
    const given = await house.conversation();
    expect(await refusal(await send(house, given, files, activity))).toBe(code);
    expect(await house.deps.transcript.read(given.conversationId, {})).toHaveLength(1);
  });

  it.each([
    ['multipart/form-data', 'x', '415 media-type'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"',
      '400 upload-invalid',
    ],
    ['application/json', '{}', '415 media-type'],
  ])('in a broken form (%s) is refused', async (type, body, code) => {
    const house = await openHouse();
    const { conversationId, token } = await house.conversation();
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type };
    const path = `/v3/directline/conversations/${conversationId}/upload`;
    const answer = await fetch(house.address + path, { method: 'POST', headers, body });
    expect(await refusal(answer)).toBe(code);
  });
});

it('the stock client uploads a picture and gets it back with its own id', async () => {
  const house = await openHouse();
  const { token } = await house.token();
  const pictures = createServer((_, answer) => answer.end(PNG)).listen(0, '127.0.0.1');
  onTestFinished(() => void pictures.close());
  await new Promise((resolve) => pictures.once('listening', resolve));
  const contentUrl = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/a.png`;
  Object.assign(globalThis, { XMLHttpRequest: FetchXhr });
  onTestFinished(() => void Object.assign(globalThis, { XMLHttpRequest }));
  const client = openClient({ token, domain: house.domain });
  await client.until(() => client.texts().includes('welcome'));
  const picture = { contentType: 'image/png', contentUrl, name: 'kettle.png' };
  const channelData = { clientActivityID: 'p-1' };
  const message = { type: 'message', from: { id: 'me' }, text: 'look', attachments: [picture], channelData };
  const id = await new Promise((resolve, reject) =>
    client.line.postActivity(message as Activity).subscribe(resolve, reject),
  );
  await client.until(() => client.texts().includes('echo: look'));
  expect(client.heard[1]).toMatchObject({
    id,
    text: 'look',
    channelData,
    attachments: [{ contentType: 'image/png', name: 'kettle.png' }],
  });
});

it('the customer takes the conversation along as a text', async () => {
  const house = await openHouse();
  const given = await house.conversation();
  await house.say(given, 'my kettle broke');
  await send(house, given, [['kettle.png', PNG]]);
  await house.deps.turns.idle();
  const answer = await house.get('/api/chat/transcript', given.token);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const text = await answer.text();
  for (const part of ['CalmDesk assistant', 'welcome', 'You', 'my kettle broke', 'File: kettle.png'])
    expect(text).toContain(part);
  expect(text).not.toContain('secret');
});
