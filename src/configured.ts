/** What follows from the settings: where we stand on the network, whom we share with, our secrets. */
import type { Config } from './config.ts';
import type { Surroundings } from './http/requestFacts.ts';
import { keptSecrets, type Secrets } from './keptSecrets.ts';

export const surroundingsOf = (config: Config): Surroundings => ({
  publicUrl: config.PUBLIC_URL,
  trustProxy: config.TRUST_PROXY,
});

/** `*` lets every site frame the chat; talking from their own scripts is for those that are named. */
export const namedOrigins = (config: Config): readonly string[] =>
  config.EMBED_ORIGINS.filter((origin) => origin !== '*');

export const secretsOf = (config: Config): Secrets =>
  keptSecrets(config.DATA_DIR, { directLine: config.DIRECTLINE_SECRET, session: config.SESSION_SECRET });
