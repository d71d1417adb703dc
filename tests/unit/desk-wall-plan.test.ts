import { describe, expect, it } from 'vitest'
import { openWallMemory } from '../../src/desk/wall-memory.ts'
import {
  faultsOf,
  pastedQuery,
  queryOf,
  readPlan,
  settingsOf,
  type WallPlan,
} from '../../src/desk/wall-plan.ts'
import type { SettingName } from '../../src/text/wall-setting-text.ts'
import { catalog } from './builders/catalog.ts'

const EMPTY = readPlan('').plan

function typed(texts: Partial<Record<SettingName, string>>): WallPlan {
  return { ...EMPTY, texts: { ...EMPTY.texts, ...texts } }
}

describe('the plan of a wall', () => {
  it.each([
    '',
    '?slides=inspection,pm25+pm10',
    '?dwell=20&theme=light&v=2021-01-23&region=410800&lang=en',
    '?hours=always&screen=6.5&distance=12&reload=off',
    '?slides=news&hours=06:00-22:00&reload=04:00',
  ])('gives back the address %s', (query) => {
    const { plan, rejected } = readPlan(query)
    expect(queryOf(plan)).toBe(query)
    expect(rejected).toEqual([])
  })

  it('leaves what cannot be read at its default, and names it', () => {
    const { plan, rejected } = readPlan('?dwell=abc&theme=light')
    expect(queryOf(plan)).toBe('?theme=light')
    expect(rejected).toEqual(['dwell=abc'])
  })

  it('reads times and numbers as people type them', () => {
    const { hours, reloadAt, dwellSeconds } = settingsOf(
      typed({ hours: ' 7：00 至 19：30 ', reload: '４:15', dwell: '２０' }),
    )
    expect(hours).toEqual({ from: 420, to: 1170 })
    expect(reloadAt).toBe(255)
    expect(dwellSeconds).toBe(20)
  })

  it('says which field is wrong, and shows the wall as if it were empty', () => {
    const plan = typed({ dwell: '3', hours: '7点', screen: '0', distance: '8', reload: '25:00' })
    expect([...faultsOf(plan, catalog())].sort()).toEqual(['dwell', 'hours', 'reload', 'screen'])
    expect(queryOf(plan)).toBe('?distance=8')
  })

  it('finds fault with a region that the data do not have', () => {
    expect([...faultsOf(typed({ region: '999999' }), catalog())]).toEqual(['region'])
    expect([...faultsOf(typed({ region: '410800' }), catalog())]).toEqual([])
  })
})

describe('a pasted address', () => {
  it.each([
    ['http://10.20.30.40/qinglan/wall.html?slides=news&dwell=20', '?slides=news&dwell=20'],
    ['  wall.html?slides=a,\n b#x ', '?slides=a,b'],
    ['file:///C:/清览/wall.html', ''],
    ['?dwell=20', '?dwell=20'],
  ])('%j says %j', (text, query) => {
    expect(pastedQuery(text)).toBe(query)
  })

  it.each([
    '',
    'slides',
    'https://example.cn/index.html?v=2021-01-23',
    '#/slides',
    'a firewall.html.exe',
  ])('%j is none of a wall', (text) => {
    expect(pastedQuery(text)).toBeNull()
  })
})

describe('the memory of a wall', () => {
  function storage(items: Record<string, string> = {}) {
    return {
      items,
      getItem: (name: string) => items[name] ?? null,
      setItem: (name: string, value: string) => void (items[name] = value),
    }
  }

  it('gives back what it was given, for each data set its own', () => {
    const store = storage()
    const memory = openWallMemory('a', () => store)
    expect(memory.read()).toBeNull()
    expect(memory.write({ query: '?dwell=20', screen: '6656' })).toBe(true)
    expect(memory.read()).toEqual({ query: '?dwell=20', screen: '6656' })
    expect(openWallMemory('b', () => store).read()).toBeNull()
    expect(Object.keys(store.items)).toEqual(['qinglan-a-wall'])
  })

  it.each(['', '{', 'null', '[]', '{"query":1,"screen":"4K"}', '{"query":"","screen":"9K"}'])(
    'takes %j for nothing',
    (text) => {
      expect(openWallMemory('a', () => storage({ 'qinglan-a-wall': text })).read()).toBeNull()
    },
  )

  it('says that it keeps nothing where storage is refused', () => {
    const refuse = () => {
      throw new Error('sandboxed')
    }
    const noted = { query: '', screen: '4K' } as const
    expect(openWallMemory('a', refuse).write(noted)).toBe(false)
    expect(openWallMemory('a', refuse).read()).toBeNull()
    expect(openWallMemory('a', () => undefined).write(noted)).toBe(false)
  })
})
