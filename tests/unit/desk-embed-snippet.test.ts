import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../src/contract/catalog.ts'
import { embedSnippet, type Measured } from '../../src/desk/embed-snippet.ts'
import { writeMarkup } from '../../src/desk/markup.ts'
import { addressTrouble, shareAddresses } from '../../src/desk/share-addresses.ts'
import { linkedView, RUNGS, withinLimits, type ShareChoice } from '../../src/desk/share-choice.ts'
import { policyNeeds } from '../../src/desk/share-policy.ts'
import { knownDayOf } from '../../src/domain/known-until.ts'
import { catalog as smallCatalog, indicator, region } from './builders/catalog.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const BASE = 'https://data.example.gov.cn/qinglan/'
const shipped = readShipped()
const { publications } = evidenceOf(shipped.snapshots, shipped.catalog)
const LATEST = knownDayOf(publications, 'latest')

const CHOICE: ShareChoice = {
  rung: 'element',
  lang: 'zh',
  theme: 'light',
  region: null,
  asOf: 'latest',
  isObject: false,
  tellsHeight: false,
  hasMonths: false,
  width: 'full',
}

function snippet(
  id: string,
  wish: Partial<ShareChoice> = {},
  measured: Measured = { heightPx: 612, ratio: 0.55 },
): string {
  const wanted = { ...CHOICE, ...wish }
  const choice = withinLimits(wanted, LATEST)
  const { asOf } = choice
  const view = viewOf(shipped.snapshots, {
    catalog: shipped.catalog,
    indicator: id,
    asOf,
    region: choice.region ?? '410800',
  })
  const addresses = shareAddresses(BASE, id, linkedView(wanted, choice))
  const knownDay = knownDayOf(publications, asOf)
  return writeMarkup(embedSnippet({ view, choice, addresses, knownDay, measured }))
}

describe('the code of an element', () => {
  it('holds the picture with its words for where the panel cannot be had, and brings its script', () => {
    const code = snippet('pm25')
    expect(code).toMatch(/^<qinglan-panel indicator="pm25" lang="zh-CN">\n {2}<p><a href=/)
    expect(code).toContain(`<img src="${BASE}charts/pm25.svg" alt="焦作市2021年PM2.5平均浓度45`)
    expect(code).toContain('来源：焦作市生态环境局，')
    expect(code).toContain('2022-09-09（按2024年6月3日所知；图随数据更新，以图中所注为准）')
    expect(code).toContain(`<a href="${BASE}indicators/pm25.html">全部数据与出处</a>`)
    expect(code).toMatch(
      /\n<script type="module" src="https:\/\/data\.example\.gov\.cn\/qinglan\/panel\.js"><\/script>$/,
    )
  })

  it('of an indicator without a drawing holds sentence, figure, unit and period instead', () => {
    const code = snippet('sewage-capacity')
    expect(code).not.toContain('<img')
    expect(code).toContain('>焦作市日污水处理能力90万吨/日（截至2023-05-29）</a>')
  })

  it('says theme, language, region and day, and then holds words: the picture is another view', () => {
    const code = snippet('pm25', {
      theme: 'dark',
      lang: 'en',
      region: '410000',
      asOf: '2021-01-23',
    })
    expect(code).toContain(
      '<qinglan-panel indicator="pm25" lang="en" theme="dark" region="410000" v="2021-01-23">',
    )
    expect(code).not.toContain('<img')
    expect(code).toContain('Henan')
    expect(code).toContain(
      `href="${BASE}index.html#/indicators/pm25?v=2021-01-23&amp;region=410000&amp;lang=en"`,
    )
  })

  it('takes the English picture in English, the dark one on dark pages', () => {
    expect(snippet('pm25', { lang: 'en', theme: 'dark' })).toContain(
      `src="${BASE}charts/pm25.en.dark.svg"`,
    )
  })
})

describe('the code of a frame', () => {
  it('has the height that was measured, a title, no style, and a link for where it is refused', () => {
    const code = snippet('pm25', { rung: 'frame', theme: 'dark' })
    expect(code).toContain(
      `<iframe src="${BASE}embed/pm25.html?theme=dark" title="焦作市 · PM2.5平均浓度" width="100%" height="612"`,
    )
    expect(code).toContain('：全部数据与出处</a></p>')
    expect(code).not.toMatch(/style|<script/)
  })

  it('as an object holds what an iframe never shows, and brings the script of heights if wanted', () => {
    const code = snippet('pm25', { rung: 'frame', isObject: true, tellsHeight: true })
    expect(code).toMatch(/^<object type="text\/html" data="[^"]+embed\/pm25\.html"/)
    expect(code).toMatch(/<object [\s\S]*<img [\s\S]*<\/object>/)
    expect(code).toContain(`<script src="${BASE}embed-host.js" defer></script>`)
  })

  it('names day and region in its address, and its language in the name of its file', () => {
    const wish = { rung: 'frame', lang: 'en', region: '410000', asOf: '2021-01-23' } as const
    expect(snippet('pm25', wish)).toContain(
      `src="${BASE}embed/pm25.en.html?v=2021-01-23&amp;region=410000"`,
    )
  })

  it('has a usual height until the preview has measured one', () => {
    const code = snippet('pm25', { rung: 'frame' }, { heightPx: null, ratio: null })
    expect(code).toContain('height="560"')
  })
})

describe('the code of a picture', () => {
  it('leads to the full page, says in words what it shows and until when, and has its source beneath', () => {
    const code = snippet('pm25', { rung: 'picture', width: 640 })
    expect(code).toMatch(/^<p><a href="[^"]+indicators\/pm25\.html"><img src=/)
    expect(code).toContain('width="640" height="352" loading="lazy"')
    expect(code).toContain('2022-09-09。按2024年6月3日所知，图中以后可有更新的数。"')
    expect(code).toMatch(/\n<p>来源：/)
  })

  it('is always the latest one of the city, in a theme that there is', () => {
    const wish = {
      rung: 'picture',
      asOf: '2021-01-23',
      region: '410000',
      theme: 'contrast',
    } as const
    const code = snippet('pm25', wish)
    expect(code).toContain(`src="${BASE}charts/pm25.svg"`)
    expect(code).not.toContain('2021-01-23"')
    expect(code).toContain(`href="${BASE}indicators/pm25.html"`)
  })
})

describe('the code of a table', () => {
  it('names place, unit, day and scope, and has every figure with status, source and day', () => {
    const code = snippet('pm25', { rung: 'table' })
    expect(code).toContain(
      '<caption>焦作市 · PM<sub>2.5</sub>平均浓度（微克/立方米，按2024年6月3日所知，不含逐月的数）</caption>',
    )
    expect(code).toMatch(
      /<tr><th scope="row">2016<\/th><td>84\.0<\/td><td nowrap>推算<\/td><td>2017-02-25，<a href="[^"]+">中国环境监测总站（aqistudy\.cn转发）<\/a><\/td>/,
    )
    expect(code).toContain('2018-09-01 序列断点：')
    expect(code).toContain(`<a href="${BASE}indicators/pm25.html">全部数据与出处</a></p>`)
    expect(code).toContain('<p>口径：城市站点；')
    expect(code).not.toMatch(/class=|style=|<script|<img/)
  })

  it('has the months where they are wanted, and says so no more', () => {
    const code = snippet('pm25', { rung: 'table', hasMonths: true })
    expect(code).toContain('<th scope="row">2017-01</th><td>167.9</td>')
    expect(code).not.toContain('不含逐月的数')
  })

  it('marks what is in doubt and says with what it disagrees, in English too', () => {
    expect(snippet('green-factories', { rung: 'table' })).toContain('<td nowrap>正式，存疑</td>')
    const code = snippet('green-factories', { rung: 'table', lang: 'en' })
    expect(code).toContain('<td>Normal, in doubt</td>')
    expect(code).toContain('<span lang="zh-CN">焦作市生态环境局</span></a></td>')
    expect(code).toContain('; disagrees with 17 enterprises in')
  })

  it('of an earlier day knows what was known then', () => {
    const code = snippet('pm25', { rung: 'table', asOf: '2021-01-23' })
    expect(code).toContain('按2021年1月23日所知')
    expect(code).not.toContain('2022-09-09')
  })
})

/** Made up: names that would break out of any text or attribute that is not escaped. */
describe('hostile texts', () => {
  const EVIL = `"><script>alert('x')</script>&amp;`
  const hostile: Indicator = indicator('pm25', { name: { zh: EVIL, en: EVIL }, scope: EVIL })
  const place = { ...region('410800'), name: { zh: EVIL, en: EVIL } }
  const catalog = smallCatalog([hostile], { regions: [place] })
  const said = { note: EVIL, printed: EVIL, locator: EVIL }
  const view = viewOf(
    [
      snapshot('a', '2022-01-01', [figure('2019', '45', said), figure('2020', '46', said)], {
        title: EVIL,
        publisher: EVIL,
      }),
    ],
    { catalog },
  )

  it.each(RUNGS.flatMap((rung) => [[rung, 'zh'] as const, [rung, 'en'] as const]))(
    'stay texts in the code of the %s, %s',
    (rung, lang) => {
      for (const isObject of [false, true]) {
        const choice = withinLimits({ ...CHOICE, rung, lang, isObject }, '2022-01-01')
        const addresses = shareAddresses(BASE, 'pm25', choice)
        const measured = { heightPx: 1, ratio: 1 }
        const order = { view, choice, addresses, knownDay: '2022-01-01', measured }
        const code = writeMarkup(embedSnippet(order))
        expect(code).toMatch(/alert\(&#39;x&#39;\)/)
        expect(code).not.toContain("alert('x')")
        const scripts = code.match(/<script[^>]*>/g) ?? []
        expect(scripts).toEqual(
          rung === 'element' ? [`<script type="module" src="${BASE}panel.js">`] : [],
        )
        // Every quote that opens an attribute's value closes it before its tag ends.
        const tags = code.replace(/&[a-z#0-9]+;/g, '').match(/<[^>]*>/g) ?? []
        expect(tags.filter((tag) => (tag.split('"').length - 1) % 2 !== 0)).toEqual([])
      }
    },
  )
})

describe('what two servers must allow', () => {
  it.each([
    ['element', {}, ['script-src', 'connect-src', 'img-src'], false],
    ['frame', {}, ['frame-src'], true],
    ['frame', { isObject: true }, ['object-src', 'frame-src', 'img-src'], true],
    ['frame', { tellsHeight: true }, ['frame-src', 'script-src'], true],
    ['picture', {}, ['img-src'], false],
    ['table', {}, [], false],
  ] as const)('for %s %o: %o', (rung, more, directives, isFramed) => {
    expect(policyNeeds({ ...CHOICE, rung, ...more }, true)).toEqual({ directives, isFramed })
  })

  it('no pictures where none stands inside', () => {
    expect(policyNeeds(CHOICE, false).directives).toEqual(['script-src', 'connect-src'])
  })
})

describe('an address that others cannot open', () => {
  it.each([
    ['http://localhost:4173/', 'local'],
    ['http://127.0.0.1:4173/', 'local'],
    ['file:///C:/qinglan/', 'local'],
    ['http://10.2.3.4/qinglan/', 'plainHttp'],
    [BASE, null],
  ])('%s: %s', (base, trouble) => {
    expect(addressTrouble(base)).toBe(trouble)
  })
})
