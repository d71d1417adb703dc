/** A copy of the built app behind a server that can be broken; its data and its release go on. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBreakableSite } from '../tests/e2e/support/breakable-site.ts'
import { copyDist, publishBulletin } from '../tests/e2e/support/generations.ts'

/**
 * @typedef {import('../src/contract/manifest.ts').Manifest} Manifest
 * @typedef {import('./soak-faults.mjs').FaultKind} FaultKind
 *
 * @typedef {object} SoakSite
 * @property {string} url
 * @property {() => Manifest} manifest as it stands on the server
 * @property {() => void} publish one more generation
 * @property {() => void} release another build of the wall
 * @property {(kind: FaultKind, isNews: boolean) => Promise<void>} break
 * @property {() => Promise<void>} heal
 * @property {() => Promise<void>} close
 */

const MANIFEST = 'data/manifest.json'
/** The made-up bulletins are of one month. */
const MOST_BULLETINS = 31

/**
 * A release whose wall says its name, with the precache that its build would have.
 * @param {string} root
 */
function releaseWall(root) {
  const page = join(root, 'wall.html')
  const worker = join(root, 'sw.js')
  const html = readFileSync(page, 'utf8').replace('<html', '<html data-release="2"')
  const integrity = `sha384-${createHash('sha384').update(html).digest('base64')}`
  const revision = createHash('md5').update(html).digest('hex')
  const entry = /\{[^{}]*"url":"wall\.html"[^{}]*\}/
  const script = readFileSync(worker, 'utf8')
  if (!entry.test(script)) throw new Error('the worker keeps no wall.html')
  writeFileSync(page, html)
  const next = JSON.stringify({ integrity, revision, url: 'wall.html' })
  writeFileSync(worker, script.replace(entry, next))
}

/**
 * @param {Buffer} bytes
 * @param {'truncated' | 'altered'} kind
 */
function spoil(bytes, kind) {
  if (kind === 'truncated') return bytes.subarray(0, Math.floor(bytes.length / 2))
  return Buffer.from(
    bytes.toString('latin1').replace(/[0-8](?=[^0-8]*$)/, (digit) => `${+digit + 1}`),
    'latin1',
  )
}

/** @returns {Promise<SoakSite>} */
export async function openSoakSite() {
  const { root, remove } = copyDist()
  const site = await openBreakableSite(root)
  let bulletins = 0
  /** @returns {Manifest} */
  const manifest = () => JSON.parse(readFileSync(join(root, MANIFEST), 'utf8'))
  const newest = () => {
    const [last] = manifest().snapshots.filter(({ id }) => id === `trial-bulletin-${bulletins}`)
    if (!last) throw new Error('nothing was published')
    return `data/${last.path}`
  }
  return {
    url: site.url,
    manifest,
    publish() {
      if (bulletins === MOST_BULLETINS) throw new Error('no more bulletins')
      bulletins += 1
      publishBulletin(root, bulletins)
    },
    release: () => releaseWall(root),
    async break(kind, isNews) {
      const path = isNews ? newest() : MANIFEST
      if (kind === 'refused') return site.refuse()
      if (kind === 'errors') site.break(path, { kind: 'status', status: 500 })
      else if (kind === 'web page') site.break(path, { kind: 'html' })
      else if (kind === 'silent') site.break(path, { kind: 'silent' })
      else site.break(path, { kind: 'bytes', bytes: spoil(readFileSync(join(root, path)), kind) })
    },
    async heal() {
      site.heal()
      await site.accept()
    },
    async close() {
      await site.close()
      remove()
    },
  }
}
