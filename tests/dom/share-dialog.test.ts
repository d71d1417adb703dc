import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import ShareDialog from '../../src/desk/ShareDialog.vue'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.unstubAllGlobals()
})

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)

interface Wish extends ReaderOptions {
  readonly id?: string
  readonly region?: string
}

function propsFor({ id = 'pm25', asOf = 'latest', region = '410800' }: Wish) {
  return { id, evidence, viewpoint: { asOf, region } }
}

function openDialog(wish: Wish = {}): VueWrapper {
  // No network here: the preview of the element cannot be had.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  return mountPage(ShareDialog, propsFor(wish), wish)
}

function codeOf(dialog: VueWrapper): string {
  return dialog.get<HTMLTextAreaElement>('.share-text').element.value
}

function choose(dialog: VueWrapper, rung: string): Promise<void> {
  return dialog.get(`[value="${rung}"]`).trigger('change')
}

describe('the way to the code for other pages', () => {
  it('stands where the figures are taken away, opens the dialog, and has the focus again after it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const page = mountPage(IndicatorPage, propsFor({}))
    const way = page.get<HTMLButtonElement>('.take-away .share-way button')
    expect(readText(way)).toBe('嵌入网页')
    await way.trigger('click')
    await vi.waitFor(() => expect(page.find('.share-dialog[open]').exists()).toBe(true))
    const dialog = page.get<HTMLDialogElement>('.share-dialog')
    expect(document.activeElement?.getAttribute('value')).toBe('element')
    await page.get('[data-act="close"]').trigger('click')
    await flushPromises()
    expect(page.find('.share-dialog').exists()).toBe(false)
    expect(dialog.element.isConnected).toBe(false)
    expect(document.activeElement).toBe(way.element)
  })
})

describe('the dialog', () => {
  it('is named after what is shared', () => {
    const dialog = openDialog()
    const title = dialog.get('#share-title')
    expect(readText(title)).toBe('嵌入网页 焦作市 · PM2.5平均浓度')
    expect(dialog.get('dialog').attributes('aria-labelledby')).toBe('share-title')
    // Names of regions and fields: no words of the keys beside them.
    expect(dialog.findAll('h3').map(readText)).toEqual(['预览', '代码', '给网站管理员'])
  })

  it('writes the code of each form, and what the webmaster must allow for it', async () => {
    const dialog = openDialog()
    const policy = () => dialog.findAll('[data-policy]').map((line) => line.text())
    expect(codeOf(dialog)).toMatch(/^<qinglan-panel indicator="pm25" lang="zh-CN">/)
    const { origin } = location
    expect(policy()).toEqual([`script-src ${origin};\nconnect-src ${origin};\nimg-src ${origin};`])
    await choose(dialog, 'frame')
    expect(codeOf(dialog)).toMatch(/^<iframe /)
    expect(dialog.get('.share-webmaster').text()).toContain('/etc/nginx/qinglan/hosts.conf')
    await dialog.get('[data-choice="object"]').trigger('change')
    expect(codeOf(dialog)).toMatch(/^<object /)
    await choose(dialog, 'picture')
    expect(codeOf(dialog)).toMatch(/^<p><a href=.*<img /)
    await choose(dialog, 'table')
    expect(codeOf(dialog)).toMatch(/^<table>/)
    expect(policy()).toEqual([])
    expect(dialog.get('.share-webmaster').text()).toContain('不用改任何设置')
  })

  it('shows the table as it is written, with every cell', async () => {
    const dialog = openDialog()
    await choose(dialog, 'table')
    const shown = dialog.get<HTMLElement>('.share-stage').element
    const written = new DOMParser().parseFromString(codeOf(dialog), 'text/html').body
    const cells = (root: HTMLElement) =>
      [...root.querySelectorAll('th, td, caption, p')].map((cell) => cell.textContent)
    expect(cells(shown)).toEqual(cells(written))
    expect(cells(shown).length).toBeGreaterThan(40)
  })

  it('pins to the day that the reader looks at, else to that of the latest publication', async () => {
    const now = openDialog()
    await now.get('[value="pinned"]').trigger('change')
    expect(codeOf(now)).toContain(' v="2024-06-03">')
    now.unmount()
    const then = openDialog({ asOf: '2021-01-23' })
    expect(codeOf(then)).toContain(' v="2021-01-23">')
    await then.get('[value="live"]').trigger('change')
    expect(codeOf(then)).not.toContain(' v="')
  })

  it('says why a picture cannot be pinned and a table does not live, and keeps the wish', async () => {
    const dialog = openDialog({ asOf: '2021-01-23' })
    const isOff = (value: string) => dialog.get(`[value="${value}"]`).attributes('disabled')
    await choose(dialog, 'picture')
    expect(isOff('pinned')).toBeDefined()
    expect(dialog.get('.share-data').text()).toContain('图片总是最新的一张')
    await choose(dialog, 'table')
    expect(isOff('live')).toBeDefined()
    expect(codeOf(dialog)).toContain('按2021年1月23日所知')
    await choose(dialog, 'element')
    expect(codeOf(dialog)).toContain(' v="2021-01-23">')
  })

  it('offers the regions that have figures, and starts with the one on the page', async () => {
    const dialog = openDialog({ region: '410000' })
    expect(codeOf(dialog)).toContain(' region="410000"')
    await dialog.get('[data-choice="region"]').setValue('410800')
    expect(codeOf(dialog)).not.toContain(' region="')
    await choose(dialog, 'picture')
    expect(dialog.find('[data-choice="region"]').exists()).toBe(false)
    dialog.unmount()
    expect(openDialog({ id: 'sewage-capacity' }).find('[data-choice="region"]').exists()).toBe(
      false,
    )
  })

  it('takes language and theme for the code alone', async () => {
    const dialog = openDialog()
    await dialog.get('[data-choice="lang"]').setValue('en')
    await dialog.get('[data-choice="theme"]').setValue('dark')
    expect(codeOf(dialog)).toContain('<qinglan-panel indicator="pm25" lang="en" theme="dark">')
    expect(codeOf(dialog)).toContain('charts/pm25.en.dark.svg')
    expect(readText(dialog.get('.share-code'))).toContain('复制代码')
  })

  it('says that the preview cannot be had, and gives the code all the same', async () => {
    const dialog = openDialog()
    await vi.waitFor(() =>
      expect(dialog.get('.share-preview').text()).toContain('预览未能载入，联网后重新打开'),
    )
    expect(codeOf(dialog)).toContain('panel.js')
  })

  it('says that addresses of this machine are of no use to others', () => {
    expect(openDialog().get('.share-code').text()).toContain('请从正式网址打开本页再取')
  })

  it('selects the code where the browser has no clipboard, and says so', async () => {
    const dialog = openDialog()
    vi.stubGlobal('navigator', {})
    await dialog.get('[data-act="copy"]').trigger('click')
    await flushPromises()
    const field = dialog.get<HTMLTextAreaElement>('.share-text').element
    expect(dialog.get('[data-act="copy"]').text()).toContain('已选中')
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length])
  })

  it('waits for figures that have not been read', () => {
    const beside = (): null => null
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const dialog = mountPage(ShareDialog, { ...propsFor({}), beside })
    expect(codeOf(dialog)).toBe('')
    expect(dialog.get('[data-act="copy"]').attributes('disabled')).toBeDefined()
    expect(dialog.get('.share-text').attributes('placeholder')).toBe('正在读取')
    expect(readText(dialog.get('.share-preview [role=status]'))).toBe('正在读取')
  })

  it('speaks English', () => {
    const dialog = openDialog({ lang: 'en' })
    const words = [dialog.get('.share-choices'), dialog.get('.share-webmaster')].map(readText)
    expect(words.join(' ').replace('中文', '')).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
