import { expect, it } from 'vitest'
import { viewOverview } from '../../src/domain/overview.ts'
import type { IndicatorView } from '../../src/domain/indicator-view.ts'
import { formatNotice } from '../../src/text/notice-text.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

const { catalog: shipped, snapshots } = readShipped()
const { views } = viewOverview(evidenceOf(snapshots, shipped), { asOf: 'latest', region: '410800' })

/** Made up: a contradiction without a note, a missing figure, and a mark of the transcriber's. */
const ODD = viewOf(
  [
    snapshot('a', '2022-01-01', [figure('2020', '17'), missing('2019', '未监测')]),
    snapshot('b', '2023-01-01', [
      figure('2021', '9', { contradicts: 'a' }),
      figure('2022', '9', { note: '原文如此' }),
    ]),
  ],
  { catalog: catalog([indicator('pm25')]) },
)

function textsOf(view: IndicatorView): readonly string[] {
  return view.notices.flatMap((notice) =>
    (['zh', 'en'] as const).map((lang) => formatNotice(notice, view, lang).text),
  )
}

it('leaves no blank at an end and no double one within, in either language', () => {
  const texts = [ODD, ...views].flatMap(textsOf)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => text !== text.trim() || text.includes('  '))).toEqual([])
})
