/** Stores the files of a channel message with its conversation; a file that cannot be had is named in the text. */
import type { Deps } from '../../../app/deps.ts';
import type { Attachment } from '../../../domain/transcript.ts';
import { fetchAttachment } from './fetchAttachment.ts';
import type { InboundActivity } from './inboundActivity.ts';

const MOST_FILES = 5;

export interface KeptAttachments {
  readonly attachments: readonly Attachment[];
  /** Names of the files that could not be had. */
  readonly missing: readonly string[];
}

/** `lineId` makes the ids, so that a repeated activity stores the same files once. */
export const keepAttachments = async (
  deps: Pick<Deps, 'files'>,
  activity: InboundActivity,
  of: {
    readonly conversationId: string;
    readonly lineId: string;
    readonly token: () => Promise<string | undefined>;
  },
): Promise<KeptAttachments> => {
  // Channels also repeat the text as HTML and describe cards this way: only what has an address is a file.
  const files = (activity.attachments ?? []).filter((one) => one.contentUrl);
  if (files.length === 0) return { attachments: [], missing: [] };
  const token = await of.token().catch(() => undefined);
  const fetched = await Promise.all(
    files.slice(0, MOST_FILES).map((one) => fetchAttachment(one, activity.serviceUrl, token)),
  );
  const attachments: Attachment[] = [];
  const missing: string[] = [];
  for (const [index, file] of files.entries()) {
    const got = fetched[index];
    if (!got) {
      missing.push(file.name?.slice(0, 200) || file.contentType || '?');
      continue;
    }
    const { name, contentType, content } = got;
    const kept = { id: `${of.lineId}.${index}`, name, contentType, bytes: content.length };
    await deps.files.put({ ...kept, conversationId: of.conversationId }, content);
    attachments.push(kept);
  }
  return { attachments, missing };
};
