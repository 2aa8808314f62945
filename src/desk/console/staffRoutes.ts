/** Colleagues: a manager adds them or changes them; everybody changes their own password. */
import { z } from 'zod';
import { ROLES } from '../../domain/actor.ts';
import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { me } from '../../ports/deskApi.ts';
import { type DeskDeps, sameSite } from './deskDeps.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

const password = z.string().min(10).max(200);
const colleague = z.object({
  login: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  password,
});
const change = z.object({ old: z.string().max(200), password });
const tag = 'desk';

const addRoute = (desk: DeskDeps): Route =>
  route({
    method: 'POST',
    path: '/api/desk/staff',
    tag,
    summary: 'Adds a colleague, or changes the one with that login; managers only',
    security: 'session',
    body: colleague,
    answers: { 200: me },
    handle: async (call) => {
      sameSite(desk, call);
      const { role } = await desk.sessions.staffOf(call);
      if (role !== 'manager') throw new Problem('not-permitted');
      const { password: secret, ...rest } = call.body;
      const there = await desk.staff.find(rest.login);
      const staff = {
        ...rest,
        id: there?.id ?? desk.deps.ids.next(),
        passwordHash: await hashPassword(secret),
      };
      await desk.staff.save(staff);
      const { passwordHash: _, ...told } = staff;
      return { status: 200, body: told };
    },
  });

const passwordRoute = (desk: DeskDeps): Route =>
  route({
    method: 'POST',
    path: '/api/desk/session/password',
    tag,
    summary: 'Changes the own password and ends all other sessions',
    security: 'session',
    body: change,
    answers: { 200: me },
    handle: async (call) => {
      sameSite(desk, call);
      const staff = await desk.sessions.staffOf(call);
      await desk.limits.check('signIn', `login:${staff.login}`);
      if (!(await passwordMatches(call.body.old, staff.passwordHash))) {
        await desk.limits.take('signIn', `login:${staff.login}`);
        throw new Problem('sign-in-wrong');
      }
      const changed = { ...staff, passwordHash: await hashPassword(call.body.password) };
      await desk.staff.save(changed);
      const { passwordHash: _, ...told } = changed;
      const cookie = desk.sessions.open(changed, call.origin.startsWith('https:'));
      return { status: 200, body: told, headers: { 'Set-Cookie': cookie } };
    },
  });

export const staffRoutes = (desk: DeskDeps): readonly Route[] => [addRoute(desk), passwordRoute(desk)];
