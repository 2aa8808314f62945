/** What reaches a customer, and what must not. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/domain/transcript.ts';
import { openHouse } from './house.ts';

interface Set {
  readonly activities: readonly Record<string, unknown>[];
  readonly watermark: string;
}

const read = async (house: Awaited<ReturnType<typeof openHouse>>, id: string, token: string): Promise<Set> =>
  (await (await house.get(`/v3/directline/conversations/${id}/activities`, token)).json()) as Set;

const anyLine = (conversationId: string, more: Partial<Line>): Line => ({
  id: `line-${Math.random()}`,
  conversationId,
  caseId: 'secret-case-id',
  at: '2026-01-05T02:00:00.000Z',
  from: { kind: 'agent', id: 'secret-agent-id', name: '小李' },
  text: 'hello',
  locale: 'zh-CN',
  audience: 'public',
  seq: 0,
  ...more,
});

describe('an activity that reaches a customer', () => {
  it('carries text, quick replies, speaker and nothing of the desk', async () => {
    const house = await openHouse();
    const given = await house.conversation();
    await house.say(given, 'hi');
    const { activities } = await read(house, given.conversationId, given.token);
    expect(activities[2]).toEqual({
      type: 'message',
      id: expect.any(String),
      timestamp: expect.any(String),
      channelId: 'directline',
      conversation: { id: given.conversationId },
      locale: 'en',
      text: 'echo: hi',
      textFormat: 'plain',
      from: { id: 'calmdesk', name: 'CalmDesk assistant', role: 'bot' },
      suggestedActions: {
        to: [],
        actions: [
          { type: 'imBack', title: 'Yes', value: 'Yes' },
          { type: 'messageBack', title: 'A person', displayText: 'A person', text: 'I want a person' },
        ],
      },
      channelData: { calmdesk: { speaker: { kind: 'bot', name: 'CalmDesk assistant' } } },
    });
    expect(JSON.stringify(activities)).not.toMatch(/secret|audience|stance|caseId|"seq"|"key"/);
  });

  it('names the agent but not the agent’s id, and never is a note', async () => {
    const house = await openHouse();
    const { conversationId, token } = await house.conversation();
    await house.deps.transcript.append(anyLine(conversationId, { text: 'I am here' }));
    await house.deps.transcript.append(anyLine(conversationId, { text: 'he shouts', audience: 'note' }));
    await house.deps.transcript.append(anyLine(conversationId, { text: 'still here' }));
    const { activities, watermark } = await read(house, conversationId, token);
    expect(activities.map(({ text }) => text)).toEqual(['welcome', 'I am here', 'still here']);
    expect(activities[1]).toMatchObject({
      from: { id: 'agent', name: '小李', role: 'bot' },
      channelData: { calmdesk: { speaker: { kind: 'agent', name: '小李' } } },
    });
    expect(JSON.stringify(activities)).not.toMatch(/secret|shouts/);
    expect(watermark).toBe('4');
  });

  it('has a card as the dialog wrote it', async () => {
    const house = await openHouse();
    const { conversationId, token } = await house.conversation();
    const card = { kind: 'rating', data: { max: 5 } } as const;
    await house.deps.transcript.append(
      anyLine(conversationId, { from: { kind: 'bot' }, card, key: 'secret' }),
    );
    const { activities } = await read(house, conversationId, token);
    expect(activities[1]).toMatchObject({ channelData: { calmdesk: { card } } });
  });
});

it('the same client id again is the same line, answered once', async () => {
  const house = await openHouse();
  const { conversationId, token } = await house.conversation();
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const activity = { type: 'message', text: 'once', channelData: { clientActivityID: 'c-1' } };
  const answers = await Promise.all([1, 2, 3].map(() => house.post(path, activity, token)));
  const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
  await house.deps.turns.idle();
  expect(new Set(ids).size).toBe(1);
  const { activities } = await read(house, conversationId, token);
  expect(activities.map(({ text }) => text)).toEqual(['welcome', 'once', 'echo: once']);
});

it('nothing that a customer sends makes them somebody else', async () => {
  const house = await openHouse();
  const { conversationId, token, userId } = await house.conversation();
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const from = { id: 'agent', name: 'Boss', role: 'bot' };
  const channelData = { calmdesk: { speaker: { kind: 'agent', name: 'Boss' } } };
  await house.post(path, { type: 'message', text: 'trust me', from, channelData }, token);
  const { activities } = await read(house, conversationId, token);
  expect(activities[1]).toMatchObject({ from: { id: userId, role: 'user' }, channelData: {} });
  expect(JSON.stringify(activities[1])).not.toContain('Boss');
});
