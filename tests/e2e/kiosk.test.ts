/** The kiosk's launcher and watch, with a real browser that is killed, stopped and hung. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideBrowser } from '../../tools/browser.mjs'
import { openHeartbeatSite, type HeartbeatSite } from './support/heartbeat-site.ts'
import { processesOf, startKiosk, type Kiosk } from './support/kiosk.ts'

/** Neither a display nor a user other than root can be counted on where tests run. */
const HEADLESS = '--headless --no-sandbox --disable-gpu'
/** Until a lost browser is noticed and the next one has opened its page. */
const PATIENCE = { timeout: 45_000 }

let site: HeartbeatSite
let kiosks: Kiosk[]

beforeEach(async () => {
  site = await openHeartbeatSite()
  kiosks = []
})

afterEach(async () => {
  // The latest first: it may use an earlier one's folder.
  for (const kiosk of kiosks.reverse()) await kiosk.close()
  await site.close()
})

function start(...settings: Parameters<typeof startKiosk>): Kiosk {
  const kiosk = startKiosk(...settings)
  kiosks.push(kiosk)
  return kiosk
}

/** The page of this test in this machine's browser. */
function wallSettings(): Readonly<Record<string, string>> {
  return {
    address: `'${site.url}'`,
    browser: `'${provideBrowser()}'`,
    extra_flags: `(${HEADLESS})`,
  }
}

/** Starts a kiosk and waits until its page has been opened once. */
async function openKiosk(settings: Readonly<Record<string, string>> = {}): Promise<Kiosk> {
  const kiosk = start({ ...wallSettings(), ...settings })
  await expect.poll(() => site.visits(), PATIENCE).toEqual([0])
  return kiosk
}

function lastStarted({ started }: Kiosk): number {
  return started().slice(-1)[0] ?? Number.NaN
}

/** Another browser has opened the page, with what the first had kept; of the first nothing is left. */
async function expectReplaced(broken: Kiosk, first: number): Promise<void> {
  await expect.poll(() => site.visits().slice(0, 2), PATIENCE).toEqual([0, 1])
  expect(lastStarted(broken)).not.toBe(first)
  await expect.poll(() => processesOf(first), PATIENCE).toEqual([])
}

describe('a browser of the kiosk', () => {
  it('has its own lasting folder, the flags of a wall, and no debugging port', async () => {
    const address = `${site.url}?hours=07:30-18:30&dwell=20`
    const kiosk = await openKiosk({ address: `'${address}'` })
    const first = lastStarted(kiosk)
    const browser = processesOf(first).find(({ pid }) => pid === first)
    expect(browser?.arguments).toEqual(
      expect.arrayContaining([
        '--kiosk',
        `--app=${address}`,
        `--user-data-dir=${kiosk.profile}`,
        '--no-first-run',
        '--hide-crash-restore-bubble',
        '--noerrdialogs',
        '--disable-background-timer-throttling',
        '--disable-renderer-backgrounding',
        '--disable-backgrounding-occluded-windows',
      ]),
    )
    expect(browser?.arguments.join(' ')).not.toMatch(/incognito|guest|temp-profile|debugging-port/)
  })

  it('is started although another machine seems to hold its folder', async () => {
    const prepare = (profile: string) => {
      mkdirSync(profile)
      symlinkSync('a-host-that-is-made-up-4242', join(profile, 'SingletonLock'))
    }
    const { started } = start(wallSettings(), prepare)
    await expect.poll(() => site.visits(), PATIENCE).toEqual([0])
    expect(started()).toHaveLength(1)
  })

  it('is started although one of a launcher that was killed hangs in its folder', async () => {
    const earlier = await openKiosk()
    const left = lastStarted(earlier)
    process.kill(left, 'SIGSTOP')
    process.kill(earlier.launcher, 'SIGKILL')
    await earlier.ended
    await expectReplaced(start({ ...wallSettings(), profile: earlier.profile }), left)
  })

  it('goes back to full screen when it has lost it, and is otherwise left alone', async () => {
    const { profile, started } = await openKiosk({
      extra_flags: `(${HEADLESS} --remote-debugging-port=0)`,
    })
    const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
    const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const session = await second.newBrowserCDPSession()
    const { targetInfos } = await session.send('Target.getTargets')
    const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId ?? ''
    const ask = () => session.send('Browser.getWindowForTarget', { targetId })
    const { windowId, bounds } = await ask()
    expect(bounds.windowState).toBe('fullscreen')
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    await expect.poll(async () => (await ask()).bounds.windowState, PATIENCE).toBe('fullscreen')
    await second.close()
    expect(started()).toHaveLength(1)
  })
})

describe('the launcher replaces, with all data kept,', () => {
  it('a browser that was killed', async () => {
    const broken = await openKiosk()
    const first = lastStarted(broken)
    process.kill(first, 'SIGKILL')
    await expectReplaced(broken, first)
    expect(broken.log()).toContain('the browser has gone')
  })

  it('a browser that hangs', async () => {
    const broken = await openKiosk()
    const first = lastStarted(broken)
    process.kill(first, 'SIGSTOP')
    await expectReplaced(broken, first)
    expect(broken.log()).toContain('the browser hangs')
  })

  it('a page that hangs', async () => {
    const broken = await openKiosk()
    const first = lastStarted(broken)
    site.hang()
    await expectReplaced(broken, first)
    expect(broken.log()).toContain('the page hangs')
  })

  it('a page whose process has crashed', async () => {
    const broken = await openKiosk()
    const first = lastStarted(broken)
    // Chromium forks them off and then writes their arguments as one text.
    const pages = processesOf(first).filter((one) =>
      /--type=renderer/.test(one.arguments.join(' ')),
    )
    expect(pages).not.toEqual([])
    pages.forEach(({ pid }) => process.kill(pid, 'SIGKILL'))
    await expectReplaced(broken, first)
    expect(broken.log()).toContain('the page hangs')
  })
})

describe('the launcher', () => {
  it('takes the browser along when it is told to end', async () => {
    const told = await openKiosk()
    process.kill(told.launcher, 'SIGTERM')
    expect(await told.ended).toBe(0)
    expect(processesOf(lastStarted(told))).toEqual([])
  })

  it('takes the browser along when it is killed', async () => {
    const killed = await openKiosk()
    process.kill(killed.launcher, 'SIGKILL')
    await killed.ended
    await expect.poll(() => processesOf(lastStarted(killed)), PATIENCE).toEqual([])
  })

  it('waits longer and longer for a browser that will not start, and never gives up', async () => {
    const last = 2
    const { log } = start({ ...wallSettings(), browser: '/bin/false', last_wait: `${last}` })
    const waits = () =>
      [...log().matchAll(/starting again in (\d+) s/g)].map((match) => Number(match[1]))
    await expect.poll(waits, PATIENCE).toEqual([1, 2, last, last])
  })

  it('says what is missing, and that trying again is of no use, without an address', async () => {
    const { ended, log } = start({})
    expect(await ended).toBe(78)
    await expect.poll(log).toContain('address')
  })
})
