/** The default policy in a shop that never closes: what is said must not hang on the hour at which the test runs. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultText, withHours } from '../policy/defaultPolicy.ts';

export const ZONE = 'Asia/Shanghai';

/** A new folder for the data of one run, with the policy in it. */
export const newFolder = (): { readonly data: string; readonly policyFile: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-crash-'));
  const policyFile = join(folder, 'policy.yaml');
  writeFileSync(policyFile, withHours(defaultText, "'00:00-24:00'"));
  return { data: join(folder, 'data'), policyFile };
};
