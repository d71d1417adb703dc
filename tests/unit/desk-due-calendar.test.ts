/** The calendar of due dates, read back by a parser of other people's. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import {
  escapeCalendarText,
  foldCalendarLine,
  writeCalendar,
} from '../../src/desk/calendar-lines.ts'
import { drawDueCalendar } from '../../src/desk/due-calendar.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const FACTS = { dataset: 'trial', written: '2026-11-23T18:21:40.835Z', seq: 3 }
const named = { zh: 'PM2.5平均浓度', en: 'Mean PM2.5' }
const KNOWN = catalog([indicator('pm25', { updatePeriod: 'year', name: named })])

/** Made up, with everything that a calendar could trip over. */
const AWKWARD = snapshot('list', '2023-01-01', [figure('2021', '45')], {
  title: '虚构清单;甲,乙\\丙',
  tasks: [
    {
      number: '7;8,9',
      title: `虚构任务:${'把每一个字都写得很长'.repeat(12)}🌿`,
      leadUnit: '甲局,乙局',
      deadline: '2024-02-29',
      state: 'rectifying',
    },
  ],
})

function draw(snapshots: readonly Snapshot[], facts = FACTS): string {
  return drawDueCalendar(evidenceOf(snapshots, KNOWN), facts)
}

interface ReadEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly isDate: boolean
  readonly stamp: string
}

function readEvents(text: string): readonly ReadEvent[] {
  const whole = new ICAL.Component(ICAL.parse(text))
  return whole.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      isDate: event.startDate.isDate,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    }
  })
}

describe('a line', () => {
  it('has 75 octets at most, and folds between characters', () => {
    const line = `SUMMARY:${'双替代清洁取暖🌿é'.repeat(20)}`
    const folded = foldCalendarLine(line)
    const rows = folded.slice(0, -2).split('\r\n')
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.map((row) => Buffer.byteLength(row)).filter((size) => size > 75)).toEqual([])
    expect(folded).not.toContain('\ufffd')
    expect(folded.endsWith('\r\n')).toBe(true)
    expect(rows.map((row, i) => (i === 0 ? row : row.slice(1))).join('')).toBe(line)
  })

  it('of exactly 75 octets is left whole', () => {
    expect(foldCalendarLine('x'.repeat(75))).toBe(`${'x'.repeat(75)}\r\n`)
    expect(foldCalendarLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x\r\n`)
    // 73 octets and a character of three.
    expect(foldCalendarLine(`${'x'.repeat(73)}字`)).toBe(`${'x'.repeat(73)}\r\n 字\r\n`)
  })

  it('escapes what separates, and drops what no text may hold', () => {
    expect(escapeCalendarText('a;b,c\\d\ne\r\nf\u0007g')).toBe('a\\;b\\,c\\\\d\\ne\\nfg')
  })
})

describe('the calendar of due dates', () => {
  it('names the round of a task, so that no two tasks are one event', () => {
    const tasks = (['第一轮', '第二轮'] as const).map((round) => ({
      round,
      number: '1',
      title: '虚构任务',
      leadUnit: '虚构单位',
      deadline: '2024-06-30',
      state: 'rectifying' as const,
    }))
    const events = readEvents(draw([snapshot('list', '2023-01-01', [], { tasks })]))
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
      ['task-第一轮-1@trial.qinglan', '第一轮整改任务1到期：虚构任务'],
      ['task-第二轮-1@trial.qinglan', '第二轮整改任务1到期：虚构任务'],
    ])
    expect(events[0]?.description).toContain('Rectification task 1 (第一轮) is due: 虚构任务.')
  })

  it('is read by another parser as what went in: days, texts, names', () => {
    const events = readEvents(draw([AWKWARD]))
    expect(events.map(({ start, isDate }) => [start, isDate])).toEqual([
      ['2023-06-29', true],
      ['2024-02-29', true],
    ])
    expect(events.map(({ uid }) => uid)).toEqual([
      'figure-pm25-410800@trial.qinglan',
      'task-7;8,9@trial.qinglan',
    ])
    const [figureEvent, taskEvent] = events
    expect(figureEvent?.summary).toBe('PM2.5平均浓度：下一期数应已公布')
    expect(figureEvent?.description.split('\n')).toEqual([
      '地区410800最近一期为2021年，截至2021-12-31，2023-01-01公布；每年更新，期末后宽限180天。',
      'Mean PM2.5: the next figure is due. Latest of Region 410800: 2021, to 2021-12-31, published 2023-01-01; updated yearly, 180 days of grace after the period.',
    ])
    expect(taskEvent?.summary).toContain('把每一个字都写得很长🌿')
    expect(taskEvent?.description).toContain('牵头单位：甲局，乙局。')
    expect(taskEvent?.description).toContain('《虚构清单；甲，乙\\丙》')
  })

  it('says whose a target is, in Chinese and below in English', () => {
    const plan = snapshot('plan', '2022-03-03', [], {
      targets: [target('2025', 42, { region: '410000' })],
    })
    const [event] = readEvents(draw([plan]))
    expect(event).toMatchObject({
      uid: 'target-pm25-410000-2025-at-most-level@trial.qinglan',
      start: '2025-12-31',
      summary: 'PM2.5平均浓度：地区4100002025年目标≤42微克/立方米到期',
    })
    expect(event?.description).toContain('出处：焦作市生态环境局《文件 plan》，2022-03-03。')
    expect(event?.description).toContain('Mean PM2.5, due: Region 410000, target for 2025')
  })

  it('takes its time from the data, and is the same bytes for the same data', () => {
    const text = draw([AWKWARD])
    expect(readEvents(text).map(({ stamp }) => stamp)).toEqual(
      Array.from({ length: 2 }, () => '2026-11-23T18:21:40Z'),
    )
    expect(draw([AWKWARD])).toBe(text)
    const east = { ...FACTS, written: '2026-11-24T02:21:40+08:00' }
    expect(draw([AWKWARD], east)).toBe(text)
  })

  it('ends every line with CRLF, keeps to 75 octets, and rings no bell', () => {
    const text = draw([AWKWARD])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)
    expect(long).toEqual([])
    expect(text).not.toContain('VALARM')
  })

  it('keeps the name of an event when its figure goes on, and counts the edition up', () => {
    const next = snapshot('next', '2023-03-01', [figure('2022', '44')])
    const uids = (text: string) => readEvents(text).map(({ uid }) => uid)
    const before = draw([AWKWARD])
    const after = draw([AWKWARD, next], { ...FACTS, seq: 4 })
    expect(uids(after).sort()).toEqual(uids(before).sort())
    expect(readEvents(after).find(({ uid }) => uid.startsWith('figure'))?.start).toBe('2024-06-28')
    expect(after).toContain('SEQUENCE:4\r\n')
  })

  it('is a calendar without events where nothing falls due', () => {
    const text = writeCalendar([], { name: '无', written: FACTS.written, sequence: 1 })
    expect(readEvents(text)).toEqual([])
  })

  it('of the shipped data holds every target that was published, each under a name of its own', () => {
    const { manifest, catalog: shipped, snapshots } = readShipped()
    const events = readEvents(drawDueCalendar(evidenceOf(snapshots, shipped), manifest))
    const targets = snapshots.flatMap((each) => each.targets)
    expect(targets.length).toBeGreaterThan(0)
    expect(events.length).toBeGreaterThanOrEqual(1)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(events.filter(({ uid }) => uid.startsWith('target-')).length).toBe(
      new Set(targets.map((t) => [t.indicator, t.region, t.period, t.type, t.basis].join())).size,
    )
  })
})
