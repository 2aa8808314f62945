/** What follows from the settings: where we stand on the network, whom we share with, our secrets, what is understood. */
import type { Config } from './config.ts';
import { Fault } from './domain/fault.ts';
import type { Surroundings } from './http/requestFacts.ts';
import { keptSecrets, type Secrets } from './keptSecrets.ts';
import { UnusableShop, understandingOfShop } from './nlu/shopFolder.ts';
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

/** With the names and the model of the shop's own folder, where one is set. Throws `config-invalid` for a wrong one. */
export const understandingOf = ({ TIMEZONE: timezone, SHOP_DIR: shopDir }: Config): Understanding => {
  try {
    return understandingOfShop({ timezone, ...(shopDir === undefined ? {} : { shopDir }) }, 'SHOP_DIR');
  } catch (error) {
    if (!(error instanceof UnusableShop)) throw error;
    const { message, cause } = error;
    throw new Fault('config-invalid', cause === undefined ? message : `${message} (${cause})`, [message]);
  }
};
