import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type BuildOptions, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { EDITIONS, makeEdition } from './src/author/edition.ts'
import { buildFloorOf, editionData } from './tools/edition-data.mjs'
import { numeralFont } from './tools/numeral-font.mjs'
import { readData } from './tools/page-writing.mjs'
import { POLICY_HEADERS } from './tools/policy.mjs'
import { addIntegrity } from './tools/precache-integrity.mjs'
import { prerender } from './tools/prerender.mjs'
import { shortScripts } from './tools/short-scripts.mjs'
import { FILE_FIRST_PAINT } from './tools/one-file.mjs'
import { guestCode } from './tools/guest-code.mjs'
import { writeEmbeds } from './tools/write-embeds.mjs'
import { writeWall } from './tools/write-wall.mjs'

/** Another folder for the browser tests that build a variant. */
const DIST = process.env['QINGLAN_DIST'] ?? fileURLToPath(new URL('dist', import.meta.url))

/** Another folder of published data for the browser tests that need pages written from it. */
const DATA = process.env['QINGLAN_DATA'] ?? fileURLToPath(new URL('public/data', import.meta.url))

/** Everything is published unless somebody asks for what is internal too. */
const EDITION = EDITIONS.find((each) => each === (process.env['QINGLAN_EDITION'] ?? 'public'))
if (!EDITION) throw new Error(`QINGLAN_EDITION: expected ${EDITIONS.join(' or ')}`)

const published = readData(DATA)
const edition = makeEdition(published, EDITION)
const schemas = new Map([...published.files].filter(([path]) => path.startsWith('schema/')))

/** Scripts of public/ that a page waits for, or that other people's pages load. */
const SHORT_SCRIPTS = ['first-paint.js', 'wall-first-paint.js', 'wall-curtain.js', 'embed-host.js']

const common = {
  // Works from any folder of any static host.
  base: './',
  appType: 'mpa',
  define: {
    // For the browser tests: Vue then also says which attribute differs from what was written.
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: process.env['QINGLAN_MISMATCH_DETAILS'] === '1',
    __BUILD_FLOOR__: JSON.stringify(buildFloorOf(edition.manifest)),
  },
} satisfies UserConfig

const built = {
  outDir: DIST,
  target: 'chrome90',
  cssTarget: 'chrome90',
  // The policy allows fonts and styles only as files of this site.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  // tools/edition-data.mjs does it, with the data of one edition.
  copyPublicDir: false,
} satisfies BuildOptions

/**
 * The wall, in a build of its own (`--mode wall`): one script, so that no part of it can be missing
 * after months, and the desk's parts stay as they are cut.
 */
const wall: UserConfig = {
  ...common,
  plugins: [
    vue({ features: { optionsAPI: false } }),
    numeralFont({ display: 'swap' }),
    writeWall({ data: edition }),
  ],
  build: {
    ...built,
    emptyOutDir: true,
    manifest: '.vite/wall.json',
    rolldownOptions: { input: 'wall.html', output: { codeSplitting: false } },
  },
}

/**
 * Panels in other people's pages, in a build of its own (`--mode embed`): `panel.js` keeps its name,
 * and everything else stands in one folder, which a server may open to other sites.
 */
const embed: UserConfig = {
  ...common,
  plugins: [vue({ features: { optionsAPI: false } }), guestCode(), writeEmbeds({ data: edition })],
  build: {
    ...built,
    emptyOutDir: false,
    modulePreload: false,
    manifest: '.vite/embed.json',
    rolldownOptions: {
      input: { frame: 'embed.html', panel: 'src/embed/panel.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'panel' ? 'panel.js' : 'embed/assets/[name]-[hash].js',
        chunkFileNames: 'embed/assets/[name]-[hash].js',
        assetFileNames: 'embed/assets/[name]-[hash][extname]',
      },
    },
  },
}

/**
 * The script of the one file (`--mode stick`), both doors in one, because beside that file there is
 * nothing to load later. tools/one-file.mjs runs it, and puts what comes out into qinglan.html.
 */
const stick: UserConfig = {
  ...common,
  plugins: [vue({ features: { optionsAPI: false } }), numeralFont({ display: 'optional' })],
  build: {
    ...built,
    write: false,
    rolldownOptions: { input: 'qinglan.html', output: { codeSplitting: false } },
  },
}

/** The desk and everything that is written for readers without script. */
const desk: UserConfig = {
  ...common,
  plugins: [
    vue({ features: { optionsAPI: false } }),
    numeralFont({ display: 'optional' }),
    prerender({ data: edition, dist: DIST }),
    editionData({ edition, schemas, written: [...SHORT_SCRIPTS, FILE_FIRST_PAINT] }),
    shortScripts(SHORT_SCRIPTS),
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
        // Panels are for other people's pages, which have no worker of ours.
        globIgnores: [
          'data/**',
          'indicators/**',
          'sources/**',
          'charts/**',
          'embed/**',
          'embed-host.js',
          'panel.js',
          // As large as all the rest together: kept once somebody has asked for it.
          'qinglan.html',
        ],
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
    ...built,
    // The wall is built first, so that the worker's list holds it too.
    emptyOutDir: false,
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
    // Read by tools/size.mjs.
    manifest: true,
  },
  preview: { headers: { ...POLICY_HEADERS } },
}

const DOORS: Readonly<Record<string, UserConfig>> = { wall, embed, stick }

export default defineConfig(({ mode }) => DOORS[mode] ?? desk)
