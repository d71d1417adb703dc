/** From a choice to the one file: what is chosen, what is written into it, and why there may be none. */
import { describe, expect, it } from 'vitest'
import { BLOCK_END, BLOCK_START, parseBlock } from '../../src/contract/file-block.ts'
import { composeFile, makeOfflineFile, type MakeStep } from '../../src/desk/make-offline-file.ts'
import { narrowPart, partOf, wishFault } from '../../src/desk/offline-file-choice.ts'
import { gatherGeneration } from '../../src/feed/gather-generation.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { PAGE_END, PAGE_START } from '../../src/offline/file-template.ts'
import { fileSourceOf } from '../../src/offline/open-file.ts'
import { replyTemplate } from '../../src/offline/template-reply.ts'
import { formatFileFacts } from '../../src/text/one-file-text.ts'
import { wallNotices } from '../../src/wall/wall-notices.ts'
import { blockOf, readShippedFiles } from './builders/one-file.ts'

const TEMPLATE = `<html><title></title>${PAGE_START}${PAGE_END}${BLOCK_START}${BLOCK_END}`
const files = readShippedFiles()
const wish = { part: null, within: null, title: '清览', manifestSha256: 'a'.repeat(64) }
const DAY = '2026-11-25'

function blockIn(text: string) {
  const parsed = parseBlock(
    text.slice(text.indexOf(BLOCK_START) + BLOCK_START.length, -BLOCK_END.length),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

describe('the choice', () => {
  const all = { day: null, latest: '2024-06-03', themes: ['a', 'b'], all: 2 }

  it('of everything is no part', () => {
    expect(partOf(all)).toBeNull()
    expect(partOf({ ...all, day: '2021-01-01' })).toEqual({ asOf: '2021-01-01', themes: null })
    expect(partOf({ ...all, day: '2024-06-03' })).toBeNull()
    expect(partOf({ ...all, themes: ['b'] })).toEqual({ asOf: null, themes: ['b'] })
  })

  it('of nothing gives no file, and says why', () => {
    const isDay = (text: string) => text === '2021-01-01'
    expect(wishFault(all, isDay)).toBeNull()
    expect(wishFault({ ...all, day: '' }, isDay)).toBe('noDay')
    expect(wishFault({ ...all, themes: [] }, isDay)).toBe('noTheme')
  })

  it('within a part is never more than the part', () => {
    const within = { asOf: '2021-01-01', themes: ['a', 'b'] }
    expect(narrowPart(null, null)).toBeNull()
    expect(narrowPart(within, null)).toEqual(within)
    expect(narrowPart(within, { asOf: '2023-01-01', themes: ['a'] })).toEqual({
      asOf: '2021-01-01',
      themes: ['a'],
    })
    expect(
      narrowPart({ asOf: null, themes: null }, { asOf: '2020-01-01', themes: null })?.asOf,
    ).toBe('2020-01-01')
  })
})

describe('the file', () => {
  it('of everything holds the published bytes and the day on which it was made', () => {
    const made = composeFile({ template: TEMPLATE, files, made: DAY }, wish)
    if (made.kind !== 'made') throw new Error(made.kind)
    expect(made.name).toBe('清览 离线 2026-11-25.html')
    expect(blockIn(made.text)).toEqual({ format: 'qinglan-file/1', ...blockOf(files), made: DAY })
  })

  it('of a part says which, in its name too', () => {
    const part = { asOf: '2021-01-01', themes: null }
    const made = composeFile({ template: TEMPLATE, files, made: DAY }, { ...wish, part })
    if (made.kind !== 'made') throw new Error(made.kind)
    expect(made.name).toBe('清览 离线 截至2021-01-01 2026-11-25.html')
    expect(blockIn(made.text).part).toEqual(part)
  })

  it('is not made where nothing is left, where data are spoilt, or where the form is none', () => {
    const part = { asOf: '1999-01-01', themes: null }
    expect(composeFile({ template: TEMPLATE, files, made: DAY }, { ...wish, part }).kind).toBe(
      'nothing',
    )
    const spoilt = new Map(files.files)
    const [first = ''] = spoilt.keys()
    spoilt.set(first, new Uint8Array(3))
    const refused = composeFile(
      { template: TEMPLATE, files: { ...files, files: spoilt }, made: DAY },
      wish,
    )
    expect(refused).toMatchObject({ kind: 'refused', issues: [{ path: first }] })
    expect(composeFile({ template: '<p>404</p>', files, made: DAY }, wish).kind).toBe('noTemplate')
  })

  it('is made step by step, of nothing older than what is on screen, and can be given up', async () => {
    const source = fileSourceOf(blockOf(files))
    const sha256 = createSha256(undefined)
    const shown = { ...wish, manifestSha256: await sha256(Uint8Array.from(files.manifest)) }
    const startTimer = (run: () => void) => {
      const id = setTimeout(run)
      return () => clearTimeout(id)
    }
    const tools = {
      gather: (asked: string, watch: object) =>
        gatherGeneration([async () => source], asked, { sha256, startTimer, ...watch }),
      startTimer,
      template: async () => TEMPLATE,
      today: () => DAY,
    }
    const steps: MakeStep[] = []
    const controller = new AbortController()
    const watching = { onStep: (step: MakeStep) => steps.push(step), signal: controller.signal }
    expect(await makeOfflineFile(shown, tools, watching)).toMatchObject({ kind: 'made' })
    expect(steps[0]).toEqual({ kind: 'preparing' })
    expect(steps).toContainEqual({
      kind: 'gathering',
      done: files.files.size,
      all: files.files.size,
    })
    expect(steps[steps.length - 1]).toEqual({ kind: 'writing' })
    expect(await makeOfflineFile(wish, tools, watching)).toEqual({ kind: 'other', seq: 1 })
    controller.abort()
    await expect(makeOfflineFile(shown, tools, watching)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('the form that the worker keeps', () => {
  it('is what the server last gave, and no answer that is not the file', async () => {
    const kept = new Map<string, Response>()
    const open = async () => ({
      match: async (url: RequestInfo | URL) => kept.get(String(url)),
      put: async (url: RequestInfo | URL, response: Response) =>
        void kept.set(String(url), response),
    })
    const offline = () => Promise.reject(new TypeError('no network'))
    await expect(replyTemplate('u', { fromNetwork: offline, open })).rejects.toThrow('no network')
    const missing = async () => new Response('404', { status: 404 })
    expect((await replyTemplate('u', { fromNetwork: missing, open })).status).toBe(404)
    expect(kept.size).toBe(0)
    await replyTemplate('u', { fromNetwork: async () => new Response('file'), open })
    expect(await (await replyTemplate('u', { fromNetwork: offline, open })).text()).toBe('file')
  })
})

describe('what the file says of itself', () => {
  const held = { latestDay: '2024-06-03', seq: 3, themes: [{ zh: '蓝天', en: 'Air' }] }

  it('is until when, which, when made, of what, and that it does not update itself', () => {
    expect(formatFileFacts({ made: DAY, part: null }, held, 'zh')).toBe(
      '数据到2024年6月3日，编号3，2026年11月25日生成。不会自己更新，换新文件才有新数据。',
    )
    const origin = { made: DAY, part: { asOf: '2021-01-01', themes: ['air'] } }
    const zh = formatFileFacts(origin, held, 'zh')
    expect(zh).toContain('只含2021年1月1日及以前公布的出处，只含蓝天')
    const en = formatFileFacts(origin, held, 'en')
    expect(en).toContain('only what was published until 1 January 2021, only Air')
  })

  it('is said on the wall as well, and damage gravely', () => {
    const wall = {
      asOf: 'latest',
      connectivity: 'online',
      lastChecked: null,
      refusals: [],
      storage: { kind: 'embedded', why: null, loss: null },
      origin: { made: DAY, part: null },
      failed: [],
      rejected: [],
      others: [],
    } as const
    expect(wallNotices(wall)).toMatchObject([
      {
        key: 'file',
        isGrave: false,
        long: { zh: expect.stringContaining('不会自己更新') as string },
      },
    ])
    const refusals = [{ path: 'a', code: 'hash', message: { zh: '不符', en: 'differs' } }]
    const [first] = wallNotices({ ...wall, refusals })
    expect(first).toMatchObject({ isGrave: true, short: { zh: '文件有损' } })
    expect(first?.long.zh).not.toContain('上一版')
  })
})
