/**
 * Each page has a sheet of its own beside those of every page. A written page names all of them in
 * one order, and brings its own only; the app brings another before its page is shown, and puts the
 * old one out of force then: a page looks the same wherever its reader came from.
 */

/** Names the page that a sheet is for, by its route; `app` is the sheet that comes with the app. */
export const SHEET_ATTRIBUTE = 'data-sheet'
/** The sheet of what no page is written with. */
export const APP_SHEET = 'app'

/** Matches no medium: such a sheet is loaded, and has no say. */
const OUT_OF_FORCE = 'not all'

export interface PageSheets {
  /** Resolves once the sheet is there, out of force; at once for a page without one. */
  readonly load: (name: string) => Promise<void>
  /** From now on the sheet of this page is in force, and that of no other page. */
  readonly show: (name: string) => void
}

function waitFor(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      // Whoever asks again has it fetched again.
      link.disabled = true
      reject(new Error(`no sheet: ${link.href}`))
    }
    link.addEventListener('load', () => resolve(), { once: true })
    link.addEventListener('error', fail, { once: true })
    link.media = OUT_OF_FORCE
    link.disabled = false
  })
}

/** In the one file the sheets stand in the document: nothing has to come. */
type Sheet = HTMLLinkElement | HTMLStyleElement

/** Without sheets in the document, as on the developers' server, there is nothing to do. */
export function createPageSheets(document: ParentNode): PageSheets {
  const nameOf = (sheet: Sheet) => sheet.getAttribute(SHEET_ATTRIBUTE)
  const sheets = [...document.querySelectorAll<Sheet>(`:is(link, style)[${SHEET_ATTRIBUTE}]`)]
  const find = (name: string) => sheets.find((sheet) => nameOf(sheet) === name)
  const coming = new Map<string, Promise<void>>()
  return {
    async load(name) {
      const link = find(name)
      if (!link?.disabled || !('href' in link)) return coming.get(name)
      const loaded = waitFor(link)
      coming.set(name, loaded)
      return loaded
    },
    show(name) {
      for (const sheet of sheets) {
        if (sheet.disabled) continue
        const own = nameOf(sheet)
        sheet.media = own === name || own === APP_SHEET ? '' : OUT_OF_FORCE
      }
    },
  }
}
