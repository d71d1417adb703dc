/** The wall's slides in their order: those of its address, or those that the data give. */
import { describe, expect, it } from 'vitest'
import { createPlaylist } from '../../src/wall/playlist.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

/** Made-up figures, for this test only. */
const themes = ['air', 'water'].map((id) => ({ id, name: { zh: id, en: id } }))
const small = catalog([indicator('pm25'), indicator('cod', { theme: 'water' })], { themes })
const evidence = evidenceOf(
  [snapshot('a', '2024-01-09', [figure('2023', '45'), figure('2023', '20', { indicator: 'cod' })])],
  small,
)
const latest = { asOf: 'latest', region: '410800' } as const

describe('the playlist', () => {
  it('follows from the data where no slides are named', () => {
    const list = createPlaylist(null, evidence, latest)
    expect(list).toMatchObject({ names: ['news', 'air', 'water'], unknown: [] })
    expect(list.slide('water')).toMatchObject({ kind: 'panels', name: 'water' })
  })

  it('keeps the order that was asked for, and tells which names mean nothing', () => {
    const list = createPlaylist(['cod', 'nonsense', 'air', 'pm25+cod'], evidence, latest)
    expect(list).toMatchObject({ names: ['cod', 'air', 'pm25+cod'], unknown: ['nonsense'] })
  })

  it('shows what the data give where no name that was asked for means anything', () => {
    const list = createPlaylist(['nonsense'], evidence, latest)
    expect(list).toMatchObject({ names: ['news', 'air', 'water'], unknown: ['nonsense'] })
  })

  it('makes each slide once, so that the one that waits is known again', () => {
    const { slide } = createPlaylist(null, evidence, latest)
    expect(slide('air')).toBe(slide('air'))
  })

  it('keeps a slide that cannot be made: what is wrong with it is told when its turn comes', () => {
    const broken = {
      ...evidence,
      statementsOf: (): never => {
        throw new Error('made to fail')
      },
    }
    const list = createPlaylist(['pm25'], broken, latest)
    expect(list).toMatchObject({ names: ['pm25'], unknown: [] })
    expect(() => list.slide('pm25')).toThrow('made to fail')
  })

  it('has nothing where nothing was known on the day', () => {
    const early = createPlaylist(null, evidence, { ...latest, asOf: '2020-01-01' })
    expect(early.names).toEqual([])
  })
})
