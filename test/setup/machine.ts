/** Says by name what this machine cannot run and why, before the tests start. */
import { chromiumPath, leaveOutBrowser } from './chromium.ts';

export default (): void => {
  if (leaveOutBrowser) {
    process.stdout.write(
      '\nLeft out: test/browser (no Chromium on this machine; install it or set CHROMIUM_PATH)\n\n',
    );
  } else if (!chromiumPath) {
    process.stdout.write('\nCI=true and no Chromium: test/browser will fail\n\n');
  }
};
