import type { Break, Catalog, Indicator, Region } from '../../../src/contract/catalog.ts'

export function indicator(id: string, overrides: Partial<Indicator> = {}): Indicator {
  return {
    id,
    theme: 'air',
    name: { zh: id, en: id },
    unit: '微克/立方米',
    accumulation: 'mean',
    desired: 'down',
    scope: '全市',
    ...overrides,
  }
}

export function region(
  code: string,
  parent?: string,
  level: Region['level'] = 'prefecture',
): Region {
  const named = { code, name: { zh: `地区${code}`, en: `Region ${code}` }, level }
  return parent === undefined ? named : { ...named, parent }
}

export const PROVINCE = region('410000', undefined, 'province')
export const CITY = region('410800', '410000')
export const DISTRICT = region('410802', '410800', 'district')

/** A break for every region, unless one is named. */
export function cut(indicatorId: string, from: string, regionCode?: string): Break {
  const plain = { indicator: indicatorId, from, reason: '监测状态改变' }
  return regionCode === undefined ? plain : { ...plain, region: regionCode }
}

export function catalog(
  indicators: Indicator[] = [indicator('pm25')],
  overrides: Partial<Catalog> = {},
): Catalog {
  return {
    format: 'qinglan-catalog/1',
    themes: [{ id: 'air', name: { zh: '蓝天', en: 'Air' } }],
    indicators,
    regions: [PROVINCE, CITY, DISTRICT],
    breaks: [],
    ...overrides,
  }
}
