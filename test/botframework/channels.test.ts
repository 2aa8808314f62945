/** A customer on a messaging channel: what they write is answered there, once, also after the channel was down. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitWork } from '../../src/app/commitWork.ts';
import { replyAsAgent } from '../../src/app/replyAsAgent.ts';
import { takeCase } from '../../src/app/takeCase.ts';
import { Work } from '../../src/app/work.ts';
import type { Agent } from '../../src/domain/actor.ts';
import type { Case } from '../../src/domain/case.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { type Rig, startRig } from './rig.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LAN: Agent = { kind: 'agent', id: 'a1', name: 'Lan', role: 'agent' };
const MEI: Agent = { kind: 'agent', id: 'a2', name: 'Mei', role: 'agent' };

let cloud: Cloud;
let rig: Rig;
beforeEach(async () => {
  cloud = await startCloud(PNG);
  rig = await startRig(cloud);
});
afterEach(async () => {
  await rig.close();
  await cloud.close();
});

const texts = () => cloud.posted.map(({ activity }) => activity.text);

const theCase = async (): Promise<Case> => {
  const [found] = await rig.deps.cases.list({ limit: 2 });
  if (!found) throw new Error('no case');
  return found;
};

const speakByTheClock = async (key: string): Promise<void> => {
  const { conversationId } = await theCase();
  await commitWork(rig.deps, async () => {
    const conversation = await rig.deps.conversations.load(conversationId);
    if (!conversation) return undefined;
    const work = new Work(rig.deps, {
      conversation,
      origin: `clock:${key}`,
      by: { kind: 'clock' },
      now: rig.deps.clock.now(),
    });
    work.say(key);
    return work;
  });
};

describe('a message from a channel', () => {
  it('is answered at the address it came from, with our token, in order', async () => {
    const answer = await rig.say();
    expect(answer.status).toBe(200);
    await rig.settled();
    expect(texts()).toEqual(['welcome welcome', 'heard My kettle broke after two days 0']);
    expect(cloud.posted[0]?.path).toBe('/service/v3/conversations/chat-42/activities');
    expect(cloud.posted[0]?.authorization).toBe('Bearer token-for-the-channel');
    expect(cloud.posted[0]?.activity.recipient?.id).toBe('customer-7');
  });

  it('is taken and answered once when the channel sends it again', async () => {
    await Promise.all([rig.say(), rig.say(), rig.say()]);
    expect((await rig.say()).status).toBe(200);
    await rig.settled();
    expect(texts()).toEqual(['welcome welcome', 'heard My kettle broke after two days 0']);
    expect(await rig.deps.transcript.read((await theCase()).conversationId, {})).toHaveLength(3);
  });

  it('opens a case of the messaging channel with the name that the channel gave', async () => {
    await rig.say();
    await rig.settled();
    const found = await theCase();
    expect(found.channel).toBe('messaging');
    expect(found.customer.name).toBe('Lin');
  });

  it('is answered at the new address once the channel has moved', async () => {
    await rig.say();
    await rig.settled();
    const moved = cloud.serviceUrl.replace('127.0.0.1', 'localhost');
    const before = cloud.posted.length;
    await rig.post(rig.activity({ id: 'activity-2', serviceUrl: moved, text: 'again' }), {
      Authorization: `Bearer ${await cloud.token({ claims: { serviceurl: moved } })}`,
    });
    await rig.settled();
    const conversation = await rig.deps.conversations.load((await theCase()).conversationId);
    expect(conversation?.reference).toMatchObject({ serviceUrl: moved });
    expect(cloud.posted).toHaveLength(before + 1);
  });

  it('in a group is not answered: others would read the case', async () => {
    const answer = await rig.say({ conversation: { id: 'group-1', isGroup: true } });
    expect(answer.status).toBe(200);
    await rig.settled();
    expect(cloud.posted).toEqual([]);
    expect(await rig.deps.cases.list({ limit: 1 })).toEqual([]);
  });

  it('of another kind, such as a reaction, is acknowledged and changes nothing', async () => {
    expect((await rig.say({ type: 'messageReaction', text: undefined })).status).toBe(200);
    await rig.settled();
    expect(cloud.posted).toEqual([]);
  });

  it("without a type is the sender's mistake", async () => {
    expect((await rig.say({ type: undefined })).status).toBe(400);
  });

  it('greets a customer who opens the chat without a word', async () => {
    await rig.say({ type: 'conversationUpdate', text: undefined, membersAdded: [{ id: 'customer-7' }] });
    await rig.settled();
    expect(texts()).toEqual(['welcome welcome']);
  });

  it('starts anew for a customer who had everything deleted, after the last words', async () => {
    await rig.say();
    await rig.settled();
    const gone = cloud.posting((text) => text === 'erase.done');
    await rig.say({ id: 'activity-8', text: 'delete it all' });
    await gone;
    await rig.say({ id: 'activity-9', text: 'me again' });
    await rig.settled();
    expect(texts().slice(2)).toEqual(['erase.done', 'welcome welcome', 'heard me again 0']);
  });
});

describe('a channel that is down', () => {
  it.each([
    ['answers with an error', 503],
    ['hangs up', 0],
  ])('and %s gets each line once and in order when it is back', async (_, status) => {
    cloud.mood.status = status;
    await rig.say();
    await rig.settled();
    await rig.say({ id: 'activity-2', text: 'hello?' });
    await rig.settled();
    expect(cloud.posted).toEqual([]);
    cloud.mood.status = 200;
    rig.later(10 * 60_000);
    rig.postman.ring();
    await rig.settled();
    const sent = ['welcome welcome', 'heard My kettle broke after two days 0', 'heard hello? 0'];
    expect(texts()).toEqual(sent);
    rig.later(10 * 60_000);
    rig.postman.ring();
    await rig.settled();
    expect(texts()).toEqual(sent);
  });

  it('is not asked again before the pause that it demanded', async () => {
    Object.assign(cloud.mood, { status: 429, retryAfter: '120' });
    await rig.say();
    await rig.settled();
    Object.assign(cloud.mood, { status: 200, retryAfter: undefined });
    rig.later(119_000);
    rig.postman.ring();
    await rig.settled();
    expect(cloud.posted).toEqual([]);
    rig.later(2_000);
    rig.postman.ring();
    await rig.settled();
    expect(texts()).toHaveLength(2);
  });

  it('that refuses for good is not tried for ever, and the conversation goes on', async () => {
    cloud.mood.status = 403;
    await rig.say();
    await rig.settled();
    const asked = cloud.asked.length;
    rig.later(3_600_000);
    rig.postman.ring();
    await rig.settled();
    expect(cloud.asked).toHaveLength(asked);
    expect(rig.postman.totals.givenUp).toBe(2);
    cloud.mood.status = 200;
    await rig.say({ id: 'activity-2', text: 'unblocked' });
    await rig.settled();
    expect(texts()).toEqual(['heard unblocked 0']);
  });

  it('for longer than a day is told nothing stale', async () => {
    cloud.mood.status = 503;
    await rig.say();
    await rig.settled();
    rig.later(25 * 3_600_000);
    rig.postman.ring();
    await rig.settled();
    cloud.mood.status = 200;
    rig.later(3_600_000);
    rig.postman.ring();
    await rig.settled();
    expect(cloud.posted).toEqual([]);
  });
});

describe('what the desk says by itself', () => {
  it('reaches the channel when the clock speaks', async () => {
    await rig.say();
    await rig.settled();
    rig.later(3_600_000);
    await speakByTheClock('promise.update');
    await rig.settled();
    expect(texts().at(-1)).toBe('promise.update');
  });

  it("carries an agent's reply under the agent's name", async () => {
    await rig.say({ text: 'a person please' });
    await rig.settled();
    const taken = await takeCase(rig.deps, { caseId: (await theCase()).id, agent: LAN, origin: 'click-1' });
    if (isRefusal(taken)) throw new Error(taken.refused);
    await replyAsAgent(rig.deps, {
      caseId: taken.id,
      agent: LAN,
      origin: 'click-2',
      epoch: taken.epoch,
      text: 'I am with you',
    });
    await rig.settled();
    expect(texts().slice(-2)).toEqual(['desk.joined Lan', 'Lan: I am with you']);
  });

  it('is dropped at the last step when another person holds the case by then', async () => {
    await rig.say({ text: 'a person please' });
    await rig.settled();
    const taken = await takeCase(rig.deps, { caseId: (await theCase()).id, agent: LAN, origin: 'click-1' });
    if (isRefusal(taken)) throw new Error(taken.refused);
    await rig.settled();
    cloud.mood.status = 503;
    const reply = { caseId: taken.id, agent: LAN, origin: 'click-2', epoch: taken.epoch, text: 'too late' };
    await replyAsAgent(rig.deps, reply);
    await rig.settled();
    await commitWork(rig.deps, async () => {
      const conversation = await rig.deps.conversations.load(taken.conversationId);
      if (!conversation) return undefined;
      const work = new Work(rig.deps, {
        conversation,
        origin: 'click-3',
        by: LAN,
        now: rig.deps.clock.now(),
      });
      const done = work.do({
        type: 'transferCase',
        by: LAN,
        to: { kind: 'agent', id: MEI.id, name: MEI.name },
      });
      return isRefusal(done) ? done : work;
    });
    cloud.mood.status = 200;
    rig.later(3_600_000);
    rig.postman.ring();
    await rig.settled();
    expect(texts()).not.toContain('Lan: too late');
    expect(rig.postman.totals.stale).toBe(1);
  });
});

describe('choices and files', () => {
  it('shows the remedies as buttons that the channel has', async () => {
    await rig.say({ text: 'offers' });
    await rig.settled();
    const titles = cloud.posted.at(-1)?.activity.suggestedActions?.actions.map((action) => action.title);
    expect(titles).toEqual(['Money back', 'A new kettle']);
  });

  it('shows them on a hero card where there are no suggested actions', async () => {
    await rig.say({ text: 'offers', channelId: 'msteams' });
    await rig.settled();
    const last = cloud.posted.at(-1)?.activity;
    expect(last?.suggestedActions).toBeUndefined();
    expect(last?.attachments?.[0]?.content.buttons.map((one) => one.title)).toEqual([
      'Money back',
      'A new kettle',
    ]);
  });

  it("keeps a picture that lies on the channel's own service", async () => {
    await rig.say({
      text: 'look',
      attachments: [
        { contentType: 'image/png', contentUrl: `${cloud.origin}/files/photo.png`, name: 'kettle.png' },
      ],
    });
    await rig.settled();
    const lines = await rig.deps.transcript.read((await theCase()).conversationId, {});
    const [file] = lines.find((line) => line.from.kind === 'customer')?.attachments ?? [];
    expect(file).toMatchObject({ name: 'kettle.png', contentType: 'image/png', bytes: PNG.length });
    expect((await rig.deps.files.get(file?.id ?? ''))?.content.equals(PNG)).toBe(true);
  });

  it('never asks another host for a file, and names it instead', async () => {
    const other = await startCloud(PNG);
    await rig.say({
      text: 'look',
      attachments: [
        { contentType: 'image/png', contentUrl: `${other.origin}/files/photo.png`, name: 'kettle.png' },
      ],
    });
    await rig.settled();
    expect(other.asked).toEqual([]);
    expect(texts().at(-1)).toBe('heard look\n[kettle.png] 0');
    await other.close();
  });
});
