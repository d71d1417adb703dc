import { describe, expect, it } from 'vitest'
import { nearestNames } from '../../src/author/nearest-name.ts'

const INDICATORS = [
  { id: 'pm25', names: ['PM2.5平均浓度', 'PM2.5 mean concentration'] },
  { id: 'pm10', names: ['PM10平均浓度', 'PM10 mean concentration'] },
  { id: 'forest-coverage', names: ['森林覆盖率', 'Forest coverage'] },
  { id: 'sewage-plants', names: ['集中式污水处理厂', 'Centralised sewage plants'] },
]

describe('names near a mistyped one', () => {
  it.each([
    ['pm2.5', ['pm25']],
    ['forest-coverege', ['forest-coverage']],
    ['森林复盖率', ['forest-coverage']],
    ['PM10', ['pm10', 'pm25']],
    ['污水处理厂', ['sewage-plants']],
    ['SEWAGE-PLANT', ['sewage-plants']],
    ['完全不同的东西', []],
    ['', []],
  ])('for %j are %j', (found, near) => {
    expect(nearestNames(found, INDICATORS)).toEqual(near)
  })
})
