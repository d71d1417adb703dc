import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { mountPage } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

describe('the page of an indicator that does not exist', () => {
  it('names what was asked for and leads to all that there are', () => {
    const viewpoint = { asOf: 'latest', region: '410800' }
    const page = mountPage(IndicatorPage, { evidence: evidenceOf([]), viewpoint, id: 'nothing' })
    expect(page.get('h1').text()).toBe('没有这项指标')
    expect(page.text()).toContain('nothing')
    const link = page.get('[data-state="empty"] a')
    expect(link.attributes('href')).toBe('#/indicators')
    expect(link.text()).toBe('全部指标')
  })
})
