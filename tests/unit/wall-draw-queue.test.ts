/** Turns to draw on the wall: one picture a task, and who waits for the last of them. */
import { describe, expect, it } from 'vitest'
import { createDrawQueue } from '../../src/wall/draw-queue.ts'
import { whenDrawn } from '../../src/wall/painted.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

describe('turns to draw', () => {
  it('come in the order in which they were asked for, each in a task of its own', async () => {
    const timers = new ManualTimers()
    const queue = createDrawQueue(timers.startTimer)
    const drawn: string[] = []
    for (const name of ['a', 'b', 'c']) void queue.next().then(() => drawn.push(name))
    await Promise.resolve()
    await Promise.resolve()
    expect(timers.pending).toBe(1)
    expect(drawn).toEqual([])
    await timers.advance(0)
    expect(drawn).toEqual(['a', 'b', 'c'])
    expect(queue.isBusy()).toBe(false)
  })

  it('are over when those who had one have had the next that they asked for', async () => {
    const timers = new ManualTimers()
    const queue = createDrawQueue(timers.startTimer)
    const drawn: string[] = []
    const draw = async (name: string) => {
      await queue.next()
      await queue.next()
      drawn.push(name)
    }
    void draw('a')
    void draw('b')
    let isIdle = false
    void queue.idle().then(() => {
      isIdle = drawn.length === 2
    })
    await timers.advance(0)
    await timers.advance(0)
    expect(drawn).toEqual(['a', 'b'])
    expect(isIdle).toBe(true)
  })
})

describe('what was put into the document', () => {
  /** Frames come when they are let through; timers do not come at all. */
  function open() {
    const timers = new ManualTimers()
    const queue = createDrawQueue(timers.startTimer)
    const frames: FrameRequestCallback[] = []
    const window = {
      requestAnimationFrame: (run: FrameRequestCallback) => frames.push(run),
      setTimeout: () => 0,
    }
    const showFrames = async (count: number) => {
      for (let left = count; left > 0; left -= 1) {
        for (const run of frames.splice(0)) run(0)
        await timers.advance(0)
      }
    }
    return { queue, window: window as unknown as Window, showFrames, timers }
  }

  it('is painted with the second frame where it has nothing to draw', async () => {
    const { queue, window, showFrames } = open()
    let isDone = false
    void whenDrawn(window, queue).then(() => {
      isDone = true
    })
    await showFrames(1)
    expect(isDone).toBe(false)
    await showFrames(1)
    expect(isDone).toBe(true)
  })

  it('is painted two frames after its last picture was drawn', async () => {
    const { queue, window, timers } = open()
    const frames: FrameRequestCallback[] = []
    const held = {
      ...window,
      requestAnimationFrame: (run: FrameRequestCallback) => frames.push(run),
    }
    const flush = async () => {
      for (const run of frames.splice(0)) run(0)
      for (let turns = 0; turns < 10; turns += 1) await Promise.resolve()
    }
    let isDone = false
    void queue.next()
    void whenDrawn(held, queue).then(() => {
      isDone = true
    })
    await flush()
    await flush()
    expect(isDone).toBe(false)
    await timers.advance(0)
    await flush()
    expect(isDone).toBe(false)
    await flush()
    expect(isDone).toBe(true)
  })
})
