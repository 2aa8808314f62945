/** xhr2 as the stock client needs it in Node; the package has no types. */
import { createRequire } from 'node:module';

export const { XMLHttpRequest } = createRequire(import.meta.url)('xhr2') as {
  readonly XMLHttpRequest: typeof globalThis.XMLHttpRequest;
};
