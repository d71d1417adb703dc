import { describe, expect, it } from 'vitest'
import { addressFrom, fileOfPath, pathOfFile, wayUp } from '../../src/desk/static-pages.ts'
import {
  appAddress,
  isWrittenView,
  readWrittenPage,
  settledAddress,
  withDay,
} from '../../src/desk/take-over.ts'

const SITE = 'https://hbj.example.gov.cn/qinglan/'

describe('a page that stands as a file', () => {
  it.each([
    ['/', 'index.html'],
    ['/indicators', 'indicators.html'],
    ['/inspection', 'inspection.html'],
    ['/sources', 'sources.html'],
    ['/indicators/pm25', 'indicators/pm25.html'],
    ['/sources/jz-press-2022-09-09', 'sources/jz-press-2022-09-09.html'],
  ])('of %s is %s, and back', (path, file) => {
    expect(fileOfPath(path)).toBe(file)
    expect(pathOfFile(file)).toBe(path)
  })

  it.each(['/offline', '/indicators/', '/indicators/a/b', '/indicators/../x', ''])(
    'is not there for %s',
    (path) => {
      expect(fileOfPath(path)).toBeNull()
    },
  )

  it.each(['wall.html', 'data/manifest.json', 'indicators/', 'assets/x.js'])(
    'is not %s',
    (file) => {
      expect(pathOfFile(file)).toBeNull()
    },
  )

  it('is also the folder itself', () => {
    expect(pathOfFile('')).toBe('/')
  })
})

describe('an address that one file writes of another', () => {
  it('leads up to the folder of the app and down again', () => {
    expect(wayUp('index.html')).toBe('')
    expect(addressFrom('index.html', '/indicators/pm25', {})).toBe('indicators/pm25.html')
    expect(addressFrom('indicators/pm25.html', '/', {})).toBe('../index.html')
    expect(addressFrom('indicators/pm25.html', '/sources/a', {})).toBe('../sources/a.html')
  })

  it('needs the app for a view of one’s own', () => {
    const query = { region: '410000' }
    const address = '../index.html#/indicators/pm25?region=410000'
    expect(addressFrom('indicators/pm25.html', '/indicators/pm25', query)).toBe(address)
  })
})

describe('the app in a written page', () => {
  it.each([
    ['/', SITE, SITE, '/', {}],
    ['/', `${SITE}index.html#/`, SITE, '/', {}],
    ['/', `${SITE}#/indicators/pm25?v=2021-01-01`, SITE, '/indicators/pm25', { v: '2021-01-01' }],
    ['/indicators/pm25', `${SITE}indicators/pm25.html`, SITE, '/indicators/pm25', {}],
    [
      '/indicators/pm25',
      `${SITE}indicators/pm25.html?theme=dark&utm=x`,
      SITE,
      '/indicators/pm25',
      { theme: 'dark' },
    ],
    ['/sources', `${SITE}sources.html#main`, SITE, '/sources', {}],
    [undefined, 'http://localhost:5173/', 'http://localhost:5173/', '/', {}],
  ] as const)('of %s at %s knows where it is', (page, href, base, path, query) => {
    expect(readWrittenPage(page, href)).toEqual({ path: page, base, address: { path, query } })
  })

  it.each([
    ['/', SITE, null],
    ['/', `${SITE}#/sources`, null],
    ['/', `${SITE}?lang=en`, `${SITE}index.html#/?lang=en`],
    ['/indicators/pm25', `${SITE}indicators/pm25.html`, `${SITE}index.html#/indicators/pm25`],
    [
      '/indicators/pm25',
      `${SITE}indicators/pm25.html?v=2021-01-01`,
      `${SITE}index.html#/indicators/pm25?v=2021-01-01`,
    ],
  ] as const)('of %s at %s calls itself %s', (page, href, settled) => {
    expect(settledAddress(readWrittenPage(page, href), href)).toBe(settled)
  })

  it('takes a day that was picked from the page before it came', () => {
    const home = withDay(readWrittenPage('/', SITE), '2021-01-14')
    expect(isWrittenView(home)).toBe(false)
    expect(settledAddress(home, SITE)).toBe(`${SITE}index.html#/?v=2021-01-14`)
    expect(withDay(home, null)).toBe(home)
  })

  const page = readWrittenPage('/indicators/pm25', `${SITE}indicators/pm25.html?theme=dark`)

  it.each([
    ['index.html', '#/?theme=dark'],
    ['sources/a.html', '#/sources/a?theme=dark'],
    ['index.html#/indicators/pm25?region=410000', '#/indicators/pm25?region=410000'],
    ['sources.html#year', null],
    ['data/calendar.ics', 'data/calendar.ics'],
    ['charts/pm25.svg', null],
  ])('leads a link to %s to %s', (file, address) => {
    expect(appAddress(SITE + file, page)).toBe(address)
  })

  it('leaves links to other places alone', () => {
    expect(appAddress('https://hbj.example.gov.cn/indicators/pm25.html', page)).toBeNull()
    expect(appAddress('https://elsewhere.example/qinglan/index.html', page)).toBeNull()
  })
})
