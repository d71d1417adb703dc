import { describe, expect, it } from 'vitest'
import { writeDocument, type WrittenDocument } from '../../src/desk/page-document.ts'
import { readText } from './support/source-files.ts'

const TEMPLATE = readText('index.html').replace(/(href|src)="\//g, '$1="./')

function write(overrides: Partial<WrittenDocument> = {}, template = TEMPLATE): string {
  return writeDocument(template, {
    file: 'indicators/pm25.html',
    path: '/indicators/pm25',
    name: 'indicator',
    title: 'PM2.5 · 清览',
    description: 'PM2.5',
    seq: 3,
    dataset: 'jiaozuo-environment',
    body: '<main>45</main>',
    app: { file: 'assets/index-1.js', parts: ['assets/index-1.js', 'assets/page-1.js'] },
    sheets: [
      { name: 'app', file: 'assets/app-1.css' },
      { name: 'overview', file: 'assets/overview-1.css' },
      { name: 'indicator', file: 'assets/indicator-1.css' },
    ],
    paper: 'assets/print-1.css',
    generation: { file: 'assets/generation-0a1b2c3d.json', integrity: 'sha256-x' },
    ...overrides,
  })
}

describe('the file of a page', () => {
  it('says so where it is not for the public', () => {
    expect(write()).not.toContain('data-edition')
    expect(write({ dataset: 'jiaozuo-environment-internal' })).toContain('data-edition="internal"')
  })

  it('says for which page and generation it was written', () => {
    const root = '<html lang="zh-CN" data-page="/indicators/pm25" data-as-of="latest" data-seq="3" '
    expect(write()).toContain(root)
    const app = 'data-app="../assets/index-1.js"'
    expect(write()).toContain(`${app} data-parts="../assets/index-1.js ../assets/page-1.js">`)
    expect(write()).not.toContain('type="module"')
    expect(write()).toContain('<div id="app"><main>45</main></div>')
  })

  it('names every file from where it stands', () => {
    const nested = [...write().matchAll(/(?:href|src)="([^"]*)"/g)].map(([, at]) => at)
    expect(nested.length).toBeGreaterThan(3)
    expect(nested.every((at) => at?.startsWith('../'))).toBe(true)
    expect(nested).toContain('../assets/generation-0a1b2c3d.json')
    const top = write({ file: 'sources.html', path: '/sources' })
    expect(top).toContain('href="./assets/generation-0a1b2c3d.json"')
  })

  it('names all sheets in one order, asks for its own, and for the one for paper without waiting', () => {
    const sheetsOf = (html: string) =>
      [
        ...html.matchAll(
          /<link rel="stylesheet" crossorigin href="[./]+\/assets\/(\w+)[^"]*"([^>]*)>/g,
        ),
      ].map(([, name, rest = '']) => `${name}${rest.replace(/ data-sheet="\w+"/, '')}`)
    const common = TEMPLATE.replace(
      '</head>',
      '<link rel="stylesheet" crossorigin href="./assets/common-1.css"></head>',
    )
    expect(sheetsOf(write({}, common))).toEqual([
      'common',
      'app disabled',
      'overview disabled',
      'indicator',
      'print media="print"',
    ])
    expect(sheetsOf(write({ name: 'overview' }, common))).toEqual([
      'common',
      'app disabled',
      'overview',
      'indicator disabled',
      'print media="print"',
    ])
  })

  it('has in both languages what is said until the app is there', () => {
    expect(write()).toContain('<body data-loading="正在读取数据" data-loading-en="Reading data">')
  })

  it('keeps texts of the data texts', () => {
    const html = write({ title: '<img onerror="x"> & "y"', description: '"><script>' })
    expect(html).toContain('<title>&lt;img onerror=&quot;x&quot;&gt; &amp; &quot;y&quot;</title>')
    expect(html).toContain('content="&quot;&gt;&lt;script&gt;"')
  })

  it('takes the markup as it is, with what a replacement would read as a pattern', () => {
    expect(write({ body: '<p>$& $1 $$</p>' })).toContain('<div id="app"><p>$& $1 $$</p></div>')
  })

  it('refuses a template that has changed its shape', () => {
    const changed = TEMPLATE.replace('<div id="app"></div>', '<div id="root"></div>')
    expect(() => write({}, changed)).toThrow('index.html has no <div id="app"></div>')
  })
})
