/** Every document behind the numbers of a slide as it stands on a canvas: none of them is without one. */
import { castOf } from '../charts/cast.ts'
import type { Publication } from '../contract/statement.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { viewMessage, type Claim, type Message } from '../domain/message.ts'
import type { Point } from '../domain/point.ts'
import { comparableBefore, runOf } from '../domain/series.ts'
import type { InspectionSlide, NewsSlide, PanelsSlide, Slide } from '../domain/slides.ts'
import type { Lang } from '../text/lang.ts'
import { arrangeNews } from './arrange-news.ts'
import { arrange, isShort, type Placed } from './arrange.ts'
import type { Canvas } from './canvas.ts'
import { hasBefore } from './row-height.ts'

export interface ShownSources {
  /** The large figures. */
  readonly figures: readonly Point[]
  /** Documents of what they are compared with: earlier figures, places, targets, another round. */
  readonly beside: readonly Publication[]
  /** Points in the pictures. */
  readonly drawn: readonly Point[]
  /** Documents of the targets in the pictures. */
  readonly drawnTargets: readonly Publication[]
}

const NOTHING: ShownSources = { figures: [], beside: [], drawn: [], drawnTargets: [] }

function sourcesOf(points: readonly (Point | undefined)[]): readonly Publication[] {
  return points.flatMap((point) => point?.source ?? [])
}

/** Of what a sentence says beyond its figure. */
function claimSources(claim: Claim, { main, headline }: IndicatorView): readonly Publication[] {
  switch (claim.kind) {
    case 'dispute':
      return [claim.doubt.source]
    case 'schedule':
      return [claim.fact.target.source]
    case 'range':
      return sourcesOf((main && headline && runOf(main, headline)?.points) ?? [])
    case 'rank':
      return [claim.rank.point.source]
    case 'change':
      return [claim.change.earlier.source]
    case 'peer':
      return [claim.point.source]
    case 'break':
    case 'across':
      return []
  }
}

/** A sentence says the first of its claims, and of a missing figure the last one that is known. */
function sentenceSources({ claims, level }: Message, view: IndicatorView): readonly Publication[] {
  const [first] = claims
  return [
    ...(first ? claimSources(first, view) : []),
    ...(level.kind === 'missing' ? [level.point.source] : []),
  ]
}

function panelSources(panel: Placed, canvas: Canvas, lang: Lang): ShownSources {
  const { view, rank, hasPicture } = panel
  const cast = hasPicture
    ? castOf(view, { widthPx: 1, heightPx: 1, theme: 'dark', lang, asOf: 'latest', venue: 'wall' })
    : null
  const [whole] = hasPicture || isShort(canvas) ? [] : view.wholes
  const parts = whole?.parts
  const isRanked = view.form === 'ranks'
  return {
    figures: view.headline ? [view.headline] : [],
    beside: [
      ...sentenceSources(viewMessage(view, rank), view),
      ...(parts ? sourcesOf([parts.whole, ...parts.parts.map(({ point }) => point)]) : []),
    ],
    drawn: cast
      ? [cast.main, ...(isRanked ? [] : cast.companions)].flatMap(({ points }) => points)
      : [],
    drawnTargets: cast && !isRanked ? cast.targets.map(({ source }) => source) : [],
  }
}

function rowSources(view: IndicatorView): ShownSources {
  const { main, headline } = view
  const before = main && headline && hasBefore(view) ? comparableBefore(main, headline) : undefined
  return { ...NOTHING, figures: headline ? [headline] : [], beside: sourcesOf([before]) }
}

function together(all: readonly ShownSources[]): ShownSources {
  return {
    figures: all.flatMap(({ figures }) => figures),
    beside: all.flatMap(({ beside }) => beside),
    drawn: all.flatMap(({ drawn }) => drawn),
    drawnTargets: all.flatMap(({ drawnTargets }) => drawnTargets),
  }
}

function panelsSources(slide: PanelsSlide, canvas: Canvas, lang: Lang): ShownSources {
  const { panels, rows } = arrange(slide, canvas, lang)
  return together([
    ...panels.map((panel) => panelSources(panel, canvas, lang)),
    ...rows.map(rowSources),
  ])
}

/** The document itself, whatever of it has room. */
function newsSources(slide: NewsSlide, canvas: Canvas, lang: Lang): ShownSources {
  const { publication } = slide.news
  const rows = together(arrangeNews(slide, canvas, lang).rows.map(rowSources))
  return { ...rows, beside: [publication, ...rows.beside] }
}

function inspectionSources({ rounds }: InspectionSlide, canvas: Canvas): ShownSources {
  const [latest, previous] = rounds
  if (!latest) return NOTHING
  const { tasks, done, open, petitions, petitionsClosed } = latest
  // As many petitions as are shown: both counts, or none.
  const closed = petitions && petitionsClosed ? [petitions, petitionsClosed] : []
  const before = previous && !isShort(canvas) ? [previous.tasks, previous.done, previous.open] : []
  return { ...NOTHING, figures: [tasks, done, open, ...closed], beside: sourcesOf(before) }
}

export function shownSources(slide: Slide, canvas: Canvas, lang: Lang): ShownSources {
  switch (slide.kind) {
    case 'inspection':
      return inspectionSources(slide, canvas)
    case 'news':
      return newsSources(slide, canvas, lang)
    case 'panels':
      return panelsSources(slide, canvas, lang)
  }
}
