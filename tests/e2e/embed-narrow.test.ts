/** Panels in narrow columns and in pages whose own sheets would spoil them. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMBED_STEPS } from '../../src/embed/embed-widths.ts'
import { elementOf, panelScript } from './support/embed-host.ts'
import { openEmbedWorld, panelInElement, type EmbedWorld } from './support/embed-world.ts'

const IDS = [
  'pm25',
  'good-air-days',
  'district-heating',
  'park-green-per-capita',
  'air-rank',
  'inspection-tasks',
  'green-factories',
  'sewage-capacity',
  'petitions',
]
const WIDTHS = EMBED_STEPS.flatMap((step) => [step - 1, step, step + 1]).filter((w) => w >= 280)

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

interface Layout {
  /** Texts that stick out of the panel, or lie on each other, or are smaller than 12 px. */
  readonly faults: readonly string[]
  readonly stills: readonly string[]
}

/** Measures what is set, text by text: lines of writing and the texts of pictures. */
function measure(panel: Locator): Promise<Layout> {
  return panel.evaluate((root): Layout => {
    const faults: string[] = []
    const { left, right } = root.getBoundingClientRect()
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls: ${root.scrollWidth}`)
    const isShown = (element: Element) =>
      element.getClientRects().length > 0 &&
      !element.closest(
        '.visually-hidden, details:not([open]) > table, .embed-numbers .figures-table',
      )
    const boxes: { text: string; box: DOMRect }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || text === '' || !isShown(parent)) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < 12 && !parent.closest('sub, tspan, .figure-sign'))
        faults.push(`small: ${text} ${size}`)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue
        if (box.left < left - 0.5 || box.right > right + 0.5) faults.push(`out: ${text}`)
      }
      if (parent.closest('svg')) boxes.push({ text, box: parent.getBoundingClientRect() })
    }
    boxes.forEach((one, place) => {
      for (const two of boxes.slice(place + 1)) {
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left)
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top)
        // The box of a text is higher than its signs.
        if (across > 1 && down > 5) faults.push(`on each other: ${one.text} and ${two.text}`)
      }
    })
    const stills = [...root.querySelectorAll('.chart-still > svg')].filter(isShown)
    return { faults, stills: stills.map((still) => still.getAttribute('class') ?? '') }
  })
}

async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

describe('from 280 px on', () => {
  it.each(['zh', 'en'])('nothing sticks out or lies on anything in a frame, %s', async (lang) => {
    const page = await world.browser.newPage()
    for (const id of IDS) {
      await page.goto(`${world.site.url}embed/${id}.html?lang=${lang}`)
      await page.locator(`html[lang^=${lang}] .embed-root`).waitFor()
      for (const width of WIDTHS) {
        await resize(page, width)
        const { faults, stills } = await measure(page.locator('.embed-root'))
        expect(faults, `${id} at ${width}`).toEqual([])
        if (stills.length === 0) continue
        const step = EMBED_STEPS.filter((each) => each <= width).pop()
        expect(stills, `${id} at ${width}`).toEqual([`at-${step}`])
      }
    }
    await page.close()
  })

  it('nor in the element, before it is touched', async () => {
    const { url } = world.site
    const body = IDS.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const head = '<style>body{margin:0}</style>'
    const { page, context } = await world.visit({ body, head })
    await panelInElement(page, IDS.length - 1).waitFor()
    for (const width of WIDTHS) {
      await resize(page, width)
      for (const [place, id] of IDS.entries()) {
        const panel = panelInElement(page, place)
        await expect
          .poll(async () => (await measure(panel)).faults, { message: `${id} at ${width}` })
          .toEqual([])
      }
    }
    await context.close()
  })

  it('a panel that says what it did not understand keeps to its column as well', async () => {
    const { url } = world.site
    const choice = { v: 'x'.repeat(400), theme: 'y'.repeat(400) }
    const { page, context } = await world.visit(
      { body: elementOf(url, { indicator: 'pm25', choice }) + panelScript(url) },
      { viewport: { width: 280, height: 900 } },
    )
    const panel = panelInElement(page)
    await panel.locator('.embed-aside:visible').waitFor()
    expect((await measure(panel)).faults).toEqual([])
    await context.close()
  })
})

const HOSTILE = [
  ['type of another size at its root', 'html{font-size:62.5%}'],
  ['small type', 'body{font:12px SimSun,serif}'],
  ['letters set apart', '*{letter-spacing:3px;word-spacing:9px}'],
  ['no drawings', 'svg{display:none}'],
  ['red links in capitals', 'a{color:red!important;text-transform:uppercase}'],
  ['another box', '*{box-sizing:content-box;line-height:3;text-indent:2em}'],
  [
    'white ink and centred italics',
    'body{color:#fff;text-align:center;font-style:italic;font-weight:900}',
  ],
  [
    'tokens of our names',
    '*{--ink:red;--paper:red;--t-2:40px;--city:red;--s-3:50px;--font:fantasy}',
  ],
  [
    'rules for our classes',
    '.sentence,.figure,.embed-root,[data-panel]{display:none;font-size:99px}',
  ],
  ['text from the right', 'html{direction:rtl}'],
] as const

/** Size and look of everything that is set, where it stands. */
function looksOf(panel: Locator): Promise<string[]> {
  return panel.evaluate((root) => {
    const corner = root.getBoundingClientRect()
    return [
      ...root.querySelectorAll(
        '.sentence, .figure-number, .source-line, a, svg:not(.chart-strut), text, summary',
      ),
    ]
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => {
        const style = getComputedStyle(each)
        const box = each.getBoundingClientRect()
        const { fontSize, fontWeight, fontStyle, color, letterSpacing, textTransform } = style
        const place = [box.left - corner.left, box.top - corner.top, box.width, box.height]
        const look = [fontSize, fontWeight, fontStyle, color, letterSpacing, textTransform]
        return [each.tagName, ...place.map(Math.round), ...look, style.textAlign].join(' ')
      })
  })
}

describe('the sheets of the page around', () => {
  const font =
    'body{font-family:"Noto Sans CJK SC",sans-serif}qinglan-panel{font-family:"Noto Sans CJK SC",sans-serif!important}'

  async function lookIn(css: string): Promise<string[]> {
    const { url } = world.site
    const body = `<div>${elementOf(url, { indicator: 'pm25' })}</div>${panelScript(url)}`
    const head = `<style>body{margin:0}${css}${font}</style>`
    const { page, context } = await world.visit(
      { body, head },
      { viewport: { width: 640, height: 900 } },
    )
    const panel = panelInElement(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    const looks = await looksOf(panel)
    await context.close()
    return looks
  }

  let plain: readonly string[]

  beforeAll(async () => {
    plain = await lookIn('')
  })

  it.each(HOSTILE)('do not reach in: %s', async (_, css) => {
    expect(plain.length).toBeGreaterThan(30)
    expect(await lookIn(css)).toEqual(plain)
  })

  it('give the element their font, while figures keep one width; a frame has the system’s', async () => {
    const { url } = world.site
    const body = `${elementOf(url, { indicator: 'pm25' })}${panelScript(url)}`
    const head = '<style>body{font:16px SimSun,serif}</style>'
    const { page, context } = await world.visit({ body, head })
    const figure = panelInElement(page).locator('.figure-number')
    const inElement = await figure.evaluate((e) => {
      const { fontFamily, fontVariantNumeric } = getComputedStyle(e)
      return [fontFamily, fontVariantNumeric]
    })
    expect(inElement).toEqual(['SimSun, serif', expect.stringContaining('tabular-nums')])
    await page.goto(`${url}embed/pm25.html`)
    const inFrame = await page
      .locator('.figure-number')
      .evaluate((e) => getComputedStyle(e).fontFamily)
    expect(inFrame).toContain('PingFang SC')
    await context.close()
  })
})
