/** `check --public <folder>`: proves that a build holds nothing of what is internal. */
import { issue, type Bilingual, type Issue } from '../contract/issue.ts'
import { loadFolder } from './data-folder.ts'
import type { FileSystem } from './file-system.ts'
import { tracesIn } from './find-trace.ts'
import { findTraces } from './internal-traces.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readPublished } from './published.ts'
import { noManifest } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'
import { searchedFiles } from './searched-files.ts'

const MAX_FILE_BYTES = 256 * 1024 * 1024
const TEXT_NAME = /\.(?:html|js|mjs|css|json|csv|svg|ics|txt|xml|webmanifest)$/i

interface Listing {
  readonly texts: readonly string[]
  readonly others: readonly string[]
}

function listFiles(fs: FileSystem, folder: string): Listing {
  const names = fs.list(folder).map((name) => `${folder}/${name}`)
  const listings = names.map((path): Listing => {
    if (fs.kindOf(path) === 'directory') return listFiles(fs, path)
    return TEXT_NAME.test(path) ? { texts: [path], others: [] } : { texts: [], others: [path] }
  })
  return {
    texts: listings.flatMap(({ texts }) => texts),
    others: listings.flatMap(({ others }) => others),
  }
}

function leak(path: string, of: Bilingual, text: string): Issue {
  const shown = Array.from(text).slice(0, 40).join('')
  return issue(
    path,
    'internal',
    `有“${shown}”（${of.zh}），对外版不应有`,
    `"${shown}" (${of.en}), expected nothing internal in the public edition`,
  )
}

/** `from` is the data with all that is internal, `built` the folder that is to be served. */
export function runCheckPublic(fs: FileSystem, from: string, built: string): Outcome {
  const folder = loadFolder(fs, from)
  if (!folder) return refused([toIssue(from, noManifest())])
  const published = readPublished(folder)
  if (!published.ok) {
    return refused(published.issues.map((found) => ({ ...found, path: `${from}/${found.path}` })))
  }
  if (fs.kindOf(`${built}/data/manifest.json`) !== 'file') {
    return refused([toIssue(`${built}/data`, noManifest())])
  }
  const traces = findTraces(published.value)
  const { texts, others } = listFiles(fs, built)
  const leaks = texts.flatMap((path) => {
    const bytes = fs.read(path, MAX_FILE_BYTES) ?? new Uint8Array()
    const files = searchedFiles(path.slice(built.length + 1), new TextDecoder().decode(bytes))
    const found = new Set(files.flatMap((file) => tracesIn(file, traces)))
    return [...found].map(({ of, text }) => leak(path, of, text))
  })
  if (leaks.length > 0) return refused(leaks)
  const apart = others.length === 0 ? '' : `；另有 ${others.length} 个文件不是文字，未查`
  const apartEn =
    others.length === 0 ? '' : `; ${others.length} files are no texts and were not read`
  return done([
    {
      zh: `${built} 没有内部内容：${texts.length} 个文件，${traces.length} 处内部编号、文字与数${apart}。`,
      en: `${built} holds nothing internal: ${texts.length} files, ${traces.length} internal ids, texts and figures${apartEn}.`,
    },
  ])
}
