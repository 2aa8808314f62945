/** Files from a customer: sniffed, stored outside the web root, given only to their own conversation. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Conversation } from '../../domain/conversation.ts';
import type { Attachment } from '../../domain/transcript.ts';
import { Problem } from '../../http/problem.ts';
import { type Call, type Route, route } from '../../http/route.ts';
import { FILE_POLICY } from '../../http/securityHeaders.ts';
import { isShown, kindOfFile, safeName } from './fileKinds.ts';
import { readUpload, type Upload } from './readUpload.ts';
import { type IncomingActivity, incomingActivity, resourceAnswer } from './schemas.ts';
import { BASE, conversationFor, type DirectLineDeps } from './service.ts';
import { messageOf, takeActivity } from './takeActivity.ts';

/** Uploads wait in memory until they are whole; so many at a time. */
const AT_ONCE = 8;

type Ready = Attachment & { readonly content: Buffer };

const activityOf = (text: string | undefined): IncomingActivity => {
  if (text === undefined) return { type: 'message' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('json-invalid');
  }
  const parsed = incomingActivity.safeParse(value);
  if (parsed.success && parsed.data.type === 'message') return parsed.data;
  const field = parsed.success ? 'type' : (parsed.error.issues[0]?.path.join('.') ?? '');
  throw new Problem(field === 'type' ? 'activity-type-missing' : 'body-invalid', { field });
};

/** The same upload sent again makes the same ids, so that a retry stores nothing twice. */
const fileIds =
  (line: DirectLineDeps, conversationId: string, clientId: string | undefined) => (index: number) =>
    clientId === undefined
      ? line.deps.ids.next()
      : createHmac('sha256', line.secret)
          .update(JSON.stringify([conversationId, clientId, index]))
          .digest('base64url')
          .slice(0, 21);

const readyFiles = (upload: Upload, idOf: (index: number) => string): Promise<readonly Ready[]> =>
  Promise.all(
    upload.files.map(async ({ name, content }, index) => ({
      id: idOf(index),
      name: safeName(name),
      contentType: await kindOfFile(name, content),
      bytes: content.length,
      content,
    })),
  );

/** Everything is checked before anything is kept. */
const keep = async (line: DirectLineDeps, conversation: Conversation, upload: Upload): Promise<string> => {
  const activity = activityOf(upload.activity);
  const ready = await readyFiles(
    upload,
    fileIds(line, conversation.id, activity.channelData?.clientActivityID),
  );
  const attachments = ready.map(({ content: _, ...attachment }) => attachment);
  messageOf(activity, attachments);
  for (const { content, ...file } of ready)
    await line.deps.files.put({ ...file, conversationId: conversation.id }, content);
  return takeActivity(line, conversation, activity, attachments);
};

const uploadRoute = (line: DirectLineDeps): Route => {
  let running = 0;
  return route({
    method: 'POST',
    path: `${BASE}/conversations/:conversationId/upload`,
    tag: 'direct line',
    summary: 'Sends files with a message (multipart/form-data: `activity` and any number of `file`)',
    security: 'token',
    rawBody: true,
    query: z.looseObject({ userId: z.string().optional() }),
    answers: { 200: resourceAnswer },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call);
      await line.limits.take('line', conversation.id);
      await line.limits.take('file', conversation.id);
      if (running >= AT_ONCE) throw new Problem('too-many-requests', { seconds: 2 }, { 'Retry-After': '2' });
      running += 1;
      try {
        return { status: 200, body: { id: await keep(line, conversation, await readUpload(call.req)) } };
      } finally {
        running -= 1;
      }
    },
  });
};

/** The ticket in the address, or the conversation's token. */
const mayRead = async (
  line: DirectLineDeps,
  call: Call<unknown, { t?: string | undefined }>,
): Promise<void> => {
  const { conversationId = '', fileId = '' } = call.params;
  if (call.query.t === undefined) await conversationFor(line, call, { mustExist: true });
  else if (!line.tickets.opensFile(conversationId, fileId, call.query.t)) throw new Problem('token-invalid');
};

const fileRoute = (line: DirectLineDeps): Route =>
  route({
    method: 'GET',
    path: `${BASE}/conversations/:conversationId/files/:fileId`,
    tag: 'direct line',
    summary: 'A file of the conversation; its address comes with the activity',
    security: 'token',
    query: z.object({ t: z.string().max(200).optional() }),
    answers: { 200: 'the file' },
    handle: async (call) => {
      await mayRead(line, call);
      const { conversationId, fileId = '' } = call.params;
      const found = await line.deps.files.get(fileId);
      if (!found || found.file.conversationId !== conversationId) throw new Problem('file-unknown');
      const { name, contentType } = found.file;
      const how = isShown(contentType) ? 'inline' : 'attachment';
      return {
        status: 200,
        body: found.content,
        headers: {
          'Content-Type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
          'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
          'Content-Security-Policy': FILE_POLICY,
          'Cache-Control': 'private, max-age=3600',
        },
      };
    },
  });

export const uploadRoutes = (line: DirectLineDeps): readonly Route[] => [uploadRoute(line), fileRoute(line)];
