/** What an archive can have wrong: each is refused by name, and nothing huge is ever unpacked. */
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unpackEntry } from '../../src/feed/unpack-entry.ts'
import { readZipDirectory } from '../../src/feed/zip-directory.ts'
import { flipIn, patchEntry, rename, zipOf } from '../fixtures/feed/zip-surgery.ts'

const PATH = '数据包.zip'
const SOUND = { 'manifest.json': '{"seq":1}', 'snapshots/a.json': '焦作'.repeat(500) }

/** The first thing that is said of an archive, once all of it has been unpacked. */
function told(zip: Uint8Array): string {
  const directory = readZipDirectory(PATH, zip)
  if (!directory.ok) return directory.issues.map(({ path, code }) => `${path}: ${code}`).join()
  for (const entry of directory.value) {
    const unpacked = unpackEntry(zip, entry)
    if (!unpacked.ok) return unpacked.issues.map(({ path, code }) => `${path}: ${code}`).join()
  }
  return 'sound'
}

describe('a sound archive', () => {
  it('gives back every byte that was put in, whatever the bytes are', () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.json$/), fc.uint8Array(), {
      noNullPrototype: true,
    })
    const level = fc.constantFrom(0 as const, 1 as const, 9 as const)
    fc.assert(
      fc.property(files, level, (contents, at) => {
        const zip = zipSync(contents, { level: at })
        const directory = readZipDirectory(PATH, zip)
        const entries = directory.ok ? directory.value : []
        expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(contents).sort())
        for (const entry of entries) {
          const unpacked = unpackEntry(zip, entry)
          expect(unpacked.ok && Buffer.from(unpacked.value)).toEqual(
            Buffer.from(contents[entry.name] ?? []),
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  it('may have a comment, and folders that hold nothing', () => {
    expect(told(zipSync({ snapshots: {}, 'a.json': new Uint8Array(3) }, { comment: '焦作' }))).toBe(
      'sound',
    )
  })
})

describe('an archive with one thing wrong', () => {
  const zip = zipOf(SOUND)

  it('is no zip at all when it is a page, empty or cut short anywhere', () => {
    expect(told(new TextEncoder().encode('<!doctype html><title>登录</title>'))).toBe(
      `${PATH}: not-zip`,
    )
    for (let length = 0; length < zip.length; length += 1) {
      expect(told(zip.subarray(0, length))).toBe(`${PATH}: not-zip`)
    }
  })

  it('has bytes after its end', () => {
    expect(told(Uint8Array.from([...zip, 0]))).toBe(`${PATH}: not-zip`)
  })

  it.each([
    ['../../../x.json', 'climbs out of its folder'],
    ['C:\\windows.json', 'names a drive'],
    ['/napshots/a.json', 'begins at the root'],
    ['snapshots/A.json', 'has capitals, which some systems do not tell apart'],
    ['snapshots//.json', 'has an empty part'],
  ])('has a name that no pack has: %s %s', (name) => {
    const from = 'snapshots/a.json'
    const to = name.padEnd(from.length, 'x').slice(0, from.length)
    expect(told(rename(zip, { from, to }))).toBe(`${to}: zip-name`)
  })

  it('has two files of one name', () => {
    const twins = zipOf({ 'a.json': '1', 'b.json': '2' })
    expect(told(rename(twins, { from: 'b.json', to: 'a.json' }))).toBe('a.json: zip-twice')
  })

  it('says one name in its directory and another before the content', () => {
    const other = rename(zip, { from: 'manifest.json', to: 'manifexx.json', where: 'directory' })
    expect(told(other)).toBe('manifexx.json: zip-directory')
  })

  it('has another checksum than its content', () => {
    expect(told(patchEntry(zip, { by: 16, size: 4, value: 7 }))).toBe('manifest.json: zip-crc')
  })

  it('has a content of which one bit was turned', () => {
    expect(told(flipIn(zip, 'snapshots/a.json'))).toMatch(
      /^snapshots\/a\.json: zip-(?:packed|crc|size)$/,
    )
    expect(told(flipIn(zipOf(SOUND, 0), 'manifest.json'))).toBe('manifest.json: zip-crc')
  })

  it('states less than it unpacks to, or more', () => {
    for (const value of [10, 3001, 90_000_000]) {
      expect(told(patchEntry(zip, { place: 1, by: 24, size: 4, value }))).toBe(
        'snapshots/a.json: zip-size',
      )
    }
    expect(told(patchEntry(zipOf(SOUND, 0), { by: 24, size: 4, value: 8 }))).toBe(
      'manifest.json: zip-size',
    )
  })

  it('is a bomb: it would unpack to more than a pack ever has', () => {
    expect(told(patchEntry(zip, { place: 1, by: 24, size: 4, value: 2 ** 30 }))).toBe(
      'snapshots/a.json: zip-bomb',
    )
  })

  it('has one content inside another, as bombs of the other kind have', () => {
    // The first entry is pointed at the second one's content.
    const second = patchEntry(zipOf({ 'a.json': '1', 'b.json': '2' }, 0), {
      place: 0,
      by: 20,
      size: 4,
      value: 30,
    })
    expect(told(patchEntry(second, { place: 0, by: 24, size: 4, value: 30 }))).toBe(
      'a.json: zip-directory',
    )
  })

  it.each([
    ['encrypted', { by: 8, size: 2, value: 1 } as const],
    ['packed by a method of its own', { by: 10, size: 2, value: 12 } as const],
    ['Zip64', { by: 24, size: 4, value: 0xffffffff } as const],
  ])('is of another form: %s', (_, patch) => {
    expect(told(patchEntry(zip, patch))).toBe('manifest.json: zip-form')
  })

  it('never brings down the reader, wherever a byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const copy = Uint8Array.from(zip)
        copy[at] = (copy[at] ?? 0) ^ by
        expect(told(copy)).toMatch(/^sound$|: (?:not-zip|zip-)/)
      }),
      { numRuns: 400 },
    )
  })
})
