/** The web server's files agree with each other and with the code. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../deploy/check-text.mjs'
import { STRICT_POLICY } from '../../tools/policy.mjs'
import { isPrecompressed } from '../../tools/precompress.mjs'
import { readSources, readText } from './support/source-files.ts'

const NGINX = 'deploy/nginx'
const configurations = readSources(NGINX, ['.conf'])

/** Without comments. */
function codeOf(text: string): string {
  return text.replace(/^\s*#.*$/gm, '')
}

describe("nginx's files", () => {
  it('send the policy of the code, and leave open only who may frame', () => {
    const [policy] =
      /Content-Security-Policy "([^"]*)"/
        .exec(readText(`${NGINX}/qinglan/headers.conf`))
        ?.slice(1) ?? []
    expect(policy?.replace('$qinglan_frames', "'none'")).toBe(STRICT_POLICY)
  })

  it('write the policy once, and the list of hosts once', () => {
    const holders = (part: string) =>
      configurations.filter(({ text }) => codeOf(text).includes(part)).map(({ path }) => path)
    expect(holders('default-src')).toEqual([`${NGINX}/qinglan/headers.conf`])
    expect(holders('map $host $qinglan_hosts')).toEqual([`${NGINX}/hosts.conf`])
  })

  it('send every header with errors, too', () => {
    const lines = configurations.flatMap(
      ({ text }) => codeOf(text).match(/^.*add_header.*$/gm) ?? [],
    )
    expect(lines.length).toBeGreaterThan(9)
    expect(lines.filter((line) => !line.endsWith(' always;'))).toEqual([])
  })

  it('include the headers in every server and every location', () => {
    const blocks = configurations.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/^( *)(server |location [^{]*)\{\n(?=([\s\S]*?)^\1\})/gm)].map(
        ([, , name = '', body = '']) => ({
          at: `${path}: ${name.trim()}`,
          body: withoutInner(body),
        }),
      ),
    )
    expect(blocks.length).toBeGreaterThan(9)
    const bare = blocks.filter(
      ({ body }) => !/include qinglan\/(?:headers|files)\.conf;/.test(body),
    )
    expect(bare.map(({ at }) => at)).toEqual([])
  })

  it('keep from being packed beforehand what keeps its name in data/, which is replaced alone', () => {
    expect(
      ['index.html', 'assets/a-12345678.js', 'data/catalog.0a1b2c3d.json', 'charts/pm25.svg'].map(
        (path) => isPrecompressed(path, 5000),
      ),
    ).toEqual([true, true, true, true])
    expect(
      ['data/manifest.json', 'data/indicators/pm25.csv', 'data/datapackage.json', 'a.woff2'].map(
        (path) => isPrecompressed(path, 5000),
      ),
    ).toEqual([false, false, false, false])
    expect(isPrecompressed('index.html', 100)).toBe(false)
  })
})

/** A block's own lines, without those of the blocks in it. */
function withoutInner(body: string): string {
  return body.replace(/^( *)(?:location|if)[^{]*\{\n[\s\S]*?^\1\}/gm, '')
}

describe('the Containerfile', () => {
  const text = readText(`${NGINX}/Containerfile`)

  it('copies files that are there, and takes the packages that the tests run with', () => {
    const copied = [...text.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' ').filter((name) => !name.includes('*')),
    )
    expect(copied.length).toBeGreaterThan(7)
    const root = fileURLToPath(new URL('../..', import.meta.url))
    expect(copied.filter((name) => !existsSync(root + name))).toEqual([])
    const packages = /PACKAGES = \[([^\]]*)\]/.exec(readText('tools/web-server.mjs'))?.[1] ?? ''
    for (const [, name = ''] of packages.matchAll(/'([^']+)'/g)) expect(text).toContain(` ${name}`)
  })

  it('runs as nobody in particular, on a port that needs no rights', () => {
    expect(text).toMatch(/^USER www-data$/m)
    const [port] = /^EXPOSE (\d+)$/m.exec(text)?.slice(1) ?? []
    expect(readText(`${NGINX}/container.conf`)).toContain(`listen ${port};`)
    expect(Number(port)).toBeGreaterThan(1024)
  })
})

describe('what the check advises', () => {
  it('names files that are there', () => {
    const advice = Object.values(RULES).flatMap(({ zh, en }) => [zh.fix, en.fix])
    const named = advice.flatMap(
      (text) => text.match(/(?:deploy\/nginx|qinglan)\/[\w-]+\.conf/g) ?? [],
    )
    expect(named.length).toBeGreaterThan(20)
    const shipped = configurations.map(({ path }) => path)
    for (const name of new Set(named)) {
      const isThere = shipped.some(
        (path) => path.endsWith(name) || path === `${NGINX}/${name.replace('qinglan/', '')}`,
      )
      expect([name, isThere]).toEqual([name, true])
    }
  })

  it('raises its voice nowhere', () => {
    expect(JSON.stringify(RULES)).not.toMatch(/[!!]/)
  })
})
