/** The wall's header: what comes first where there is more to admit than room for it. */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { DataAge } from '../../src/domain/data-age.ts'
import type { Lang } from '../../src/text/lang.ts'
import WallHeader from '../../src/wall/WallHeader.vue'
import type { WallNotice } from '../../src/wall/wall-notices.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

function notice(key: string, isGrave = true): WallNotice {
  return { key, short: { zh: `${key}短`, en: key }, long: { zh: '', en: '' }, isGrave }
}

interface Shown {
  readonly notices?: readonly WallNotice[]
  readonly kind?: DataAge['kind']
  readonly remark?: string
  readonly lang?: Lang
}

function header({ notices = [], kind = 'calm', remark = '', lang = 'zh' }: Shown) {
  const props = {
    place: '焦作市',
    title: '蓝天',
    age: { kind, text: { text: '本市数据2024年1月9日', remark } },
    notices,
    time: '09:00',
  }
  return mountPage(WallHeader, props, { lang })
}

describe('the header of the wall', () => {
  it('says the gravest fault, and how many more there are', () => {
    const shown = header({ notices: [notice('refused'), notice('failed'), notice('lock', false)] })
    expect(readText(shown.get('.wall-notice'))).toBe('refused短+2')
    expect(shown.get('.wall-notice b').classes()).toContain('is-grave')
  })

  it('never leaves the day of knowledge unsaid for a fault, and does not count it as one', () => {
    const shown = header({ notices: [notice('as-of', false), notice('offline')] })
    expect(shown.findAll('.wall-notice b').map((each) => each.text())).toEqual([
      'as-of短',
      'offline短',
    ])
    expect(shown.get('.wall-notice').find('span').exists()).toBe(false)
  })

  it('has a place for what it may have to say before there is anything', () => {
    const shown = header({})
    // What is put into it later is read out only where it stood there before.
    expect(shown.get('[role=status]').text()).toBe('')
  })

  it('says in words what the colour of the age says', () => {
    const shown = header({ kind: 'red', remark: '已过有效期（至2026-01-31）' })
    expect(shown.get('.wall-age').attributes('data-age')).toBe('red')
    expect(shown.get('.wall-age b').text()).toBe('已过有效期（至2026-01-31）')
    expect(header({}).get('.wall-age').find('b').exists()).toBe(false)
  })

  it('speaks the language of the wall', () => {
    expect(readText(header({ notices: [notice('offline')], lang: 'en' }).get('.wall-notice'))).toBe(
      'offline',
    )
  })
})
