/** Fetches a customer's file from the channel's own service, and from nowhere else; what is odd is left out. */
import { fileTypeFromBuffer } from 'file-type';
import type { InboundAttachment } from './inboundActivity.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 8_000;

/** Pictures, documents, sound and film; told from the content, not from what the sender says. */
const ACCEPTED =
  /^(?:image\/(?:png|jpeg|gif|webp|heic|heif)|application\/pdf|audio\/[\w.+-]+|video\/(?:mp4|webm|quicktime|3gpp))$/;

export interface FetchedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The same host as the service that vouched for the message: its address has been checked already. */
export const isOnService = (contentUrl: string, serviceUrl: string): boolean => {
  if (!URL.canParse(contentUrl) || !URL.canParse(serviceUrl)) return false;
  const [file, service] = [new URL(contentUrl), new URL(serviceUrl)];
  return file.protocol === service.protocol && file.host === service.host && !file.username && !file.password;
};

const readLimited = async (response: Response): Promise<Buffer | undefined> => {
  if (!response.ok || !response.body) return undefined;
  if (Number(response.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return bytes === 0 ? undefined : Buffer.concat(chunks);
};

/** `undefined` when it may not or cannot be fetched; never throws. `token` is shown to the service only. */
export const fetchAttachment = async (
  attachment: InboundAttachment,
  serviceUrl: string,
  token: string | undefined,
): Promise<FetchedFile | undefined> => {
  const url = attachment.contentUrl;
  if (!url || !isOnService(url, serviceUrl)) return undefined;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    });
    const content = await readLimited(response);
    const type = content && (await fileTypeFromBuffer(content));
    if (!content || !type || !ACCEPTED.test(type.mime)) return undefined;
    return { name: attachment.name?.slice(0, 200) || `file.${type.ext}`, contentType: type.mime, content };
  } catch {
    return undefined;
  }
};
