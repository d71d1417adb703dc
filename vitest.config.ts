import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Half an hour off the full hour, and with summer time, so that leaning on the machine shows. */
const TZ = process.env.QINGLAN_TZ ?? 'America/St_Johns'
process.env.TZ = TZ

export default defineConfig({
  test: {
    env: { TZ },
    projects: [
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/unit/support/freeze-prototypes.ts'],
          // Rules of the house read every file: five seconds are not enough on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          // Not part of a plain `vitest run`: it wants a browser and a built dist.
          include: process.env.QINGLAN_E2E ? ['tests/e2e/**/*.test.ts'] : [],
          // The kiosk's launcher reads /proc, and the web server is Debian's: both are for Linux.
          exclude: process.platform === 'linux' ? [] : ['tests/e2e/{kiosk,deploy*,embed*}.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A browser on a busy machine is slow at times, and nothing else is wrong then.
          expect: { poll: { timeout: 15_000 } },
          // A page of a headless browser was seen to stand still for good, once in thousands of cases.
          // What does not end in time is tried once more, and named; what is found wrong is not.
          retry: { count: 1, condition: /^Test timed out/ },
        },
      },
    ],
  },
})
