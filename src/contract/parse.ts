/** Unknown text → a value of the contract, or what is wrong with it and where. */
import * as v from 'valibot'
import { CatalogSchema, type Catalog } from './catalog.ts'
import { BROKEN_RULES, EXPECTED_FORMS } from './expectations.ts'
import { issue, type Bilingual, type Checked, type Issue } from './issue.ts'
import { ManifestSchema, type Manifest } from './manifest.ts'
import { SnapshotSchema, type Snapshot } from './snapshot.ts'

/** More than this many findings in one file help nobody. */
const MAX_ISSUES = 20

type ValibotIssue = v.BaseIssue<unknown>

function pathOf(found: ValibotIssue): string {
  return found.path?.map((item) => String(item.key)).join('.') ?? ''
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function foundAndExpected(found: ValibotIssue, code: string, expected: Bilingual): Issue {
  const received = shorten(found.received)
  return issue(
    pathOf(found),
    `schema-${code}`,
    `${received}，应为${expected.zh}`,
    `${received}, expected ${expected.en}`,
  )
}

function toIssue(found: ValibotIssue): Issue {
  const rule = BROKEN_RULES.get(ruleOf(found))
  if (rule) return { path: pathOf(found), code: `schema-${ruleOf(found)}`, message: rule }
  const expected = EXPECTED_FORMS.get(found.message)
  if (expected) return foundAndExpected(found, found.message, expected)
  const plain = shorten(found.expected ?? found.message)
  return foundAndExpected(found, found.type, { zh: ` ${plain}`, en: plain })
}

/** The name under which the words of a finding stand. */
function ruleOf(found: ValibotIssue): string {
  if (found.type === 'check') return found.message
  if (found.type !== 'strict_object' || found.expected === 'Object') return found.type
  return found.expected === 'never' ? 'unknown' : 'absent'
}

function parseText<T>(
  text: string,
  schema: v.BaseSchema<unknown, T, v.BaseIssue<unknown>>,
): Checked<T> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      issues: [issue('', 'json', `不是完整的 JSON：${why}`, `not valid JSON: ${why}`)],
    }
  }
  const result = v.safeParse(schema, json)
  if (result.success) return { ok: true, value: result.output }
  return { ok: false, issues: result.issues.slice(0, MAX_ISSUES).map(toIssue) }
}

export function parseManifest(text: string): Checked<Manifest> {
  return parseText(text, ManifestSchema)
}

export function parseCatalog(text: string): Checked<Catalog> {
  return parseText(text, CatalogSchema)
}

export function parseSnapshot(text: string): Checked<Snapshot> {
  return parseText(text, SnapshotSchema)
}
