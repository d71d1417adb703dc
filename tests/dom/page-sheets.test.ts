import { describe, expect, it } from 'vitest'
import { createPageSheets } from '../../src/desk/page-sheets.ts'

/** A link that only remembers: nothing is fetched, the test says when a sheet has come. */
function linkOf(name: string, isOwn: boolean): HTMLLinkElement {
  const link = document.createElement('link')
  link.setAttribute('data-sheet', name)
  let isDisabled = !isOwn
  Object.defineProperty(link, 'disabled', {
    get: () => isDisabled,
    set: (value: boolean) => {
      isDisabled = value
    },
  })
  return link
}

function openPage(own: string) {
  const head = document.createElement('div')
  const links = Object.fromEntries(
    ['app', 'overview', 'sources'].map((name) => [name, linkOf(name, name === own)]),
  )
  head.append(...Object.values(links))
  const linkNamed = (name: string): HTMLLinkElement => {
    const link = links[name]
    if (!link) throw new Error(name)
    return link
  }
  return {
    sheets: createPageSheets(head),
    come: (name: string, how: 'load' | 'error' = 'load') =>
      linkNamed(name).dispatchEvent(new Event(how)),
    /** What has a say, in the order of the document. */
    inForce: () =>
      Object.entries(links)
        .filter(([, { disabled, media }]) => !disabled && media !== 'not all')
        .map(([name]) => name),
    isAskedFor: (name: string) => !linkNamed(name).disabled,
  }
}

describe('the sheets of pages', () => {
  it('come before their page is shown, and have no say until then', async () => {
    const { sheets, come, inForce, isAskedFor } = openPage('overview')
    let isThere = false
    const loaded = sheets.load('sources').then(() => {
      isThere = true
    })
    await Promise.resolve()
    expect([isAskedFor('sources'), isThere, inForce()]).toEqual([true, false, ['overview']])
    come('sources')
    await loaded
    expect(inForce()).toEqual(['overview'])
    sheets.show('sources')
    expect(inForce()).toEqual(['sources'])
    sheets.show('overview')
    expect(inForce()).toEqual(['overview'])
  })

  it('leave the one of the app in force on every page', async () => {
    const { sheets, come, inForce } = openPage('overview')
    const loaded = sheets.load('app')
    come('app')
    await loaded
    sheets.show('overview')
    expect(inForce()).toEqual(['app', 'overview'])
    sheets.show('unknown')
    expect(inForce()).toEqual(['app'])
  })

  it('are waited for by everyone who asks while one is on its way', async () => {
    const { sheets, come } = openPage('overview')
    const both = Promise.all([sheets.load('sources'), sheets.load('sources')])
    come('sources')
    await expect(both).resolves.toHaveLength(2)
    await sheets.load('overview')
    await sheets.load('a page without a sheet')
  })

  it('are asked for again where one did not come', async () => {
    const { sheets, come, isAskedFor } = openPage('overview')
    const lost = sheets.load('sources')
    come('sources', 'error')
    await expect(lost).rejects.toThrow('no sheet')
    expect(isAskedFor('sources')).toBe(false)
    const again = sheets.load('sources')
    come('sources')
    await again
    expect(isAskedFor('sources')).toBe(true)
  })
})

describe('sheets that stand in the document', () => {
  it('are there already, and only change their turn', async () => {
    const head = document.createElement('div')
    const styles = ['app', 'overview', 'sources'].map((name) => {
      const style = document.createElement('style')
      style.setAttribute('data-sheet', name)
      head.append(style)
      return style
    })
    const sheets = createPageSheets(head)
    await sheets.load('sources')
    sheets.show('sources')
    expect(styles.map(({ media }) => media)).toEqual(['', 'not all', ''])
  })
})
