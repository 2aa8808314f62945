/** `npm run check`: every gate, one after another; the last line counts tests and gates: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GATES: readonly (readonly [string, readonly string[]])[] = [
  ['format and lint', ['run', '--silent', 'lint']],
  ['types', ['run', '--silent', 'types']],
  ['unused files, exports and dependencies', ['run', '--silent', 'unused']],
  ['pages build', ['run', '--silent', 'build']],
];

const run = (args: readonly string[]): boolean => spawnSync('npm', args, { stdio: 'inherit' }).status === 0;

let passed = 0;
let failed = 0;
for (const [name, args] of GATES) {
  console.log(`\n== ${name}`);
  if (run(args)) passed += 1;
  else {
    failed += 1;
    console.log(`-- failed: ${name}`);
  }
}

console.log('\n== tests');
const folder = mkdtempSync(join(tmpdir(), 'calmdesk-check-'));
const report = join(folder, 'report.json');
const testsPassed = run([
  'test',
  '--silent',
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >;
  passed += numPassedTests ?? 0;
  failed += numFailedTests ?? 0;
  if (!testsPassed && !numFailedTests) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
