/** Which of the two doors of the one file an address asks for. */
import { describe, expect, it, vi } from 'vitest'
import { doorOf, wallQueryOf, watchDoor, type FileDoor } from '../../src/offline/file-door.ts'

describe('the door', () => {
  it.each([
    ['', 'desk'],
    ['#/', 'desk'],
    ['#/indicators/pm25?v=2021-01-01', 'desk'],
    ['#/wallpaper', 'desk'],
    ['#/wall', 'wall'],
    ['#/wall?slides=pm25&dwell=20', 'wall'],
  ])('of %s is the %s', (hash, door) => {
    expect(doorOf(hash)).toBe(door)
  })

  it('of the wall has its settings behind the hash', () => {
    expect(wallQueryOf('#/wall?slides=pm25+pm10&dwell=20')).toBe('?slides=pm25+pm10&dwell=20')
    expect(wallQueryOf('#/wall')).toBe('')
    expect(wallQueryOf('#/?dwell=20')).toBe('')
  })

  it('begins anew when an address asks for the other one, and not before', () => {
    const go = (door: FileDoor, hash: string) => {
      const reload = vi.fn<() => void>()
      const target = new EventTarget()
      const location = { hash, reload } as unknown as Location
      watchDoor({ addEventListener: target.addEventListener.bind(target), location }, door)
      target.dispatchEvent(new Event('hashchange'))
      return reload.mock.calls.length
    }
    expect(go('desk', '#/sources')).toBe(0)
    expect(go('desk', '#/wall')).toBe(1)
    expect(go('wall', '#/wall?dwell=20')).toBe(0)
    expect(go('wall', '#/')).toBe(1)
  })
})
