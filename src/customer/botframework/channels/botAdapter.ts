/**
 * The Bot Framework's adapter for the channels: authenticates what comes in, posts what goes out. The only file that
 * names the root of botbuilder; it is imported when channels are switched on and not before (start-up time, memory).
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import type { ConnectorClient, ServiceClientCredentialsFactory } from 'botframework-connector';
import { AuthenticationConstants, AuthenticationError, ClaimsIdentity } from 'botframework-connector';
import type { Activity, ConversationReference } from 'botframework-schema';
import { decodeJwt } from 'jose';
import type { SendResult } from '../../../ports/sender.ts';
import { sendFailure } from './sendFailure.ts';

export interface BotAccount {
  /** Absent only under the development switch. */
  readonly appId?: string | undefined;
  readonly password?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly appType?: string | undefined;
}

/** Who signs the channels' tokens. The default is the public cloud. */
export interface BotCloud {
  readonly openIdMetadataUrl: string;
  readonly issuer: string;
  /** Makes the tokens that we show to the channels; default: from Microsoft Entra with the account's password. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

const PUBLIC_CLOUD: BotCloud = {
  openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
};

const SEND_TIMEOUT_MS = 15_000;

export type Verdict = 'accepted' | 'refused' | 'unavailable';

export interface ChannelAdapter {
  /** Runs `logic` only when the token is a channel's, for this bot and for the activity's serviceUrl. */
  receive(activity: object, authorization: string, logic: () => Promise<void>): Promise<Verdict>;
  send(reference: Partial<ConversationReference>, activity: Partial<Activity>): Promise<SendResult>;
  /** The token that the channel's own service asks for when a customer's file is fetched. */
  serviceToken(): Promise<string | undefined>;
}

const authenticationOf = (account: BotAccount, cloud: BotCloud) =>
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: account.appId ?? '',
      MicrosoftAppPassword: account.password ?? '',
      MicrosoftAppType: account.appType ?? 'MultiTenant',
      MicrosoftAppTenantId: account.tenantId ?? '',
      // One of these given means that all are: the library then takes none of its own.
      ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      ToBotFromChannelTokenIssuer: cloud.issuer,
      ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
    },
    cloud.credentials,
  );

const identityOf = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);

/** The library also believes tokens of skills and emulators; there is one door here, and it is for channels. */
const isFromChannel = (authorization: string, issuer: string): boolean => {
  const [scheme, token] = authorization.split(' ');
  try {
    return scheme === 'Bearer' && decodeJwt(token ?? '').iss === issuer;
  } catch {
    return false;
  }
};

/** The keys could not be fetched: the token may be right, the channel shall ask again. */
const isOutage = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? Number(error.statusCode) >= 500
    : error instanceof Error && error.name === 'FetchError';

/** The client's own retries would hold up the outbox, and a redirect would lead past the list of hosts. */
const withoutRetries = (connector: ConnectorClient): ConnectorClient => {
  const { client } = connector as unknown as {
    client: { pipeline: { removePolicy(of: { name: string }): unknown } };
  };
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) client.pipeline.removePolicy({ name });
  return connector;
};

export const createChannelAdapter = (account: BotAccount, cloud: BotCloud = PUBLIC_CLOUD): ChannelAdapter => {
  const authentication = authenticationOf(account, cloud);
  const adapter = new CloudAdapter(authentication);
  const authenticate = async (activity: object, authorization: string) => {
    if (account.appId && !isFromChannel(authorization, cloud.issuer)) return 'refused';
    try {
      return await authentication.authenticateRequest(activity as Activity, authorization);
    } catch (error) {
      return isOutage(error) ? 'unavailable' : 'refused';
    }
  };
  return {
    receive: async (activity, authorization, logic) => {
      const identity = await authenticate(activity, authorization);
      if (typeof identity === 'string') return identity;
      // The library would wrap what `logic` throws into a text; its code must stay readable.
      let outcome: PromiseSettledResult<void> | undefined;
      await adapter.processActivityDirect(identity, activity as Activity, async () => {
        [outcome] = await Promise.allSettled([logic()]);
      });
      if (outcome?.status === 'rejected') throw outcome.reason;
      return 'accepted';
    },
    send: async (reference, activity) => {
      try {
        await adapter.continueConversationAsync(account.appId ?? '', reference, async (context) => {
          const connector = withoutRetries(context.turnState.get(adapter.ConnectorClientKey));
          const addressed = TurnContext.applyConversationReference({ ...activity }, reference);
          await connector.conversations.sendToConversation(
            reference.conversation?.id ?? '',
            addressed as Activity,
            { abortSignal: AbortSignal.timeout(SEND_TIMEOUT_MS) },
          );
        });
        return { sent: true };
      } catch (error) {
        return sendFailure(error);
      }
    },
    serviceToken: async () => {
      if (!account.appId) return undefined;
      const factory = authentication.createConnectorFactory(identityOf(account.appId));
      const connector = await factory.create(
        'https://api.botframework.com',
        AuthenticationConstants.ToChannelFromBotOAuthScope,
      );
      return (connector.credentials as { getToken?: () => Promise<string> }).getToken?.();
    },
  };
};
