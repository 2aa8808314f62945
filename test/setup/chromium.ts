/** Debian's Chromium, where this machine has it. With CI=true nothing is left out: a missing browser is a failure. */
import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath: string | undefined = candidates.find((path) => path && existsSync(path));

/** Whether browser tests are left out on this machine (`describe.skipIf(leaveOutBrowser)`). */
export const leaveOutBrowser = chromiumPath === undefined && process.env.CI !== 'true';
