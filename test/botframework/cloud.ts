/** A Bot Framework of one's own on 127.0.0.1: OpenID metadata, signing keys and a channel's connector that records. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface Posted {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: {
    readonly type: string;
    readonly text: string;
    readonly recipient?: { readonly id: string };
    readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
    readonly attachments?: readonly {
      readonly content: { readonly buttons: readonly { title: string }[] };
    }[];
  };
}

const readAll = async (req: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
};

/** restify replaces `writeHead` of every response in the process by one that cannot be chained. */
const send = (res: ServerResponse, status: number, type: string, body: Buffer): void => {
  res.writeHead(status, { 'Content-Type': type });
  res.end(body);
};

export const APP_ID = '11111111-2222-3333-4444-555555555555';
const OUTGOING_TOKEN = 'token-for-the-channel';

const createKeys = async () => {
  const [known, unknown] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = {
    ...(await exportJWK(known.publicKey)),
    kid: 'key-1',
    use: 'sig',
    endorsements: ['msteams', 'telegram'],
  };
  return { known: known.privateKey, unknown: unknown.privateKey, jwk };
};

/** The connector answers with `mood.status` (0: it hangs up); a file lies under /files/photo.png. */
export const startCloud = async (png: Buffer) => {
  const keys = await createKeys();
  const posted: Posted[] = [];
  const asked: string[] = [];
  const mood = { status: 200, retryAfter: undefined as string | undefined };
  const waiting: (() => void)[] = [];
  const connector = async (req: IncomingMessage, res: ServerResponse) => {
    const body = await readAll(req);
    if (mood.status === 200)
      posted.push({
        path: req.url ?? '',
        authorization: req.headers.authorization,
        activity: JSON.parse(body),
      });
    if (mood.status === 0) return void res.destroy();
    const retry = mood.retryAfter ? { 'Retry-After': mood.retryAfter } : {};
    res.writeHead(mood.status, { 'Content-Type': 'application/json', ...retry });
    res.end(JSON.stringify({ id: `sent-${posted.length}` }));
    for (const wake of waiting.splice(0)) wake();
  };
  const server = createServer((req, res) => {
    const url = req.url ?? '';
    asked.push(url);
    const json = (value: unknown) => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(value));
    };
    if (url === '/openid')
      json({ issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    else if (url === '/keys') json({ keys: [keys.jwk] });
    else if (url === '/files/photo.png') send(res, 200, 'image/png', png);
    else if (url.startsWith('/service/v3/')) void connector(req, res);
    else send(res, 404, 'text/plain', Buffer.from(''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const serviceUrl = `${origin}/service/`;
  const issuer = `${origin}/issuer`;

  const token = (
    change: { claims?: JWTPayload; expires?: string; unknownKey?: boolean } = {},
  ): Promise<string> =>
    new SignJWT({ iss: issuer, aud: APP_ID, serviceurl: serviceUrl, ...change.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .setIssuedAt('2 hours ago')
      .setExpirationTime(change.expires ?? '1 hour from now')
      .sign(change.unknownKey ? keys.unknown : keys.known);

  return {
    origin,
    /** The same server under two names. */
    hosts: [`127.0.0.1:${port}`, `localhost:${port}`],
    serviceUrl,
    posted,
    /** Every path that was asked for, in order. */
    asked,
    mood,
    token,
    cloud: {
      openIdMetadataUrl: `${origin}/openid`,
      issuer,
      // Microsoft's own client for tokens speaks only to https and to Microsoft: here the token is ready.
      credentials: {
        isValidAppId: async (id?: string) => id === APP_ID,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => ({
          getToken: async () => OUTGOING_TOKEN,
          signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
            request.headers.set('authorization', `Bearer ${OUTGOING_TOKEN}`);
            return request;
          },
        }),
      },
    },
    /** Resolves when the connector has been called `times` times more. */
    calls: async (times: number): Promise<void> => {
      for (let left = times; left > 0; left -= 1) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    /** Resolves when a text that `fits` has arrived. */
    posting: async (fits: (text: string) => boolean): Promise<void> => {
      while (!posted.some(({ activity }) => fits(activity.text ?? '')))
        await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type Cloud = Awaited<ReturnType<typeof startCloud>>;
