/** The README's picture of the folders is the folders. */
import { describe, expect, it } from 'vitest'
import { readFolders, readText } from './support/source-files.ts'

/** Made on each machine, part of none of them. */
const MADE = ['node_modules', 'dist', 'coverage', 'test-results']

interface Tree {
  readonly top: readonly string[]
  readonly rooms: readonly string[]
}

/**
 * Reads the fenced block in which a line starts with "src/": folders at the margin are the top
 * level, folders indented under src/ are its rooms. Lines of a drawn tree are taken as spaces.
 */
function parseTree(markdown: string): Tree | null {
  const blocks = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(
    (match) => match[1] ?? '',
  )
  const block = blocks.find((text) => /^src\//m.test(text))
  if (block === undefined) return null
  const top: string[] = []
  const rooms: string[] = []
  for (const line of block.split('\n')) {
    const [, indent = '', name] = /^([\s│├└─|]*)([\w.-]+)\//.exec(line) ?? []
    if (name === undefined) continue
    if (indent === '') top.push(name)
    else if (top[top.length - 1] === 'src') rooms.push(name)
  }
  return { top, rooms }
}

function visible(names: readonly string[]): readonly string[] {
  return names.filter((name) => !name.startsWith('.') && !MADE.includes(name)).sort()
}

describe("the README's structure", () => {
  it('lists exactly the folders of the top level and the rooms of src', () => {
    const tree = parseTree(readText('README.md'))
    expect(tree, 'a fenced block with a line that starts with src/').not.toBeNull()
    expect(visible(tree?.top ?? [])).toEqual(visible(readFolders('.')))
    expect(visible(tree?.rooms ?? [])).toEqual(visible(readFolders('src')))
  })

  it('is read from a plain or a drawn tree', () => {
    const plain = 'x\n```\nsrc/      all\n  contract/  files\n  desk/\ntests/\n  unit/\n```\n'
    const drawn = '```text\nsrc/\n├── contract/  files\n└── desk/\ntests/\n└── unit/\n```\n'
    const expected = { top: ['src', 'tests'], rooms: ['contract', 'desk'] }
    expect([parseTree(plain), parseTree(drawn)]).toEqual([expected, expected])
  })
})
