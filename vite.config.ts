import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { readBuildFloor } from './tools/build-floor.mjs'
import { numeralFont } from './tools/numeral-font.mjs'
import { POLICY_HEADERS } from './tools/policy.mjs'
import { addIntegrity } from './tools/precache-integrity.mjs'
import { prerender } from './tools/prerender.mjs'
import { shortScripts } from './tools/short-scripts.mjs'

/** Another folder for the browser tests that build a variant. */
const DIST = process.env['QINGLAN_DIST'] ?? fileURLToPath(new URL('dist', import.meta.url))

/** Another folder of published data for the browser tests that need pages written from it. */
const DATA = process.env['QINGLAN_DATA'] ?? fileURLToPath(new URL('public/data', import.meta.url))

export default defineConfig({
  // Works from any folder of any static host.
  base: './',
  appType: 'mpa',
  define: {
    // For the browser tests: Vue then also says which attribute differs from what was written.
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: process.env['QINGLAN_MISMATCH_DETAILS'] === '1',
    __BUILD_FLOOR__: JSON.stringify(
      readBuildFloor(new URL('public/data/manifest.json', import.meta.url)),
    ),
  },
  plugins: [
    vue({ features: { optionsAPI: false } }),
    numeralFont(),
    prerender({ data: DATA }),
    shortScripts(['first-paint.js']),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/offline',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        // A classic worker: Chromium 90 has no module workers of this kind.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,woff2,svg}', 'assets/generation-*.json'],
        // The worker looks after the data itself, by the manifest.
        // Pages of one indicator or publication are the app's own pages without a network.
        globIgnores: ['data/**', 'indicators/**', 'sources/**', 'charts/**'],
        manifestTransforms: [addIntegrity(DIST)],
      },
      integration: {
        // The plugin names its output after the source file; the published name is sw.js.
        beforeBuildServiceWorker(options) {
          options.swDest = `${DIST}/sw.js`
          options.injectManifest.swDest = options.swDest
        },
      },
    }),
  ],
  build: {
    outDir: DIST,
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What several pages use comes in one part: a dozen small ones wait for each other.
          groups: [
            {
              name: 'shared',
              // What brings ECharts along stays apart: pages and the preview of slides ask for it late.
              test: /[\\/]src[\\/](?:charts(?![\\/](?:ChartCanvas|echarts-parts))|desk|domain|panels|text)[\\/]/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
    target: 'chrome90',
    cssTarget: 'chrome90',
    // The policy allows fonts and styles only as files of this site.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read by tools/size.mjs.
    manifest: true,
    reportCompressedSize: false,
  },
  preview: { headers: { ...POLICY_HEADERS } },
})
