/** The screen stays on in duty hours, and says why where it cannot. */
import { describe, expect, it } from 'vitest'
import { formatWakeState, type WakeState } from '../../src/text/wake-lock-text.ts'
import { keepAwake, type Sentinel, type WakeLockTools } from '../../src/wall/wake-lock.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'

class FakeSentinel extends EventTarget implements Sentinel {
  released = false

  readonly release = (): Promise<void> => {
    this.takeBack()
    return Promise.resolve()
  }

  /** As the system does when power is low. */
  takeBack(): void {
    if (this.released) return
    this.released = true
    this.dispatchEvent(new Event('release'))
  }
}

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
  listeners = 0

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1
    super.addEventListener(...args)
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1
    super.removeEventListener(...args)
  }

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

function createWall(more: Partial<WakeLockTools> = {}) {
  const timers = new ManualTimers()
  const document = new FakeDocument()
  const sentinels: FakeSentinel[] = []
  const states: WakeState[] = []
  const clock = { minute: 9 * 60 }
  const request = (): Promise<Sentinel> => {
    const sentinel = new FakeSentinel()
    sentinels.push(sentinel)
    return Promise.resolve(sentinel)
  }
  const stop = keepAwake({
    wakeLock: { request },
    isSecure: true,
    document,
    startTimer: timers.startTimer,
    minuteOfDay: () => clock.minute,
    hours: { from: 450, to: 1110 },
    tell: (state) => states.push(state),
    ...more,
  })
  const isHeld = () => sentinels.filter(({ released }) => !released).length
  return { timers, document, sentinels, states, clock, stop, isHeld }
}

describe('the screen of the wall', () => {
  it('is kept on in duty hours, let go after them, and kept on again the next day', async () => {
    const wall = createWall()
    await settle()
    expect(wall.isHeld()).toBe(1)
    wall.clock.minute = 1110
    await wall.timers.advance(15_000)
    expect(wall.isHeld()).toBe(0)
    wall.clock.minute = 450
    await wall.timers.advance(15_000)
    expect(wall.isHeld()).toBe(1)
    expect(wall.states).toEqual([{ kind: 'held' }, { kind: 'off-duty' }, { kind: 'held' }])
  })

  it('is asked for once while it is held, through a day of looking', async () => {
    const wall = createWall()
    await wall.timers.advance(10 * 60_000)
    expect(wall.sentinels).toHaveLength(1)
    expect(wall.timers.pending).toBe(1)
  })

  it('is asked for again when the page is back in sight', async () => {
    const wall = createWall()
    await settle()
    wall.document.visibilityState = 'hidden'
    wall.sentinels[0]?.takeBack()
    await wall.timers.advance(60_000)
    expect(wall.sentinels).toHaveLength(1)
    wall.document.show('visible')
    await settle()
    expect(wall.isHeld()).toBe(1)
    expect(wall.states.map(({ kind }) => kind)).toEqual(['held', 'asking', 'held'])
  })

  it('is asked for again after the system took it back, and not in a loop', async () => {
    const wall = createWall()
    await settle()
    wall.sentinels[0]?.takeBack()
    await settle()
    expect(wall.sentinels).toHaveLength(1)
    await wall.timers.advance(15_000)
    expect(wall.isHeld()).toBe(1)
  })

  it('says that it was refused, by the name that the browser gives it, and goes on asking', async () => {
    let isAllowed = false
    const sentinel = new FakeSentinel()
    const refusal = new DOMException('made up for this test', 'NotAllowedError')
    const request = () => (isAllowed ? Promise.resolve(sentinel) : Promise.reject(refusal))
    const wall = createWall({ wakeLock: { request } })
    await wall.timers.advance(60_000)
    expect(wall.states).toEqual([{ kind: 'refused', reason: 'NotAllowedError' }])
    isAllowed = true
    await wall.timers.advance(15_000)
    expect(wall.states.slice(1)).toEqual([{ kind: 'held' }])
  })

  it('is asked for again where no answer comes, and an answer that comes late is given back', async () => {
    const answers: ((sentinel: Sentinel) => void)[] = []
    const request = () => new Promise<Sentinel>((resolve) => answers.push(resolve))
    const wall = createWall({ wakeLock: { request } })
    await wall.timers.advance(30_000)
    expect(answers).toHaveLength(2)
    const [late, timely] = [new FakeSentinel(), new FakeSentinel()]
    answers[0]?.(late)
    answers[1]?.(timely)
    await settle()
    expect([late.released, timely.released]).toEqual([true, false])
  })

  it('is given back when the duty ends before the answer comes', async () => {
    const answers: ((sentinel: Sentinel) => void)[] = []
    const request = () => new Promise<Sentinel>((resolve) => answers.push(resolve))
    const wall = createWall({ wakeLock: { request } })
    wall.clock.minute = 1200
    await wall.timers.advance(15_000)
    const sentinel = new FakeSentinel()
    answers[0]?.(sentinel)
    await settle()
    expect(sentinel.released).toBe(true)
    expect(wall.states).toEqual([{ kind: 'off-duty' }])
  })

  it('stops without leaving lock, timer or listener behind', async () => {
    const wall = createWall()
    await settle()
    wall.stop()
    await settle()
    expect([wall.isHeld(), wall.timers.pending, wall.document.listeners]).toEqual([0, 0, 0])
  })

  it('says why it cannot be kept on: plain http, or a browser without such a lock', () => {
    expect(createWall({ wakeLock: undefined, isSecure: false }).states).toEqual([
      { kind: 'insecure' },
    ])
    expect(createWall({ wakeLock: undefined }).states).toEqual([{ kind: 'unsupported' }])
  })

  it('has words for what somebody could mend, and none for what is as it should be', () => {
    expect(formatWakeState({ kind: 'insecure' }, 'zh')).toContain('https')
    expect(formatWakeState({ kind: 'refused', reason: 'NotAllowedError' }, 'en')).toContain(
      'NotAllowedError',
    )
    for (const kind of ['held', 'off-duty', 'asking'] as const) {
      expect(formatWakeState({ kind }, 'zh')).toBe('')
    }
  })
})
