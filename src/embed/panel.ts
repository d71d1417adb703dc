/** `panel.js`: defines the element once, however often the script stands in a page. */
import sheetUrl from '../styles/embed-sheet.css?url'
import { browserPageTools } from './browser-page-tools.ts'
import { definePanel } from './panel-element.ts'
import './frame.ts'
import { PanelPage } from './panel-page.ts'
import { sheetForShadow } from './written-panel.ts'

const baseUrl = new URL('./', import.meta.url).href

async function readSheet(): Promise<CSSStyleSheet> {
  const response = await fetch(new URL(sheetUrl, import.meta.url).href, { credentials: 'omit' })
  if (!response.ok) throw new Error(`${response.status}`)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(sheetForShadow(await response.text()))
  return sheet
}

/** Read by the first panel, shared by all. */
const shared: { sheet: Promise<CSSStyleSheet> | null } = { sheet: null }

definePanel({
  window,
  baseUrl,
  page: new PanelPage(browserPageTools(window, { base: baseUrl, baseUrl })),
  sheet: () => {
    shared.sheet ??= readSheet().catch((error: unknown) => {
      shared.sheet = null
      throw error
    })
    return shared.sheet
  },
})
