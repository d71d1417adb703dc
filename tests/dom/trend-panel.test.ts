import { afterEach, describe, expect, it } from 'vitest'
import TrendPanel from '../../src/panels/TrendPanel.vue'
import { enableAutoUnmount } from '@vue/test-utils'
import { viewOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { mountPage } from './support/mount-page.ts'

const { catalog, snapshots } = readShipped()

function mountPm25() {
  const view = viewOf(snapshots, { catalog, indicator: 'pm25' })
  return mountPage(TrendPanel, { view, layout: 'wide', heightPx: 300 })
}

enableAutoUnmount(afterEach)

describe('a panel with a picture', () => {
  it('keeps its numbers in a hidden table until they are asked for', async () => {
    const panel = mountPm25()
    const box = panel.get('table').element.closest('[hidden]')
    expect(box).not.toBeNull()
    await panel.get('.table-toggle').trigger('click')
    expect(box?.hasAttribute('hidden')).toBe(false)
    expect(panel.get('table').text()).toContain('84.0')
  })

  it('shows them at the key T from its picture, and hides them again', async () => {
    const panel = mountPm25()
    const box = panel.get('table').element.closest('[hidden]')
    await panel.get('.chart').trigger('keydown', { key: 't' })
    expect(box?.hasAttribute('hidden')).toBe(false)
    await panel.get('.chart').trigger('keydown', { key: 'T' })
    expect(box?.hasAttribute('hidden')).toBe(true)
  })

  it('leaves the key to the browser when another key is held', async () => {
    const panel = mountPm25()
    const box = panel.get('table').element.closest('[hidden]')
    await panel.get('.chart').trigger('keydown', { key: 't', ctrlKey: true })
    expect(box?.hasAttribute('hidden')).toBe(true)
  })

  it('names its indicator and state for hosts, and its figure with unit', () => {
    const root = mountPm25().get('[data-panel]')
    expect(root.attributes('data-panel')).toBe('pm25')
    expect(root.attributes('data-state')).toBe('ready')
    expect(root.get('[data-figure]').text().replace(/\s+/g, '')).toBe('45微克/立方米')
  })
})
