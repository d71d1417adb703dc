/** What a host may choose, and what a panel does with what it does not understand. */
import { describe, expect, it } from 'vitest'
import { readChoice, type EmbedChoice } from '../../src/embed/embed-choice.ts'
import { isWrittenView, readFacts, type EmbedFacts } from '../../src/embed/embed-facts.ts'

function choiceOf(fields: Readonly<Record<string, string>>, langOfHost?: string): EmbedChoice {
  return readChoice((name) => fields[name] ?? null, langOfHost)
}

const LEFT_ALONE = { theme: 'light', lang: 'zh', asOf: 'latest', region: null, rejected: [] }

describe('the choice of a host', () => {
  it('is the living panel of the city, in Chinese and light, where nothing is written', () => {
    expect(choiceOf({})).toEqual(LEFT_ALONE)
    expect(choiceOf({ theme: '', lang: '', v: '', region: '' })).toEqual(LEFT_ALONE)
  })

  it('takes theme, language, day and region', () => {
    const chosen = { theme: 'contrast', lang: 'en', v: '2021-01-01', region: '410000' }
    expect(choiceOf(chosen)).toEqual({
      theme: 'contrast',
      lang: 'en',
      asOf: '2021-01-01',
      region: '410000',
      rejected: [],
    })
    expect(choiceOf({ v: 'latest' }).asOf).toBe('latest')
  })

  it.each([
    ['zh-CN', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['fr', 'zh'],
    ['', 'zh'],
    ['zhuang', 'zh'],
    ['eng', 'zh'],
  ])('follows the language of the page around: %s gives %s', (around, lang) => {
    expect(choiceOf({}, around)).toEqual({ ...LEFT_ALONE, lang })
  })

  it('puts what is written above what is around', () => {
    expect(choiceOf({ lang: 'zh' }, 'en').lang).toBe('zh')
    expect(choiceOf({ lang: 'en' }, 'zh-CN').lang).toBe('en')
  })

  it.each([
    ['theme', 'night'],
    ['theme', 'constructor'],
    ['theme', 'LIGHT'],
    ['lang', 'fr'],
    ['v', '2021-02-30'],
    ['v', '2021'],
    ['v', 'yesterday'],
    ['v', '2021-01-01T00:00'],
    ['region', '4108'],
    ['region', '焦作'],
    ['region', '__proto__'],
  ])('names what it does not understand, and goes on without: %s=%s', (name, value) => {
    expect(choiceOf({ [name]: value })).toEqual({ ...LEFT_ALONE, rejected: [[name, value]] })
  })

  it('repeats no more than the beginning of what is too long', () => {
    const [[name, value] = ['', '']] = choiceOf({ v: 'x'.repeat(1_000_000) }).rejected
    expect([name, value]).toEqual(['v', 'x'.repeat(40)])
  })
})

const FACTS: EmbedFacts = {
  indicator: 'pm25',
  lang: 'zh',
  seq: 3,
  knownUntil: '2024-06-03',
  home: '410800',
  dueDay: '',
  generation: { url: 'https://app.example/assets/generation-1.json', integrity: 'sha256-x' },
}

describe('the view that was written', () => {
  it.each([
    ['nothing is chosen', {}, true],
    ['its own city is chosen', { region: '410800' }, true],
    ['another region is chosen', { region: '410000' }, false],
    ['the day of its last publication is chosen', { v: '2024-06-03' }, true],
    ['a later day is chosen', { v: '2025-01-01' }, true],
    ['the day before is chosen', { v: '2024-06-02' }, false],
    ['another language is chosen', { lang: 'en' }, false],
    ['another theme is chosen', { theme: 'dark' }, true],
    ['nonsense is chosen', { v: 'soon', region: 'x' }, true],
  ])('is or is not what is asked for where %s', (_, fields, isIt) => {
    expect(isWrittenView(FACTS, choiceOf(fields))).toBe(isIt)
  })
})

/** As much of an element as is read. */
function rootWith(dataset: Readonly<Record<string, string>>): HTMLElement {
  return { dataset } as unknown as HTMLElement
}

describe('the facts in a root', () => {
  const dataset = {
    embed: 'pm25',
    language: 'en',
    seq: '3',
    until: '2024-06-03',
    home: '410800',
    due: '2024-07-01',
    generation: '../assets/generation-1.json',
    integrity: 'sha256-x',
  }

  it('are read, the file of the data by its full address', () => {
    const url = 'https://app.example/q/embed/pm25.en.html'
    expect(readFacts(rootWith(dataset), url)).toEqual({
      ...FACTS,
      lang: 'en',
      dueDay: '2024-07-01',
      generation: {
        url: 'https://app.example/q/assets/generation-1.json',
        integrity: 'sha256-x',
      },
    })
  })

  it.each(['embed', 'language', 'seq', 'until', 'home', 'generation', 'integrity'])(
    'are none where %s is missing: somebody else wrote it',
    (name) => {
      const rest = Object.fromEntries(Object.entries(dataset).filter(([key]) => key !== name))
      expect(readFacts(rootWith(rest), 'https://app.example/embed/pm25.html')).toBeNull()
    },
  )
})
