/** Sends files with a line of text, telling how far they are. The browser's own request: it alone reports progress. */
import { bearer, DIRECT_LINE, type Session } from './session.ts';

export interface Upload {
  readonly clientId: string;
  readonly files: readonly File[];
  readonly text: string;
  readonly state: 'uploading' | 'failed';
  /** 0–1. */
  readonly progress: number;
}

const formOf = (upload: Upload, session: Session, locale: string): FormData => {
  const activity = {
    type: 'message',
    from: { id: session.userId },
    text: upload.text,
    locale,
    channelData: { clientActivityID: upload.clientId },
    attachments: upload.files.map(({ name, type }) => ({
      name,
      contentType: type || 'application/octet-stream',
    })),
  };
  const form = new FormData();
  form.append(
    'activity',
    new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
  );
  for (const file of upload.files) form.append('file', file, file.name);
  return form;
};

/** Resolves with the status: 200 when the desk has the files, 0 when it was not reached. */
export const sendFiles = (
  upload: Upload,
  session: Session,
  locale: string,
  progress: (part: number) => void,
): Promise<number> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const user = encodeURIComponent(session.userId);
    request.open('POST', `${DIRECT_LINE}/conversations/${session.conversationId}/upload?userId=${user}`);
    for (const [name, value] of Object.entries(bearer(session))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    request.addEventListener('loadend', () => resolve(request.status));
    request.send(formOf(upload, session, locale));
  });
