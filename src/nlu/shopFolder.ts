/** The recogniser with a shop's own folder, or one line that says why the folder cannot be used. */
import { statSync } from 'node:fs';
import type { Understanding } from '../ports/understanding.ts';
import { createUnderstanding, shopModel } from './index.ts';
import type { UnderstandingOptions } from './mind.ts';

export class UnusableShop extends Error {}

/** `called`: how whoever started us named the folder ("SHOP_DIR", "--shop"). Throws `UnusableShop`. */
export function understandingOfShop(options: UnderstandingOptions, called: string): Understanding {
  const { shopDir, ...ours } = options;
  if (shopDir === undefined) return createUnderstanding(ours);
  if (!statSync(shopDir, { throwIfNoEntry: false })?.isDirectory())
    throw new UnusableShop(`${called} must be a folder: ${shopDir}`);
  try {
    return createUnderstanding(options);
  } catch (cause) {
    // Where it is not the shop's, this throws too, and tells the truth.
    createUnderstanding(ours);
    throw new UnusableShop(
      `${called} cannot be used: ${shopModel(shopDir)} is no model of this version; make it again with npm run train -- --shop ${shopDir}`,
      { cause },
    );
  }
}
