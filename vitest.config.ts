/** Tests: real servers on loopback, so files run in parallel but each waits for its own events. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/machine.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: a third worker only makes real browsers and servers wait for each other.
    maxWorkers: 2,
  },
});
