/** `deploy/check` against Debian's nginx: the shipped configuration, and slips planted into it. */
import { execFile } from 'node:child_process'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../deploy/check-ask.mjs'
import { judgeSite } from '../../deploy/check-command.mjs'
import type { RULES } from '../../deploy/check-text.mjs'
import { visitSite } from '../../deploy/check-visit.mjs'
import { openNginx, type Nginx, type NginxSettings } from './support/nginx.ts'
import { prepareBuild, type ServedBuild } from './support/served-build.ts'

const COMMAND = fileURLToPath(new URL('../../deploy/check', import.meta.url))
const HOST = 'https://www.example.gov.cn'

let build: ServedBuild

beforeAll(async () => {
  build = await prepareBuild()
})

afterAll(() => build.remove())

async function withNginx<Result>(
  settings: Partial<NginxSettings>,
  act: (nginx: Nginx) => Promise<Result>,
): Promise<Result> {
  const nginx = await openNginx({ root: build.root, hosts: `'self' ${HOST}`, ...settings })
  try {
    return await act(nginx)
  } finally {
    await nginx.stop()
  }
}

type RuleName = keyof typeof RULES

/** The rules that a server breaks, in the order of the report. */
async function brokenRules(
  url: string,
  weight: 'failed' | 'warning',
): Promise<readonly RuleName[]> {
  const visit = await visitSite(url, { ask, now: Date.now(), hosts: [HOST] })
  return judgeSite(visit)
    .filter((verdict) => verdict.weight === weight && verdict.faults.length > 0)
    .map(({ rule }) => rule)
}

function runCommand(
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      COMMAND,
      [...words],
      { env: { ...process.env, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, text: stdout || stderr }),
    )
  })
}

describe('the command', () => {
  it.each(['http', 'sub-folder'] as const)(
    'passes on the shipped configuration: %s, with a word on what plain http cannot do',
    (variant) =>
      withNginx({ variant, brotli: true }, async ({ url }) => {
        const { code, text } = await runCommand([url, '--hosts', HOST])
        expect(text).not.toContain('未通过  ')
        expect(text.match(/^提醒 {4}.*$/gm)).toEqual(['提醒    https'])
        expect(text).toContain('0 项未通过,1 项提醒')
        expect(code).toBe(0)
      }),
  )

  it('passes on the shipped configuration for https without a warning', () =>
    withNginx({ variant: 'https', brotli: true }, async ({ url, certificate }) => {
      const trust = { NODE_EXTRA_CA_CERTS: certificate ?? '' }
      const { code, text } = await runCommand([url, '--hosts', HOST, '--lang', 'en'], trust)
      expect(text).toContain('0 failed, 0 warnings')
      expect(code).toBe(0)
    }))

  it('says that a certificate is not to be trusted', () =>
    withNginx({ variant: 'https' }, async ({ url }) => {
      const { code, text } = await runCommand([url, '--lang', 'en'])
      expect(text).toMatch(/^FAILED .*self-signed certificate/)
      expect(code).toBe(1)
    }))

  it('names the slip, where it shows, and the mend, and ends with 1', () =>
    withNginx({ change: replaceIn('headers', /.*nosniff.*\n/, '') }, async ({ url }) => {
      const { code, text } = await runCommand([url])
      expect(text).toContain('未通过  不许浏览器猜类型\n          没有 X-Content-Type-Options')
      expect(text).toContain('改法:add_header X-Content-Type-Options nosniff always;')
      expect(code).toBe(1)
    }))

  it('says what it wants where it is called wrongly', async () => {
    const { code, text } = await runCommand(['www.example.gov.cn'])
    expect(text).toContain('用法:deploy/check <网址>')
    expect(code).toBe(2)
  })

  it('says so where nothing answers', async () => {
    const { code, text } = await runCommand(['http://127.0.0.1:1/', '--lang', 'en'])
    expect(text).toContain('ECONNREFUSED')
    expect(code).toBe(1)
  })
})

/** A change of one of the shipped files; throws where it changes nothing. */
function replaceIn(
  name: 'headers' | 'files' | 'maps' | 'hosts',
  from: RegExp,
  to: string,
): NonNullable<NginxSettings['change']> {
  return (files) => {
    const path = `qinglan/${name}.conf`
    const text = files.get(path) ?? ''
    if (!from.test(text)) throw new Error(`${path} has no ${String(from)}`)
    files.set(path, text.replace(from, to))
  }
}

const MANY_HEADERS: readonly RuleName[] = [
  ...(['policy', 'refusal-headers', 'app-framing', 'embed-framing', 'nosniff'] as const),
  ...(['referrer', 'permissions', 'readers', 'one-file', 'kept', 'asked'] as const),
]

type Slip = [string, NonNullable<NginxSettings['change']>, readonly RuleName[]]

describe('a slip in the configuration', () => {
  it.each<Slip>([
    [
      'an add_header of its own in the location, which drops the others',
      replaceIn('files', /include qinglan\/headers\.conf;/, 'add_header X-Team yes;'),
      MANY_HEADERS,
    ],
    [
      'the front page for whatever is missing',
      replaceIn(
        'files',
        /index index\.html;/,
        'index index.html; try_files $uri $uri/ /index.html;',
      ),
      ['missing'],
    ],
    [
      'the front page with 200 by error_page',
      replaceIn('files', /error_page 599 \/;/, 'error_page 404 =200 /index.html;'),
      ['missing', 'listing'],
    ],
    [
      'a manifest that is kept for ever',
      replaceIn(
        'maps',
        /"~\^\[45\]"/,
        '"~/data/manifest\\.json$" "max-age=31536000, immutable"; "~^[45]"',
      ),
      ['asked'],
    ],
    [
      'the offline file opened where it lies',
      replaceIn('maps', /.*qinglan\\\.html.*\n/, ''),
      ['one-file'],
    ],
    [
      'pages that are kept for an hour',
      replaceIn('maps', /default {14}no-cache;/, 'default "max-age=3600";'),
      ['asked'],
    ],
    [
      'hashed names that are asked for each time',
      replaceIn('maps', /public, max-age=31536000, immutable/g, 'no-cache'),
      ['kept'],
    ],
    [
      'a script of panels that is kept for a year, so that no release reaches the pages of others',
      replaceIn('maps', /"~\^\[45\]"/, '"~/panel\\.js$" "max-age=31536000"; "~^[45]"'),
      ['asked'],
    ],
    [
      'heights that are kept for a week',
      replaceIn('maps', /"~\^\[45\]"/, '"~/embed-host\\.js$" "max-age=604800"; "~^[45]"'),
      ['asked'],
    ],
    [
      'parts of panels that are asked for each time',
      replaceIn('maps', /\.\*\/assets\//, '/assets/'),
      ['kept'],
    ],
    [
      'errors that are kept as long as the file would be',
      replaceIn('maps', /\(\?:200\|206\|304\)/g, '\\d+'),
      ['refusal-caching'],
    ],
    ['no nosniff', replaceIn('headers', /.*nosniff.*\n/, ''), ['refusal-headers', 'nosniff']],
    ['scripts without their type', replaceIn('files', /.*js mjs;\n/, ''), ['types']],
    [
      'pictures as plain text',
      replaceIn('files', /image\/svg\+xml {13}svg;/, 'text/plain svg;'),
      ['types'],
    ],
    ['texts without a charset', replaceIn('files', /^charset utf-8;/m, ''), ['types']],
    [
      'panels that anybody may frame',
      replaceIn('hosts', /^ {2}default.*$/m, 'default "*";'),
      ['embed-framing'],
    ],
    [
      'panels that any site with https may frame',
      replaceIn('hosts', /^ {2}default.*$/m, 'default "https:";'),
      ['embed-framing'],
    ],
    [
      'a site that is not listed',
      replaceIn('hosts', /^ {2}default.*$/m, 'default "\'self\'";'),
      ['embed-framing'],
    ],
    [
      'a list that leaves out the panels in English',
      replaceIn('maps', /\[\^\/\]\*(\\\.html\$" {2}\$qinglan_hosts;)/, '[\\w-]*$1'),
      ['embed-framing'],
    ],
    [
      'an X-Frame-Options beside the list',
      replaceIn('headers', /$/, 'add_header X-Frame-Options DENY always;'),
      ['embed-framing'],
    ],
    [
      'an app that may be framed',
      replaceIn('maps', /"'none'";/, '"\'self\'";'),
      ['refusal-headers', 'app-framing'],
    ],
    [
      "a policy with 'unsafe-inline'",
      replaceIn('headers', /script-src 'self'/, "script-src 'self' 'unsafe-inline'"),
      ['policy', 'refusal-headers'],
    ],
    [
      'a policy for good answers alone',
      replaceIn('headers', /(trusted-types vue default") always/, '$1'),
      ['refusal-headers'],
    ],
    [
      'data that no other site may read',
      replaceIn('headers', /.*Allow-Origin.*\n/, ''),
      ['readers'],
    ],
    [
      'files for this site alone',
      replaceIn('maps', /default {14}cross-origin;/, 'default same-origin;'),
      ['readers'],
    ],
    ...['embed/assets/.*', 'panel\\.js', 'embed-host\\.js', 'charts/.*', 'data/.*'].map(
      (names): Slip => [
        `files of panels for this site alone: ${names}`,
        replaceIn(
          'maps',
          /default {14}cross-origin;/,
          `default cross-origin; "~/${names}$" same-origin;`,
        ),
        ['readers'],
      ],
    ),
    [
      'panels for this site alone',
      replaceIn('maps', /"~\/embed\/\S* {2}cross-origin;/, ''),
      ['readers'],
    ],
    [
      'a panel that tells where its reader came from',
      replaceIn('maps', /no-referrer;/, 'strict-origin-when-cross-origin;'),
      ['referrer'],
    ],
    [
      'no right to keep the screen lit',
      replaceIn('headers', /, screen-wake-lock=\(self\)/, ''),
      ['permissions'],
    ],
    [
      'a referrer with the whole address',
      replaceIn('maps', /strict-origin-when-cross-origin/, 'unsafe-url'),
      ['referrer'],
    ],
    [
      'nothing packed',
      replaceIn('files', /gzip_static on;\ngzip on;/, 'gzip_static off;\ngzip off;'),
      ['packing'],
    ],
    ['packed without Vary', replaceIn('files', /gzip_vary on;/, ''), ['packing']],
    ['a listing of folders', replaceIn('files', /autoindex off;/, 'autoindex on;'), ['listing']],
    ['what the build noted for itself', replaceIn('files', /if \(\$uri[^}]*\}/, ''), ['listing']],
    [
      'no tags and no dates',
      replaceIn(
        'files',
        /index index\.html;/,
        'index index.html; etag off; if_modified_since off;',
      ),
      ['unchanged'],
    ],
    [
      'redirects to an inner name',
      (files) => {
        const frame = files.get('container.conf') ?? ''
        files.set('container.conf', frame.replace('listen 8080;', '$& server_name inner.example;'))
        replaceIn('headers', /absolute_redirect off;/, 'server_name_in_redirect on;')(files)
      },
      ['redirect'],
    ],
  ])('is named, and nothing else is: %s', (_, change, expected) =>
    withNginx({ change }, async ({ url }) => {
      expect(await brokenRules(url, 'failed')).toEqual(expected)
    }),
  )

  it.each<[string, Partial<NginxSettings>, readonly RuleName[]]>([
    ['no brotli', {}, ['brotli', 'https']],
    [
      'the version of the server',
      { brotli: true, change: replaceIn('headers', /server_tokens off;/, '') },
      ['leaks', 'https'],
    ],
  ])('that does no harm is a warning: %s', (_, settings, expected) =>
    withNginx(settings, async ({ url }) => {
      expect(await brokenRules(url, 'warning')).toEqual(expected)
      expect(await brokenRules(url, 'failed')).toEqual([])
    }),
  )
})

interface ListedManifest {
  expires?: string
  seq: number
  readonly snapshots: readonly { readonly path: string }[]
}

function editManifest(root: string, edit: (manifest: ListedManifest) => void): ListedManifest {
  const file = join(root, 'data', 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as ListedManifest
  edit(manifest)
  writeFileSync(file, JSON.stringify(manifest))
  return manifest
}

function snapshotFile(root: string, index: number): string {
  const manifest = editManifest(root, () => undefined)
  return join(root, 'data', manifest.snapshots[index]?.path ?? '')
}

describe('a slip in what was uploaded', () => {
  it.each<[string, (root: string) => void, readonly RuleName[]]>([
    [
      'data that have expired',
      (root) => void editManifest(root, (manifest) => (manifest.expires = '2026-01-01')),
      ['manifest'],
    ],
    [
      'a manifest that is half there',
      (root) => truncateSync(join(root, 'data', 'manifest.json'), 900),
      ['manifest'],
    ],
    [
      'data that are older than the pages',
      (root) => {
        const page = join(root, 'index.html')
        const html = readFileSync(page, 'utf8').replace(/data-seq="\d+"/, 'data-seq="99"')
        writeFileSync(page, html)
        writeFileSync(`${page}.gz`, gzipSync(html))
      },
      ['manifest'],
    ],
    ['a file that is cut off', (root) => truncateSync(snapshotFile(root, 3), 100), ['files']],
    [
      'a file of the same size with another figure',
      (root) => {
        const file = snapshotFile(root, 4)
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"value":\d/, '"value":9'))
        rmSync(`${file}.gz`, { force: true })
      },
      ['files'],
    ],
    [
      'data with what is internal, as they lie in public/data/',
      (root) => {
        const file = snapshotFile(root, 6)
        const marked = readFileSync(file, 'utf8').replace('{', '{"audience":"internal",')
        writeFileSync(file, marked)
        rmSync(`${file}.gz`, { force: true })
      },
      ['files', 'edition'],
    ],
    ['a file that was left out', (root) => rmSync(snapshotFile(root, 5)), ['files']],
    ['a script that was left out', (root) => rmSync(join(root, 'panel.js')), ['present']],
    [
      'what frames and elements bring later',
      (root) => {
        rmSync(join(root, 'embed-host.js'))
        rmSync(join(root, 'embed', 'assets'), { recursive: true })
      },
      ['present'],
    ],
    [
      'a packed page of the release before',
      (root) => writeFileSync(join(root, 'index.html.gz'), gzipSync('<!doctype html>'.repeat(200))),
      ['packing'],
    ],
  ])('is named, and nothing else is: %s', async (_, spoil, expected) => {
    const spoiled = build.copy()
    try {
      spoil(spoiled.root)
      await withNginx({ root: spoiled.root }, async ({ url }) => {
        expect(await brokenRules(url, 'failed')).toEqual(expected)
      })
    } finally {
      spoiled.remove()
    }
  })
})
