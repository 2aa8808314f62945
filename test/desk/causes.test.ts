/** The cause put right over the desk's API: what is shown, who may, what happens when two do it at once. */
import { describe, expect, it } from 'vitest';
import { openDesk } from './house.ts';

const WAITING = { group: 'service', sub: 'waiting' };
const SKILL = { group: 'service', sub: 'skill' };
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).error?.code];

describe('a cause put right at the desk', () => {
  it('is on the record at once, with who it was, and once, however often it is sent', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('Nobody came for two hours.');
    const [lin, chen] = [await person('lin'), await person('chen')];
    const key = { 'idempotency-key': 'one-click-and-no-more' };
    for (let tries = 0; tries < 2; tries += 1)
      expect((await lin.post(`cases/${id}/cause`, { cause: WAITING, seen: null }, key)).status).toBe(200);
    const { case: record } = await (await chen.get(`cases/${id}`)).json();
    expect(record).toMatchObject({ cause: WAITING, corrections: [{ to: WAITING, by: { name: 'lin' } }] });
  });

  it('is refused when it changed since it was seen; the newest is there to look at', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('Nobody came for two hours.');
    const [lin, chen] = [await person('lin'), await person('chen')];
    const both = await Promise.all([
      lin.post(`cases/${id}/cause`, { cause: WAITING, seen: null }),
      chen.post(`cases/${id}/cause`, { cause: SKILL, seen: null }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({ error: { code: 'cause-changed' } });
    const { case: record } = await (await chen.get(`cases/${id}`)).json();
    const other = record.cause.sub === 'waiting' ? SKILL : WAITING;
    const again = await chen.post(`cases/${id}/cause`, { cause: other, seen: record.cause });
    expect((await again.json()).corrections).toHaveLength(2);
  });

  it('belongs to who holds the case, and to those above them', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('Nobody came for two hours.');
    const [lin, chen, boss] = [await person('lin'), await person('chen'), await person('boss', 'supervisor')];
    await lin.post(`cases/${id}/take`);
    const body = { cause: WAITING, seen: null };
    expect(await codeOf(await chen.post(`cases/${id}/cause`, body))).toEqual([409, 'not-holder']);
    expect((await boss.post(`cases/${id}/cause`, body)).status).toBe(200);
  });

  it('is one of the twenty-two', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('Nobody came for two hours.');
    const lin = await person('lin');
    const bad = [
      {},
      { cause: WAITING },
      { cause: { group: 'service' }, seen: null },
      { cause: { group: 'product', sub: 'waiting' }, seen: null },
      { cause: { group: 'weather', sub: 'rain' }, seen: null },
    ];
    for (const body of bad) expect((await lin.post(`cases/${id}/cause`, body)).status).toBe(400);
  });
});

describe('the corrections as a file', () => {
  it('are for managers, without personal data', async () => {
    const { person, complaint, address } = await openDesk();
    const { id, number } = await complaint('Nobody came to 12 Baker Street.');
    const lin = await person('lin');
    await lin.post(`cases/${id}/cause`, { cause: WAITING, seen: null });
    expect((await fetch(`${address}/api/desk/corrections`)).status).toBe(401);
    for (const one of [lin, await person('wang', 'supervisor')])
      expect(await codeOf(await one.get('corrections'))).toEqual([403, 'not-permitted']);
    const answer = await (await person('boss', 'manager')).get('corrections');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="corrections.jsonl"');
    expect(JSON.parse(await answer.text())).toMatchObject({
      id: number,
      text: 'Nobody came to ***.',
      ...WAITING,
      by: 'lin',
      reviewed: false,
    });
  });
});
