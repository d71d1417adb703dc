import { describe, expect, it } from 'vitest'
import { buildSearchIndex, searchIndicators } from '../../src/desk/search-index.ts'
import { planSlideChoices, type Asked, type NamedSlide } from '../../src/desk/slide-choices.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog } = readShipped()
const index = buildSearchIndex(catalog)
const PAGES: readonly NamedSlide[] = [
  { name: 'inspection', title: { zh: '督察整改', en: 'Inspection' }, kind: 'page' },
  ...catalog.themes.map(({ id, name }) => ({ name: id, title: name, kind: 'theme' as const })),
]

function choicesFor(query: string, asked: Partial<Asked> = {}) {
  const results = searchIndicators(index, query, 'zh')
  return planSlideChoices(PAGES, results, {
    query,
    lang: 'zh',
    names: ['inspection', 'pm25'],
    beside: null,
    ...asked,
  })
}

describe('what may be added to a wall', () => {
  it('is, with nothing asked, every page and theme that is not in the list', () => {
    const names = choicesFor('').map(({ name }) => name)
    expect(names).toContain('air')
    expect(names).not.toContain('inspection')
    expect(names).not.toContain('pm25')
  })

  it('is what the search finds: themes by name, then indicators', () => {
    const found = choicesFor('蓝天')
    expect(found[0]).toMatchObject({ name: 'air', kind: 'theme', place: null })
    expect(choicesFor('pm2.5').map(({ name }) => name)).toContain('pm25')
  })

  it('names the place of what is in the list already', () => {
    expect(choicesFor('pm2.5').find(({ name }) => name === 'pm25')?.place).toBe(2)
    expect(choicesFor('督察').find(({ name }) => name === 'inspection')?.place).toBe(1)
  })

  it('fits beside the indicators of the slide that is looked at, as long as there is room', () => {
    const fits = (beside: string | null) =>
      choicesFor('pm10', { beside }).find(({ name }) => name === 'pm10')?.fitsBeside
    expect(fits('pm25')).toBe(true)
    expect(fits('pm25+pm10')).toBe(false)
    expect(fits('a+b+c')).toBe(false)
    expect(fits(null)).toBe(false)
    expect(choicesFor('蓝天', { beside: 'pm25' })[0]?.fitsBeside).toBe(false)
  })
})
