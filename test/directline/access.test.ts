/** Who may read and write what: tokens, tickets, origins, limits. */
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type ChatToken, type House, openHouse, SECRET } from './house.ts';

const BASE = '/v3/directline';
const DAY = 24 * 60 * 60_000;

const problem = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;

interface Opened extends ChatToken {
  readonly streamUrl: string;
}
const reopen = async (house: House, { conversationId, token }: ChatToken): Promise<Opened> =>
  (await (await house.get(`${BASE}/conversations/${conversationId}`, token)).json()) as Opened;

/** How the server received a socket: the first frame, or the status of its refusal. */
const knock = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ socket?: WebSocket; first: unknown; status: number }>((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.once('message', (data) => resolve({ socket, first: JSON.parse(String(data)), status: 101 }));
    socket.once('unexpected-response', (_, { statusCode = 0 }) =>
      resolve({ first: null, status: statusCode }),
    );
    socket.on('error', () => {});
  });

describe('a token', () => {
  it('opens its own conversation and no other', async () => {
    const house = await openHouse();
    const [mine, theirs] = [await house.conversation(), await house.conversation()];
    for (const path of ['', '/activities']) {
      const answer = await house.get(`${BASE}/conversations/${theirs.conversationId}${path}`, mine.token);
      expect(await problem(answer)).toBe('403 wrong-conversation');
    }
    const path = `${BASE}/conversations/${theirs.conversationId}/activities`;
    expect(await problem(await house.post(path, { type: 'message', text: 'x' }, mine.token))).toBe(
      '403 wrong-conversation',
    );
  });

  it('is refused when missing or forged', async () => {
    const house = await openHouse();
    const { conversationId, token } = await house.conversation();
    const path = `${BASE}/conversations/${conversationId}/activities`;
    expect(await problem(await house.get(path))).toBe('401 token-missing');
    expect(await problem(await house.get(path, `${token}x`))).toBe('401 token-invalid');
    expect(await problem(await house.get(path, 'nonsense'))).toBe('401 token-invalid');
    const unsigned = `${btoa('{"alg":"none"}')}.${token.split('.')[1]}.`;
    expect(await problem(await house.get(path, unsigned))).toBe('401 token-invalid');
  });

  it('expires after a day, and can be exchanged for a fresh one for a month', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const path = `${BASE}/conversations/${given.conversationId}/activities`;
    house.pass(2 * DAY);
    expect(await problem(await house.get(path, given.token))).toBe('403 token-expired');
    const answer = await house.post(`${BASE}/tokens/refresh`, undefined, given.token);
    const fresh = (await answer.json()) as ChatToken;
    expect(fresh.conversationId).toBe(given.conversationId);
    expect((await house.get(path, fresh.token)).status).toBe(200);
    expect((await reopen(house, given)).token).toBeTruthy();
    house.pass(40 * DAY);
    expect(await problem(await house.post(`${BASE}/tokens/refresh`, undefined, given.token))).toBe(
      '401 token-invalid',
    );
  });

  it('names the user in the claim that the stock client reads', async () => {
    const house = await openHouse();
    const { token, userId } = await house.token();
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ user: userId });
    expect(userId).toMatch(/^dl_/);
  });

  it('is made for a known user by who knows the secret, and by nobody else', async () => {
    const house = await openHouse();
    const user = { id: 'customer-7', name: '王先生' };
    const answer = await house.post(`${BASE}/tokens/generate`, { user }, SECRET);
    const { token, conversationId } = (await answer.json()) as ChatToken;
    await house.post(`${BASE}/conversations`, {}, token);
    const conversation = await house.deps.conversations.load(conversationId);
    expect(conversation?.customer).toMatchObject({ id: 'customer-7', name: '王先生' });
    expect(await problem(await house.post(`${BASE}/tokens/generate`, { user }, token))).toBe(
      '401 token-invalid',
    );
    expect(await problem(await house.post(`${BASE}/tokens/generate`, { user }, 'wrong secret'))).toBe(
      '401 token-invalid',
    );
  });

  it('starts its conversation once', async () => {
    const house = await openHouse();
    const { token, conversationId } = await house.token('zh-TW');
    const starts = await Promise.all([1, 2].map(() => house.post(`${BASE}/conversations`, {}, token)));
    expect(
      starts.map(({ status }) => status).filter((status) => status === 200 || status === 201),
    ).toHaveLength(2);
    expect(await house.deps.transcript.read(conversationId, {})).toHaveLength(1);
    expect((await house.deps.conversations.load(conversationId))?.locale).toBe('zh-TW');
  });
});

describe('a socket', () => {
  it('needs a ticket, which works once', async () => {
    const house = await openHouse();
    const { streamUrl, conversationId } = await reopen(house, await house.conversation());
    const { socket, first } = await knock(streamUrl);
    expect(first).toMatchObject({ activities: [{ text: 'welcome' }], watermark: '1' });
    socket?.close();
    expect((await knock(streamUrl)).status).toBe(401);
    const bare = `${house.address.replace('http', 'ws')}${BASE}/conversations/${conversationId}/stream`;
    expect((await knock(bare)).status).toBe(401);
    const other = await reopen(house, await house.conversation());
    expect((await knock(other.streamUrl.replace(other.conversationId, conversationId))).status).toBe(401);
  });

  it('is refused a minute after its ticket was made', async () => {
    const house = await openHouse();
    const { streamUrl } = await reopen(house, await house.conversation());
    house.pass(61_000);
    expect((await knock(streamUrl)).status).toBe(401);
  });

  it('opens for our own pages and for named origins, not for others', async () => {
    const house = await openHouse({ origins: ['https://shop.example'] });
    const given = await house.conversation();
    const status = async (Origin: string) => {
      const { status: how, socket } = await knock((await reopen(house, given)).streamUrl, { Origin });
      socket?.close();
      return how;
    };
    expect(await status(house.address)).toBe(101);
    expect(await status('https://shop.example')).toBe(101);
    expect(await status('https://evil.example')).toBe(403);
    expect(await status('null')).toBe(403);
  });

  it('is one of at most five per conversation; the oldest makes room', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const open = async () => (await knock((await reopen(house, given)).streamUrl)).socket as WebSocket;
    const oldest = await open();
    const closed = new Promise<number>((resolve) => oldest.once('close', resolve));
    const others = await Promise.all([1, 2, 3, 4, 5].map(open));
    expect(await closed).toBe(1013);
    expect(house.directLine.streams.size).toBe(5);
    for (const socket of others) socket.terminate();
  });

  it('hears each line once, in order, while many are written at the same time', async () => {
    const house = await openHouse({ limitFactor: 0 });
    const given = await house.conversation();
    const { socket } = await knock((await reopen(house, given)).streamUrl);
    const texts: string[] = [];
    const all = new Promise<void>((resolve) => {
      socket?.on('message', (data) => {
        const set = JSON.parse(String(data)) as { activities: { text: string }[] };
        texts.push(...set.activities.map(({ text }) => text));
        if (texts.length === 200) resolve();
      });
    });
    const path = `${BASE}/conversations/${given.conversationId}/activities`;
    const numbers = Array.from({ length: 100 }, (__, index) => `n${index}`);
    await Promise.all(numbers.map((text) => house.post(path, { type: 'message', text }, given.token)));
    await all;
    const lines = await house.deps.transcript.read(given.conversationId, { after: 1, limit: 500 });
    expect(texts).toEqual(lines.map(({ text }) => text));
    expect(new Set(texts).size).toBe(200);
    socket?.terminate();
  });

  it('never hears a note, neither at once nor when it comes back', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const { conversationId } = given;
    const { socket } = await knock((await reopen(house, given)).streamUrl);
    const frames: string[] = [];
    const heard = new Promise<void>((resolve) => {
      socket?.on('message', (data) => {
        frames.push(String(data));
        if (String(data).includes('second')) resolve();
      });
    });
    const write = async (text: string, audience: 'public' | 'note') => {
      const { line } = await house.deps.transcript.append({
        id: text,
        conversationId,
        at: house.deps.clock.now(),
        from: { kind: 'agent', id: 'li', name: '小李' },
        text,
        locale: 'en',
        audience,
      });
      await house.deps.bus.publish({ topic: 'line', line });
    };
    await write('a private note', 'note');
    await write('first', 'public');
    await write('another private note', 'note');
    await write('second', 'public');
    await heard;
    expect(JSON.parse(frames.at(-1) ?? '{}')).toMatchObject({ watermark: '5' });
    const again = await knock((await reopen(house, given)).streamUrl);
    expect(JSON.stringify([...frames, again.first])).not.toContain('private');
    for (const one of [socket, again.socket]) one?.terminate();
  });

  it('is told to come back when the process stops, and none is let in any more', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const { socket } = await knock((await reopen(house, given)).streamUrl);
    const { streamUrl } = await reopen(house, given);
    const closed = new Promise<number>((resolve) => socket?.once('close', resolve));
    await house.directLine.streams.close();
    expect(await closed).toBe(1012);
    expect((await knock(streamUrl)).status).toBe(503);
  });
});

describe('limits', () => {
  it('a flood in one conversation gets 429 with Retry-After, never 403, and others are served', async () => {
    const house = await openHouse();
    const [loud, quiet] = [await house.conversation(), await house.conversation()];
    const path = `${BASE}/conversations/${loud.conversationId}/activities`;
    const send = () => house.post(path, { type: 'typing' }, loud.token);
    const answers = await Promise.all(Array.from({ length: 400 }, send));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 429]));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
    const other = `${BASE}/conversations/${quiet.conversationId}/activities`;
    expect((await house.post(other, { type: 'message', text: 'hello' }, quiet.token)).status).toBe(200);
  });

  it('new conversations and wrong tokens are limited per address', async () => {
    const house = await openHouse();
    const many = await Promise.all(Array.from({ length: 320 }, () => house.post('/api/chat/token', {})));
    expect(many.filter(({ status }) => status === 429)).toHaveLength(20);
    const wrong = await Promise.all(
      Array.from({ length: 120 }, () => house.post(`${BASE}/tokens/refresh`, undefined, 'wrong')),
    );
    expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([401, 429]));
  });
});

it('while the process stops, new requests are told to come back', async () => {
  const house = await openHouse();
  const given = await house.conversation();
  house.stopping = true;
  const path = `${BASE}/conversations/${given.conversationId}/activities`;
  const answer = await house.post(path, { type: 'message', text: 'x' }, given.token);
  expect(answer.headers.get('Retry-After')).toBe('2');
  expect(await problem(answer)).toBe('503 stopping');
});

it('what is wrong is said in the reader’s language', async () => {
  const house = await openHouse();
  const told = async (language: string) => {
    const answer = await house.post(`${BASE}/conversations`, {}, undefined, { 'Accept-Language': language });
    return ((await answer.json()) as { error: { message: string } }).error.message;
  };
  expect(await told('zh-TW,zh;q=0.9')).toBe('請先登入或開始對話。');
  expect(await told('fr, zh-CN;q=0.5, en;q=0.1')).toBe('请先登录或开始对话。');
  expect(await told('fr')).toBe('Please sign in or start the chat first.');
});

describe('an activity', () => {
  it.each([
    [{}, '400 activity-type-missing'],
    [{ type: '' }, '400 activity-type-missing'],
    [{ type: 7 }, '400 activity-type-missing'],
    [[], '400 body-invalid'],
    ['text', '400 body-invalid'],
    [{ type: 'message' }, '400 activity-empty'],
    [{ type: 'message', text: '   ' }, '400 activity-empty'],
    [{ type: 'message', text: 5 }, '400 body-invalid'],
    [{ type: 'message', text: 'x'.repeat(20_001) }, '413 text-too-long'],
    [{ type: 'message', text: 'x', value: { long: 'x'.repeat(20_000) } }, '413 body-too-large'],
    [{ type: 'message', text: 'x'.repeat(300_000) }, '413 body-too-large'],
    [{ type: 'message', text: 'x', channelData: { clientActivityID: 'x'.repeat(201) } }, '400 body-invalid'],
  ])('that is %.60j is refused with %s', async (activity, refused) => {
    const house = await openHouse();
    const { conversationId, token } = await house.conversation();
    const path = `${BASE}/conversations/${conversationId}/activities`;
    expect(await problem(await house.post(path, activity, token))).toBe(refused);
    expect(await house.deps.transcript.read(conversationId, {})).toHaveLength(1);
  });

  it('of 10,000 characters is taken, and what is no message is accepted and let be', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    await house.say(given, '水'.repeat(10_000));
    const path = `${BASE}/conversations/${given.conversationId}/activities`;
    const event = { type: 'event', name: 'webchat/join' };
    expect((await house.post(path, event, given.token)).status).toBe(200);
    expect(await house.deps.transcript.read(given.conversationId, {})).toHaveLength(3);
  });
});
