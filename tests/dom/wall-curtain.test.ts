import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { CURTAIN_NAME, drawCurtain, keepCurtain, raiseCurtain } from '../../src/wall/curtain.ts'
import { readText } from '../unit/support/source-files.ts'

const SCRIPT = readText('public/wall-curtain.js')

/** Runs what stands before the wall in its page. */
function putUp(kept: string | null): void {
  const held = new Map(kept === null ? [] : [[CURTAIN_NAME, kept]])
  const sessionStorage = {
    getItem: (name: string) => held.get(name) ?? null,
    removeItem: (name: string) => held.delete(name),
  }
  runInNewContext(SCRIPT, { document, sessionStorage, JSON })
}

function wall(): HTMLElement {
  const root = document.createElement('div')
  root.className = 'wall'
  root.style.setProperty('--u', '1px')
  const chart = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  chart.setAttribute('viewBox', '0 0 10 10')
  chart.setAttribute('aria-label', 'heard once only')
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.textContent = '45 <微克>'
  chart.append(text)
  root.append(chart, '页眉')
  return root
}

afterEach(() => {
  document.getElementById('curtain')?.remove()
  delete document.documentElement.dataset['fresh']
})

describe('the curtain of a reload', () => {
  it('looks as the wall did: elements, namespaces, texts, measures', () => {
    putUp(JSON.stringify(drawCurtain(wall())))
    const found = document.querySelector('#curtain > .wall')
    expect(found?.textContent).toBe('45 <微克>页眉')
    expect(found?.querySelector('svg')?.namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(found instanceof HTMLElement && found.style.getPropertyValue('--u')).toBe('1px')
  })

  it('is not heard, and is no second panel', () => {
    putUp(JSON.stringify(drawCurtain(wall())))
    expect(document.getElementById('curtain')?.getAttribute('aria-hidden')).toBe('true')
    expect(document.querySelector('#curtain svg')?.hasAttribute('aria-label')).toBe(false)
  })

  it('hides the page behind it until it is raised', () => {
    putUp(JSON.stringify(drawCurtain(wall())))
    expect(document.documentElement.dataset['fresh']).toBe('')
    raiseCurtain(document)
    expect(document.getElementById('curtain')).toBeNull()
  })

  it.each([null, '', '{', '[1', '{"a":1}'])('is left away where %j is kept', (kept) => {
    putUp(kept)
    expect(document.getElementById('curtain')).toBeNull()
  })

  it('is left away where storage is refused', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    expect(() => keepCurtain(refuse, wall())).not.toThrow()
  })
})
