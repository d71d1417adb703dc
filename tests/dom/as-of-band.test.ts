import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import AsOfBand from '../../src/desk/AsOfBand.vue'
import { mountPage } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

/** Without the break opportunities that the setting puts between phrases. */
function textOf(day: string, later: number, lang: 'zh' | 'en'): string {
  const band = mountPage(AsOfBand, { day, known: 1, later }, { lang })
  return band
    .text()
    .replace(/\u200b/g, '')
    .replace(/\s+/g, lang === 'zh' ? '' : ' ')
}

describe('the band over a page of a chosen day', () => {
  it('calls an earlier day an earlier version, and counts what is left out', () => {
    expect(textOf('2021-01-01', 20, 'zh')).toContain(
      '历史版本·截至2021-01-01全页按2021年1月1日所知显示。此后公布的20份出处不在其内。',
    )
    expect(textOf('2021-01-01', 20, 'en')).toContain('20 later publications are left out.')
    expect(textOf('2021-01-01', 1, 'en')).toContain('1 later publication is left out.')
  })

  it('says of a day after the latest publication that it knows everything', () => {
    const zh = textOf('2099-01-01', 0, 'zh')
    expect(zh).toContain(
      '与最新相同·截至2099-01-012099年1月1日之后没有公布过出处，已知的全部都在其内。',
    )
    expect(zh).not.toContain('历史版本')
    expect(textOf('2099-01-01', 0, 'en')).toContain(
      'Same as latest · 2099-01-01Nothing has been published after 1 January 2099: this is everything that is known.',
    )
  })
})
