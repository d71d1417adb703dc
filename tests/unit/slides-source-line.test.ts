/** The line of sources hides no document that a picture is drawn from. */
import { describe, expect, it } from 'vitest'
import { viewSlide } from '../../src/domain/slides.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import { slideSourceLine } from '../../src/slides/source-line.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const canvas = canvasOf({ widthPx: 1920, heightPx: 1080 })

/** Made-up figures, for this test only. */
const evidence = evidenceOf(
  [
    snapshot('a', '2022-01-09', [figure('2021', '52')]),
    snapshot('b', '2023-01-09', [figure('2022', '48')]),
    snapshot('c', '2024-01-09', [figure('2023', '45'), figure('2023', '7', { indicator: 'so2' })]),
  ],
  catalog([indicator('pm25'), indicator('so2')]),
)

function lineOf(name: string, lang: 'zh' | 'en'): string {
  const slide = viewSlide(name, evidence, { asOf: 'latest', region: '410800' })
  if (!slide) throw new Error(`no slide ${name}`)
  return slideSourceLine(slide, canvas, lang)
}

describe('the line of sources', () => {
  it('counts the documents that only a picture is drawn from', () => {
    expect(lineOf('pm25', 'zh')).toContain('2024-01-09')
    expect(lineOf('pm25', 'zh')).toContain('图另据2份出处')
    expect(lineOf('pm25', 'en')).toContain('the picture also from 2 other documents')
  })

  it('says nothing of them where there are none', () => {
    expect(lineOf('so2', 'zh')).not.toContain('图')
  })
})
