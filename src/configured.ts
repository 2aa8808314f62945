/** What follows from the settings: where we stand on the network, whom we share with, our secrets, what is understood. */
import { statSync } from 'node:fs';
import type { Config } from './config.ts';
import { Fault } from './domain/fault.ts';
import type { Surroundings } from './http/requestFacts.ts';
import { keptSecrets, type Secrets } from './keptSecrets.ts';
import { createUnderstanding, shopModel } from './nlu/index.ts';
import type { Understanding } from './ports/understanding.ts';

export const surroundingsOf = (config: Config): Surroundings => ({
  publicUrl: config.PUBLIC_URL,
  trustProxy: config.TRUST_PROXY,
});

/** `*` lets every site frame the chat; talking from their own scripts is for those that are named. */
export const namedOrigins = (config: Config): readonly string[] =>
  config.EMBED_ORIGINS.filter((origin) => origin !== '*');

export const secretsOf = (config: Config): Secrets =>
  keptSecrets(config.DATA_DIR, { directLine: config.DIRECTLINE_SECRET, session: config.SESSION_SECRET });

const wrong = (line: string, cause?: unknown): Fault =>
  new Fault('config-invalid', cause === undefined ? line : `${line} (${cause})`, [line]);

/** With the names and the model of the shop's own folder, where one is set. Throws `config-invalid` for a wrong one. */
export const understandingOf = ({ TIMEZONE: timezone, SHOP_DIR: shopDir }: Config): Understanding => {
  if (shopDir === undefined) return createUnderstanding({ timezone });
  if (!statSync(shopDir, { throwIfNoEntry: false })?.isDirectory())
    throw wrong(`SHOP_DIR must be a folder: ${shopDir}`);
  try {
    return createUnderstanding({ timezone, shopDir });
  } catch (error) {
    // Where it is not the shop's, this throws too, and tells the truth.
    createUnderstanding({ timezone });
    throw wrong(
      `SHOP_DIR cannot be used: ${shopModel(shopDir)} is no model of this version; make it again with npm run train -- --shop ${shopDir}`,
      error,
    );
  }
};
