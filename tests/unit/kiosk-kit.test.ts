/** The kiosk's two halves say the same, and what cannot be run here is at least readable there. */
import { describe, expect, it } from 'vitest'
import { readSources, readText } from './support/source-files.ts'

const LINUX = 'deploy/kiosk/linux'
const WINDOWS = 'deploy/kiosk/windows'

/** Where the two systems have to differ. */
const OF_LINUX_ALONE = [
  '--remote-debugging-pipe', // PowerShell cannot hand over file descriptors
  '--password-store=basic', // keyrings of Linux
]
/** Written by watch.ps1, which knows the browser. */
const OF_THE_WATCH = ['--kiosk', '--app=', '--user-data-dir=']

function flagsIn(text: string): readonly string[] {
  const code = text.split(/\r?\n/).filter((line) => !/^\s*(#|rem\b)/.test(line))
  const flags = code.flatMap((line) => line.match(/(?<=^|[\s"'(=])--[a-z][^\s"']*/g) ?? [])
  return [...new Set(flags)].sort()
}

/** The flags of the launcher stand in one list; its other options are of other programs. */
function linuxFlags(): readonly string[] {
  const list = /^flags=\(\n([\s\S]*?)^\)/m.exec(readText(`${LINUX}/qinglan-kiosk`))?.[1] ?? ''
  return flagsIn(list)
}

function registryPolicies(browser: string): Readonly<Record<string, number>> {
  const sections = readText(`${WINDOWS}/policies.reg`).split(/^\[/m)
  const section = sections.find((text) => text.split(']')[0]?.endsWith(browser)) ?? ''
  return Object.fromEntries(
    [...section.matchAll(/^"(\w+)"=dword:([0-9a-f]{8})\r?$/gm)].map(([, name = '', value = '']) => [
      name,
      Number.parseInt(value, 16),
    ]),
  )
}

describe("the kiosk's flags", () => {
  it('are those of Linux on Windows, apart from what one system alone can have', () => {
    const windows = flagsIn(readText(`${WINDOWS}/kiosk.cmd`)).map((flag) =>
      flag.replace(',CalculateNativeWinOcclusion', ''),
    )
    const shared = linuxFlags().filter(
      (flag) =>
        !OF_LINUX_ALONE.includes(flag) && !OF_THE_WATCH.some((start) => flag.startsWith(start)),
    )
    expect(shared.length).toBeGreaterThan(9)
    expect(windows).toEqual(shared)
    const watch = flagsIn(readText(`${WINDOWS}/watch.ps1`)).join(' ')
    for (const start of OF_THE_WATCH) expect(watch).toContain(start)
  })

  it('never ask for a window that forgets', () => {
    const all = [...linuxFlags(), ...flagsIn(readText(`${WINDOWS}/kiosk.cmd`))].join(' ')
    expect(all).not.toMatch(/incognito|inprivate|guest|temp-profile/i)
  })
})

describe("the kiosk's policies", () => {
  const policies: Readonly<Record<string, boolean | number>> = JSON.parse(
    readText(`${LINUX}/policies.json`),
  )

  it('are the same for Chrome on Windows', () => {
    expect(registryPolicies('Chrome')).toEqual(
      Object.fromEntries(Object.entries(policies).map(([name, value]) => [name, Number(value)])),
    )
  })

  it('put no page to sleep and open no window that forgets, in Edge neither', () => {
    expect(policies).toMatchObject({
      HighEfficiencyModeEnabled: false,
      IncognitoModeAvailability: 1,
    })
    expect(registryPolicies('Edge')).toMatchObject({
      SleepingTabsEnabled: 0,
      InPrivateModeAvailability: 1,
    })
  })
})

describe("the kiosk's files for Windows", () => {
  it('are ASCII with CRLF, which cmd.exe and PowerShell 5 read under every code page', () => {
    const files = readSources(WINDOWS, ['.cmd', '.ps1', '.reg', '.xml'])
    expect(files).toHaveLength(5)
    for (const { path, text } of files) {
      expect(text.replaceAll('\r\n', ''), path).toMatch(/^[\x20-\x7e]*$/)
      expect(text.endsWith('\r\n'), path).toBe(true)
    }
  })
})
