import { describe, expect, it } from 'vitest'
import { doorFiles } from '../../tools/door-files.mjs'
import { growthFaults, sizeTable, sumByName } from '../../tools/size-report.mjs'

const MANIFEST = {
  'index.html': {
    file: 'assets/index-CDqHePD_.js',
    src: 'index.html',
    css: ['assets/index-CxKkn3xC.css'],
    imports: ['_vue-a1b2c3d4.js'],
    dynamicImports: ['src/charts/Chart.vue', 'node_modules/pinyin/index.mjs'],
  },
  '_vue-a1b2c3d4.js': { file: 'assets/vue-a1b2c3d4.js', name: 'vue', imports: ['index.html'] },
  'src/charts/Chart.vue': {
    file: 'assets/Chart-DZEsYty1.js',
    src: 'src/charts/Chart.vue',
    css: ['assets/Chart-Ab-d_f01.css'],
    imports: ['_vue-a1b2c3d4.js'],
  },
  'node_modules/pinyin/index.mjs': {
    file: 'assets/esm-tf90bB6k.js',
    src: 'node_modules/pinyin/index.mjs',
  },
}

describe('the files of a door', () => {
  const door = { page: 'index.html', firstView: ['src/charts/Chart.vue', 'src/no-chunk.ts'] }
  const { initial, firstViewScript, everything } = doorFiles(MANIFEST, door)

  it('are at first those that its page imports and its sheets, by names that outlive a build', () => {
    expect(Object.fromEntries(initial)).toEqual({
      'assets/Chart-Ab-d_f01.css': 'Chart.css',
      'assets/index-CDqHePD_.js': 'index.js',
      'assets/index-CxKkn3xC.css': 'index.css',
      'assets/vue-a1b2c3d4.js': 'vue.js',
    })
  })

  it('are for the first view the scripts that it loads later as well', () => {
    expect([...firstViewScript.values()]).toEqual(['index.js', 'vue.js', 'src/charts/Chart.vue'])
  })

  it('are in the end all that can be loaded', () => {
    expect([...everything.values()].sort()).toEqual([
      'Chart.css',
      'index.css',
      'index.js',
      'node_modules/pinyin/index.mjs',
      'src/charts/Chart.vue',
      'vue.js',
    ])
  })

  it('are also sheets of their own that nothing names', () => {
    const alone = { file: 'assets/paper-Ab-d_f01.css', src: 'src/paper.ts' }
    const manifest = { ...MANIFEST, 'src/paper.ts': alone }
    const files = doorFiles(manifest, { ...door, sheets: ['src/paper.ts'] })
    expect([...files.everything.keys()]).toContain('assets/paper-Ab-d_f01.css')
    expect([...files.initial.keys()]).not.toContain('assets/paper-Ab-d_f01.css')
  })

  it('count together where they share a name', () => {
    const files = new Map([
      ['b1.js', 'dist.js'],
      ['a.css', 'a.css'],
      ['b2.js', 'dist.js'],
    ])
    expect(sumByName(files, (file) => file.length)).toEqual({ 'a.css': 5, 'dist.js': 10 })
  })
})

const OLD = {
  initial: { 'index.js': 900, 'index.css': 100 },
  firstViewScript: { 'index.js': 900, 'src/charts/Chart.vue': 1100 },
  everything: { 'index.js': 900, 'index.css': 100, 'src/charts/Chart.vue': 1100 },
}

describe('the size of a door', () => {
  it('is told per figure, with its change and its budget', () => {
    const size = { ...OLD, initial: { 'index.js': 880, 'index.css': 100 } }
    const budgets = { initial: 980, firstViewScript: 1500 }
    expect(sizeTable('desk', size, OLD, budgets).split('\n')).toEqual([
      'desk, bytes with brotli, against docs/size.json',
      '  loaded with the page           980   −2.0 %  budget 980: met',
      '  script of the first view      2000   +0.0 %  budget 1500: missed by 500',
      '  everything                    2100   +0.0 %  no budget',
    ])
    expect(sizeTable('desk', size, undefined, {})).toContain('980      new')
  })

  it('may grow by five in a hundred', () => {
    const size = { ...OLD, initial: { 'index.js': 950, 'index.css': 100 } }
    expect(growthFaults('desk', size, OLD)).toEqual([])
  })

  it('may grow no more, and what grew is named, the most first', () => {
    const initial = { 'index.js': 950, 'index.css': 99, 'src/new.ts': 200 }
    expect(growthFaults('desk', { ...OLD, initial }, OLD)).toEqual([
      'desk, loaded with the page: 1000 → 1249, +24.9 %; what grew:',
      '  src/new.ts: 0 → 200 (+200)',
      '  index.js: 900 → 950 (+50)',
    ])
  })

  it('fails where nothing is known to compare it with', () => {
    expect(growthFaults('desk', OLD, undefined)).toEqual(['desk: not in docs/size.json yet'])
  })
})
