/** Signing in and out. */
import { Problem } from '../../http/problem.ts';
import { type Call, type Reply, type Route, route } from '../../http/route.ts';
import { me, nothing, signIn } from '../../ports/deskApi.ts';
import type { Staff } from '../../ports/staff.ts';
import { type DeskDeps, sameSite } from './deskDeps.ts';
import { passwordMatches } from './passwords.ts';

const PATH = '/api/desk/session';
const tag = 'desk';

const meOf = ({ id, login, name, role }: Staff) => ({ id, login, name, role });
const isSecure = ({ origin }: Pick<Call, 'origin'>): boolean => origin.startsWith('https:');

const entering = async (
  desk: DeskDeps,
  call: Call,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Reply> => {
  sameSite(desk, call);
  await desk.limits.check('signIn', call.address);
  await desk.limits.check('signIn', `login:${login.toLowerCase()}`);
  const staff = await desk.staff.find(login);
  if (!(await passwordMatches(password, staff?.passwordHash)) || !staff) {
    await desk.limits.take('signIn', call.address);
    await desk.limits.take('signIn', `login:${login.toLowerCase()}`);
    throw new Problem('sign-in-wrong');
  }
  call.note({ staffId: staff.id });
  const headers = { 'Set-Cookie': desk.sessions.open(staff, isSecure(call)) };
  return { status: 200, body: meOf(staff), headers };
};

export const sessionRoutes = (desk: DeskDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: PATH,
    tag,
    summary: 'Signs a person of the desk in',
    body: signIn,
    answers: { 200: me },
    handle: (call) => entering(desk, call, call.body),
  }),
  route({
    method: 'GET',
    path: PATH,
    tag,
    summary: 'Who is signed in',
    security: 'session',
    answers: { 200: me },
    handle: async (call) => ({ status: 200, body: meOf(await desk.sessions.staffOf(call)) }),
  }),
  route({
    method: 'DELETE',
    path: PATH,
    tag,
    summary: 'Signs out',
    security: 'session',
    answers: { 200: nothing },
    handle: (call) => {
      sameSite(desk, call);
      return { status: 200, body: {}, headers: { 'Set-Cookie': desk.sessions.close(isSecure(call)) } };
    },
  }),
];
