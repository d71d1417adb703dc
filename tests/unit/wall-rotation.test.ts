/** The rotation of the wall: when it goes on, when it stands, and what keys do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyReader, SECOND_DIGIT_MS, type KeyPress } from '../../src/wall/keys.ts'
import {
  LONGEST_HOLD_MS,
  pauseLeft,
  runCommand,
  skip,
  startRotation,
  tick,
  TOUCH_PAUSE_MS,
  type RotationCommand,
} from '../../src/wall/rotation.ts'

const DWELL = 20_000
const COUNT = 5
const start = startRotation(0)

describe('the rotation', () => {
  it('goes on when the time of the slide is over, not before, and round the end', () => {
    expect(tick(start, DWELL - 1, DWELL, COUNT)).toBe(start)
    const second = tick(start, DWELL, DWELL, COUNT)
    expect(second).toMatchObject({ index: 1, shownSinceMs: DWELL })
    expect(tick({ ...start, index: 4 }, DWELL, DWELL, COUNT).index).toBe(0)
  })

  it.each([
    ['next', 3],
    ['previous', 1],
    ['first', 0],
    ['last', 4],
  ] as const)('goes to the %s slide by hand and stands there for 90 seconds', (kind, index) => {
    const moved = runCommand({ ...start, index: 2 }, { kind }, 1000, COUNT)
    expect(moved).toMatchObject({ index, shownSinceMs: 1000 })
    expect(tick(moved, 1000 + TOUCH_PAUSE_MS - 1, DWELL, COUNT)).toBe(moved)
    expect(pauseLeft(moved, 1000)).toBe(TOUCH_PAUSE_MS)
  })

  it('gives the slide its whole time anew when the pause is over', () => {
    const touched = runCommand(start, { kind: 'touch' }, 19_000, COUNT)
    const overMs = 19_000 + TOUCH_PAUSE_MS
    const resumed = tick(touched, overMs, DWELL, COUNT)
    expect(resumed).toMatchObject({ index: 0, pausedUntilMs: null, shownSinceMs: overMs })
    expect(tick(resumed, overMs + DWELL - 1, DWELL, COUNT)).toBe(resumed)
    expect(tick(resumed, overMs + DWELL, DWELL, COUNT).index).toBe(1)
  })

  it('is held until it is let go, through touches and moves, and then starts the time anew', () => {
    const held = runCommand(start, { kind: 'toggle-pause' }, 0, COUNT)
    const touched = runCommand(held, { kind: 'touch' }, 10, COUNT)
    const moved = runCommand(touched, { kind: 'next' }, 20, COUNT)
    expect(tick(moved, LONGEST_HOLD_MS, DWELL, COUNT)).toBe(moved)
    expect(pauseLeft(moved, LONGEST_HOLD_MS)).toBe('held')
    const going = runCommand(moved, { kind: 'toggle-pause' }, LONGEST_HOLD_MS, COUNT)
    expect(going).toMatchObject({ index: 1, pausedUntilMs: null, shownSinceMs: LONGEST_HOLD_MS })
  })

  it('jumps to the slide that is named, and stays where none has the number', () => {
    expect(runCommand(start, { kind: 'jump', index: 3 }, 0, COUNT).index).toBe(3)
    const stayed = runCommand(start, { kind: 'jump', index: 7 }, 0, COUNT)
    expect(stayed).toMatchObject({ index: 0, pausedUntilMs: TOUCH_PAUSE_MS })
  })

  it('leaves failed slides out by itself and step by step, and shows one that is named', () => {
    const failing = skip(start, [2, 1])
    expect(tick(failing, DWELL, DWELL, COUNT).index).toBe(3)
    expect(runCommand(failing, { kind: 'next' }, 0, COUNT).index).toBe(3)
    expect(runCommand({ ...failing, index: 3 }, { kind: 'previous' }, 0, COUNT).index).toBe(0)
    expect(runCommand(failing, { kind: 'jump', index: 1 }, 0, COUNT).index).toBe(1)
    expect(skip(failing, [1, 2])).toBe(failing)
  })

  it('leaves a slide that fails while it is shown at once, unless somebody is looking', () => {
    const failing = skip({ ...start, index: 1 }, [1])
    expect(tick(failing, 1, DWELL, COUNT).index).toBe(2)
    const watched = runCommand(failing, { kind: 'touch' }, 1, COUNT)
    expect(tick(watched, 2, DWELL, COUNT)).toBe(watched)
  })

  it('stays where it is when every slide fails, or there is none', () => {
    const failing = skip({ ...start, index: 1 }, [0, 1])
    expect(tick(failing, 1, DWELL, 2)).toBe(failing)
    expect(tick(failing, DWELL, DWELL, 2).index).toBe(1)
    expect(tick(start, DWELL, DWELL, 0)).toBe(start)
    expect(runCommand(start, { kind: 'next' }, 0, 0).index).toBe(0)
  })

  it('goes back to the first slide when the one shown is no longer there', () => {
    expect(tick({ ...start, index: 4 }, 500, DWELL, 3)).toMatchObject({
      index: 0,
      shownSinceMs: 500,
    })
  })

  it('never shows a slide that is not there, and always goes on within pause and dwell', () => {
    const command: fc.Arbitrary<RotationCommand> = fc.oneof(
      fc
        .constantFrom('next', 'previous', 'first', 'last', 'touch')
        .map((kind): RotationCommand => ({ kind: kind as 'next' })),
      fc.integer({ min: -3, max: 12 }).map((index): RotationCommand => ({ kind: 'jump', index })),
    )
    const steps = fc.array(fc.tuple(command, fc.integer({ min: -50_000, max: 200_000 })))
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 9 }), (all, count) => {
        let nowMs = 0
        let rotation = start
        for (const [each, afterMs] of all) {
          nowMs += afterMs
          rotation = tick(runCommand(rotation, each, nowMs, count), nowMs, DWELL, count)
          expect(rotation.index).toBeGreaterThanOrEqual(0)
          expect(rotation.index).toBeLessThan(count)
        }
        // Whatever the clock did: seen every second, it is on another slide soon.
        const before = rotation.index
        for (let second = 0; second <= (TOUCH_PAUSE_MS + DWELL) / 1000 + 1; second += 1) {
          rotation = tick(rotation, nowMs + second * 1000, DWELL, count)
          if (rotation.index !== before) return
        }
        expect.fail('the rotation stands still')
      }),
    )
  })
})

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more }
}

describe('the keys of the wall', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['MediaTrackNext', 'next'],
    ['ChannelUp', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['ChannelDown', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'toggle-pause'],
    ['Enter', 'toggle-pause'],
    ['MediaPlayPause', 'toggle-pause'],
    ['Escape', 'leave'],
    ['BrowserBack', 'leave'],
    ['x', 'touch'],
    ['Tab', 'touch'],
  ])('%s: %s', (key, kind) => {
    expect(createKeyReader()(press(key), 0, COUNT)).toEqual({ kind })
  })

  it('leave to browser and machine what is theirs', () => {
    const read = createKeyReader()
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(read(press('ArrowRight', { [modifier]: true }), 0, COUNT)).toBeNull()
    }
    for (const key of ['Shift', 'F5', 'F11', 'AudioVolumeUp']) {
      expect(read(press(key), 0, COUNT)).toBeNull()
    }
  })

  it('do not pause and go on in turns while space is held down', () => {
    expect(createKeyReader()(press(' ', { repeat: true }), 0, COUNT)).toEqual({ kind: 'touch' })
  })

  it('jump to the slide of the digit, zero to the tenth', () => {
    expect(createKeyReader()(press('3'), 0, 12)).toEqual({ kind: 'jump', index: 2 })
    expect(createKeyReader()(press('0'), 0, 12)).toEqual({ kind: 'jump', index: 9 })
  })

  it('take two quick digits for one number where there is such a slide', () => {
    const read = createKeyReader()
    read(press('1'), 0, 12)
    expect(read(press('2'), SECOND_DIGIT_MS, 12)).toEqual({ kind: 'jump', index: 11 })
    read(press('1'), 5000, 12)
    expect(read(press('3'), 5100, 12)).toEqual({ kind: 'jump', index: 2 })
    read(press('1'), 9000, 12)
    expect(read(press('2'), 9001 + SECOND_DIGIT_MS, 12)).toEqual({ kind: 'jump', index: 1 })
  })
})

describe('a wall that was held and forgotten', () => {
  it('goes on after four hours, with the whole time of its slide', () => {
    const held = runCommand(startRotation(0), { kind: 'toggle-pause' }, 1000, 3)
    expect(tick(held, 1000 + LONGEST_HOLD_MS - 1, 10_000, 3).pausedUntilMs).toBe('held')
    const touched = runCommand(held, { kind: 'touch' }, 5000, 3)
    expect(tick(touched, 1000 + LONGEST_HOLD_MS, 10_000, 3).pausedUntilMs).toBe('held')
    const free = tick(held, 1000 + LONGEST_HOLD_MS, 10_000, 3)
    expect(free.pausedUntilMs).toBeNull()
    expect(free.index).toBe(0)
    expect(tick(free, 1000 + LONGEST_HOLD_MS + 10_000, 10_000, 3).index).toBe(1)
  })
})
