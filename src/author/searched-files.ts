/** What of a built file is looked through on its own: the one file has data and a script in it. */
import { BLOCK_END, BLOCK_START, parseBlock } from '../contract/file-block.ts'
import type { SearchedFile } from './find-trace.ts'

const MODULE = /<script type="module">([\s\S]*?)<\/script>/g

function dataIn(name: string, block: string): readonly SearchedFile[] {
  const parsed = parseBlock(block)
  if (!parsed.ok) return [{ name: `${name}/data.json`, text: block }]
  const { manifest, files } = parsed.value
  return [
    { name: `${name}/manifest.json`, text: manifest },
    ...files.map(({ path, text }) => ({ name: `${name}/${path}`, text })),
  ]
}

/** Most files are themselves. */
export function searchedFiles(name: string, text: string): readonly SearchedFile[] {
  const from = name.endsWith('.html') ? text.indexOf(BLOCK_START) : -1
  const to = from < 0 ? -1 : text.indexOf(BLOCK_END, from)
  if (to < 0) return [{ name, text }]
  const scripts = [...text.matchAll(MODULE)].map(([, code = '']) => code)
  const rest = (text.slice(0, from) + text.slice(to)).replace(MODULE, '')
  return [
    { name, text: rest },
    ...dataIn(name, text.slice(from + BLOCK_START.length, to)),
    ...scripts.map((code) => ({ name: `${name}/script.js`, text: code })),
  ]
}
