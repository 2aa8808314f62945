/** The desk's JSON API as a client meets it: who may enter, who wins, what counts once, what stays inside. */
import { describe, expect, it } from 'vitest';
import type { DeskLine } from '../../src/ports/deskApi.ts';
import { openDesk, PASSWORD } from './house.ts';

const KEY = { 'idempotency-key': 'one-click-and-no-more' };

describe('signing in at the desk', () => {
  it('needs the right password, and says the same for a login that nobody has', async () => {
    const { address, person } = await openDesk();
    await person('lin');
    const enter = (login: string, password: string) =>
      fetch(`${address}/api/desk/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
    const [wrong, nobody] = [await enter('lin', 'wrong'), await enter('nobody', PASSWORD)];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await nobody.json());
    expect((await enter('LIN', PASSWORD)).status).toBe(200);
  });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { address, person } = await openDesk();
    await person('lin');
    const entered = await fetch(`${address}/api/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'lin', password: PASSWORD }),
    });
    expect(entered.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Strict/);
  });

  it('stops guessing after ten wrong passwords, with the time to wait', async () => {
    const { address, person } = await openDesk();
    await person('lin');
    const guess = () =>
      fetch(`${address}/api/desk/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'lin', password: 'guess' }),
      });
    for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(401);
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses a cookie that was changed, cut or belongs to somebody who is gone', async () => {
    const { person, address, staff } = await openDesk();
    const lin = await person('lin');
    const tries = [
      lin.cookie.slice(0, -2),
      lin.cookie.replace(/=./, '=x'),
      'calmdesk_desk=',
      'calmdesk_desk=a.b',
    ];
    for (const cookie of tries) {
      const answer = await fetch(`${address}/api/desk/cases`, { headers: { cookie } });
      expect(answer.status).toBe(401);
    }
    const found = await staff.find('lin');
    if (found) await staff.save({ ...found, passwordHash: `${found.passwordHash}changed` });
    expect((await lin.get('cases')).status).toBe(401);
  });
});

describe('working at the desk', () => {
  it('shows nothing and does nothing for those who have not signed in', async () => {
    const { address, complaint } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    for (const path of ['cases', `cases/${id}`, 'events', 'files/x', 'session'])
      expect((await fetch(`${address}/api/desk/${path}`)).status).toBe(401);
    const taken = await fetch(`${address}/api/desk/cases/${id}/take`, { method: 'POST', headers: KEY });
    expect(taken.status).toBe(401);
  });

  it('lets exactly one of twenty take a case; the others are told who was faster', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => person(`agent${at}`)));
    const answers = await Promise.all(people.map((one) => one.post(`cases/${id}/take`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    const refused = await answers.find(({ status }) => status === 409)?.json();
    expect(refused).toMatchObject({ error: { code: 'already-taken' } });
  });

  it('counts a click once, however often it is sent', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const lin = await person('lin');
    const { epoch } = await (await lin.post(`cases/${id}/take`)).json();
    const said = { text: 'I am on it.', epoch };
    for (let tries = 0; tries < 3; tries += 1)
      expect((await lin.post(`cases/${id}/reply`, said, KEY)).status).toBe(200);
    const { lines } = await (await lin.get(`cases/${id}`)).json();
    expect(lines.filter(({ text }: DeskLine) => text === 'I am on it.')).toHaveLength(1);
  });

  it('refuses a click without an id, from another site, or of somebody who does not hold the case', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const [lin, chen] = [await person('lin'), await person('chen')];
    const codeOf = async (answer: Response) => [answer.status, (await answer.json()).error.code];
    expect(await codeOf(await lin.post(`cases/${id}/take`, {}, { 'idempotency-key': '' }))).toEqual([
      400,
      'idempotency-key-missing',
    ]);
    const elsewhere = { origin: 'https://evil.example' };
    expect(await codeOf(await lin.post(`cases/${id}/take`, {}, elsewhere))).toEqual([403, 'origin-refused']);
    expect(await codeOf(await lin.post(`cases/${id}/take`, {}, { 'sec-fetch-site': 'cross-site' }))).toEqual([
      403,
      'origin-refused',
    ]);
    const { epoch } = await (await lin.post(`cases/${id}/take`)).json();
    expect(await codeOf(await chen.post(`cases/${id}/reply`, { text: 'me too', epoch }))).toEqual([
      409,
      'not-holder',
    ]);
    expect(await codeOf(await lin.post(`cases/${id}/reply`, { text: 'late', epoch: epoch - 1 }))).toEqual([
      409,
      'stale-epoch',
    ]);
    expect((await lin.post('cases/unknown/take')).status).toBe(404);
  });

  it('keeps notes among colleagues and shows them with the conversation', async () => {
    const { person, complaint, deps } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const lin = await person('lin');
    expect((await lin.post(`cases/${id}/notes`, { text: 'a regular, be quick' })).status).toBe(200);
    const { case: record, lines } = await (await lin.get(`cases/${id}`)).json();
    expect(lines.at(-1)).toMatchObject({ audience: 'note', text: 'a regular, be quick' });
    expect(record).toMatchObject({ stance: 'venting' });
    const told = await deps.transcript.read(record.conversationId, { audience: 'public' });
    expect(told.map(({ text }) => text)).not.toContain('a regular, be quick');
  });

  it('tells a listener which case changed', async () => {
    const { person, complaint, address } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const lin = await person('lin');
    const stream = await fetch(`${address}/api/desk/events`, { headers: { cookie: lin.cookie } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await lin.post(`cases/${id}/take`);
    let heard = '';
    while (!heard.includes(`"caseId":"${id}"`)) heard += (await reader?.read())?.value ?? '';
    expect(heard).not.toContain('kettle');
    await reader?.cancel();
  });

  it('answers bad input with a 4xx that names the field', async () => {
    const { person, complaint } = await openDesk();
    const { id } = await complaint('My kettle broke.');
    const lin = await person('lin');
    const bad: readonly (readonly [string, unknown])[] = [
      ['reply', { epoch: 1 }],
      ['reply', { text: '   ', epoch: 1 }],
      ['notes', { text: 5 }],
      ['remedies', { kind: 'moon' }],
      ['remedies', { kind: 'refund', amount: -1 }],
      ['remedies/x/decision', { approved: true }],
      ['resolve', {}],
    ];
    for (const [verb, body] of bad) expect((await lin.post(`cases/${id}/${verb}`, body)).status).toBe(400);
    expect((await lin.get('cases?view=all')).status).toBe(400);
  });
});

describe('colleagues', () => {
  const chen = { login: 'chen', name: '陈静', role: 'agent', password: 'a long enough password' };

  it('are added by a manager and by nobody else', async () => {
    const { person, address } = await openDesk();
    const [boss, lin] = [await person('boss', 'manager'), await person('lin')];
    expect((await lin.post('staff', chen)).status).toBe(403);
    expect((await boss.post('staff', { ...chen, password: 'short' })).status).toBe(400);
    expect(await (await boss.post('staff', chen)).json()).toMatchObject({ login: 'chen', name: '陈静' });
    const entered = await fetch(`${address}/api/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'chen', password: chen.password }),
    });
    expect(entered.status).toBe(200);
    expect(await entered.text()).not.toMatch(/scrypt|password/);
  });

  it('change their own password, which ends every other session', async () => {
    const { person } = await openDesk();
    const [here, elsewhere] = [await person('lin'), await person('lin')];
    const change = { old: PASSWORD, password: 'another long password' };
    expect((await here.post('session/password', { ...change, old: 'wrong' })).status).toBe(401);
    expect((await here.post('session/password', change)).status).toBe(200);
    expect((await elsewhere.get('cases')).status).toBe(401);
  });
});
