/** The stock client `botframework-directlinejs` against our Direct Line, over sockets and by polling. */
import { describe, expect, it } from 'vitest';
import { ConnectionStatus, openClient } from './client.ts';
import { openHouse } from './house.ts';

describe.each([
  ['over a socket', true],
  ['by polling', false],
])('the stock client %s', (_, webSocket) => {
  it('starts, hears the welcome, sends, gets its own line back with its own id, and the answer', async () => {
    const house = await openHouse();
    const { token } = await house.token();
    const client = openClient({ token, domain: house.domain, webSocket });
    await client.until(() => client.texts().includes('welcome'));
    const id = await client.send('my kettle broke', 'mine-1');
    await client.until(() => client.texts().includes('echo: my kettle broke'));
    expect(client.texts()).toEqual(['welcome', 'my kettle broke', 'echo: my kettle broke']);
    const own = client.heard[1];
    expect(own).toMatchObject({ id, channelData: { clientActivityID: 'mine-1' }, from: { role: 'user' } });
    expect(client.status()).toBe(ConnectionStatus.Online);
  });

  it('resumes by conversation id and gets the whole history again', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    await house.say(given, 'one');
    await house.say(given, 'two');
    const { token, conversationId } = given;
    const client = openClient({ token, conversationId, domain: house.domain, webSocket });
    await client.until(() => client.texts().includes('echo: two'));
    expect(client.texts()).toEqual(['welcome', 'one', 'echo: one', 'two', 'echo: two']);
  });

  it('gets only what came after its watermark', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    await house.say(given, 'one');
    await house.say(given, 'two');
    const { token, conversationId } = given;
    const options = { token, conversationId, domain: house.domain, webSocket, watermark: '3' };
    const client = openClient(options);
    await client.until(() => client.texts().includes('echo: two'));
    expect(client.texts()).toEqual(['two', 'echo: two']);
  });

  it('may use the secret as its token', async () => {
    const house = await openHouse();
    const client = openClient({ secret: 'a secret for the tests only', domain: house.domain, webSocket });
    await client.until(() => client.texts().includes('welcome'));
    await client.send('hello');
    await client.until(() => client.texts().includes('echo: hello'));
    expect(client.texts()).toEqual(['welcome', 'hello', 'echo: hello']);
  });

  it('ends when the conversation is erased', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    const { token, conversationId } = given;
    const client = openClient({ token, conversationId, domain: house.domain, webSocket });
    await client.until(() => client.texts().includes('welcome'));
    const deleted = await fetch(`${house.address}/api/chat/data`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(deleted.status).toBe(200);
    await client.until(() => client.status() === ConnectionStatus.Ended || client.errors.length > 0);
    expect(client.texts()).toEqual(['welcome']);
    expect((await house.get(`/v3/directline/conversations/${conversationId}`, token)).status).toBe(404);
  });
});

it('a socket that is cut comes back without loss and without doubles, posts meanwhile included', async () => {
  const house = await openHouse();
  const given = await house.conversation();
  const { token, conversationId } = given;
  const client = openClient({ token, conversationId, domain: house.domain });
  await house.say(given, 'before');
  await client.until(() => client.texts().includes('echo: before'));
  house.directLine.streams.cut();
  await house.say(given, 'while away 1');
  await client.send('while away 2', 'mine-2');
  await house.deps.turns.idle();
  await client.until(() => client.texts().includes('echo: while away 2'));
  await house.say(given, 'after');
  await client.until(() => client.texts().includes('echo: after'));
  const said = ['before', 'while away 1', 'while away 2', 'after'];
  expect(client.texts()).toEqual(['welcome', ...said.flatMap((text) => [text, `echo: ${text}`])]);
});

it('who asks the bot to delete everything hears that it is done, and then the end', async () => {
  const house = await openHouse();
  const { token, conversationId } = await house.conversation();
  const client = openClient({ token, conversationId, domain: house.domain });
  await client.until(() => client.texts().includes('welcome'));
  await client.send('delete my data', 'mine-9');
  await client.until(() => client.errors.length > 0);
  expect(client.texts()).toEqual(['welcome', 'delete my data', 'all gone']);
  expect(await house.deps.transcript.read(conversationId, {})).toEqual([]);
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  expect((await house.post(path, { type: 'message', text: 'hello?' }, token)).status).toBe(404);
  expect((await house.post('/v3/directline/conversations', {}, token)).status).toBe(404);
});

it('typing reaches the page and is gone afterwards', async () => {
  const house = await openHouse();
  const { token, conversationId } = await house.conversation();
  const client = openClient({ token, conversationId, domain: house.domain });
  await client.until(() => client.texts().includes('welcome'));
  await house.deps.bus.publish({ topic: 'typing', conversationId, from: 'agent' });
  await client.until(() => client.heard.some(({ type }) => type === 'typing'));
  const heard: string[] = [];
  house.deps.bus.subscribe('typing', ({ from }) => heard.push(from));
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  expect((await house.post(path, { type: 'typing' }, token)).status).toBe(200);
  expect(heard).toEqual(['customer']);
  expect(await house.deps.transcript.read(conversationId, {})).toHaveLength(1);
});
