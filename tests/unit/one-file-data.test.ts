/** The data inside the one file: written so that nothing breaks out, believed only as far as verified. */
import { describe, expect, it } from 'vitest'
import { BLOCK_END, parseBlock, writeBlock } from '../../src/contract/file-block.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { openFileData } from '../../src/offline/open-file.ts'
import { fileStateOf } from '../../src/stores/file-state.ts'
import { blockOf, readShippedFiles, writtenBlock } from './builders/one-file.ts'
import { readShipped } from './builders/shipped.ts'

const files = readShippedFiles()
const tools = { sha256: createSha256(undefined), startTimer: () => () => undefined }
const HOSTILE = `</script><script>alert(1)</script><!--<script>\u2028${BLOCK_END}"\\`

function issuesOf(checked: Awaited<ReturnType<typeof openFileData>>): readonly string[] {
  return checked.ok ? [] : checked.issues.map(({ path, code }) => `${path}: ${code}`)
}

describe('the block', () => {
  it('holds texts that would end it, and gives them back word for word', () => {
    const block = {
      made: null,
      part: null,
      manifest: HOSTILE,
      files: [{ path: '__proto__', text: HOSTILE }],
    }
    const text = writeBlock(block)
    expect(text).not.toContain('<')
    expect(parseBlock(text)).toEqual({ ok: true, value: { format: 'qinglan-file/1', ...block } })
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, -9)],
    ['empty', () => ''],
    ['of another format', (text: string) => text.replace('qinglan-file/1', 'qinglan-file/2')],
    ['with more in it', (text: string) => text.replace('{', '{"more":1,')],
  ])('is refused as a whole where it is %s', (_, spoil) => {
    const parsed = parseBlock(spoil(writtenBlock(files)))
    expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'block' }] })
  })
})

describe('the data of the one file', () => {
  it('are what was published, in a store that says where they are', async () => {
    const opened = await openFileData(writtenBlock(files), tools)
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
    const { generation, store } = opened.value
    const { manifest, catalog, snapshots } = readShipped()
    expect(store.kind).toBe('embedded')
    expect(generation.head.manifest).toEqual(manifest)
    expect(generation.head.catalog).toEqual(catalog)
    expect(generation.head.counts.observations).toBe(
      snapshots.reduce((sum, { observations }) => sum + observations.length, 0),
    )
    // Not the time of opening: nothing was fetched then.
    expect(generation.head.fetchedAtMs).toBe(Date.parse(manifest.written))
  })

  it('are refused by the name of the file in which one letter differs', async () => {
    const block = blockOf(files)
    const at = block.files.findIndex(({ path }) => path.startsWith('snapshots/'))
    const spoilt = block.files.map((file, i) =>
      i === at ? { ...file, text: file.text.replace('1', '2') } : file,
    )
    const found = issuesOf(await openFileData(writeBlock({ ...block, files: spoilt }), tools))
    expect(found).toEqual([`${block.files[at]?.path}: hash`])
  })

  it('are refused by the name of the file that is not there', async () => {
    const block = blockOf(files)
    const [gone, ...others] = block.files
    const found = issuesOf(await openFileData(writeBlock({ ...block, files: others }), tools))
    expect(found).toEqual([`${gone?.path}: status`])
  })

  it('that cannot be used leave nothing on screen but the reasons', async () => {
    const opened = await openFileData('', tools)
    if (opened.ok) throw new Error('believed nothing')
    const state = fileStateOf(opened)
    expect(state).toMatchObject({ phase: 'empty', head: null, storage: { kind: 'embedded' } })
    expect(state.refusals).toHaveLength(1)
  })
})
