/** Slides of the wall as a model: which there are by default, and what each of them shows. */
import type { Bilingual } from '../contract/issue.ts'
import type { Catalog } from '../contract/catalog.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { isTimeForm } from './form.ts'
import { bestTrends, worth } from './front-page.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { viewRounds, type Round } from './inspection.ts'
import { rankOf, rowParentOf } from './kinship.ts'
import { rankBeside } from './overview.ts'
import type { Rank } from './rank-claim.ts'
import { findRegion, homeRegion } from './region-choice.ts'
import { viewSlideNews, type SlideNews } from './slide-news.ts'
import { isSpokenOf } from './spoken.ts'
import { standingPublications } from './standing.ts'

/** Names in the address of what is no theme and no indicator. */
export const INSPECTION_SLIDE = 'inspection'
export const NEWS_SLIDE = 'news'
/** Joins indicators that stand on one slide. */
const BESIDE = '+'
export const MOST_PANELS = 3

/** One indicator on a slide, with the place that belongs to its figure. */
export interface PanelView {
  readonly view: IndicatorView
  /** True where it is drawn over time. */
  readonly hasPicture: boolean
  readonly rank?: Rank
}

interface Named {
  /** As the address has it. */
  readonly name: string
}

export interface InspectionSlide extends Named {
  readonly kind: 'inspection'
  /** The latest first; one at least. */
  readonly rounds: readonly Round[]
  /** Whose rounds they are, where another region is asked for that has none. */
  readonly standIn: Bilingual | null
}

export interface NewsSlide extends Named {
  readonly kind: 'news'
  readonly news: SlideNews
}

export interface PanelsSlide extends Named {
  readonly kind: 'panels'
  /** Name of the theme that it is about. */
  readonly theme: Bilingual
  /** One to three, the weightiest first. */
  readonly panels: readonly PanelView[]
  /** Further figures of the theme; none where panels were named by hand. */
  readonly rows: readonly IndicatorView[]
  /** True where the panels were named: all of them are shown, whatever the screen. */
  readonly isFixed: boolean
}

export type Slide = InspectionSlide | NewsSlide | PanelsSlide

/** The slides that the data give by themselves, in the order of the themes. */
export function defaultSlideNames(evidence: Evidence, viewpoint: Viewpoint): readonly string[] {
  const { catalog, publications } = evidence
  const standing = [...standingPublications(publications, viewpoint.asOf).values()]
  const isSpoken = (id: string) =>
    catalog.regions.some(({ code }) => standing.some((each) => isSpokenOf(each, id, code)))
  const hasRounds = viewRounds(evidence, viewpoint).length > 0
  const themes = catalog.themes.filter(
    ({ id }) =>
      !(hasRounds && id === INSPECTION_SLIDE) &&
      catalog.indicators.some((indicator) => indicator.theme === id && isSpoken(indicator.id)),
  )
  return [
    ...(hasRounds ? [INSPECTION_SLIDE] : []),
    ...(standing.length > 0 ? [NEWS_SLIDE] : []),
    ...themes.map(({ id }) => id),
  ]
}

function panelOf(
  view: IndicatorView,
  hasPicture: boolean,
  { evidence, viewpoint }: { readonly evidence: Evidence; readonly viewpoint: Viewpoint },
): PanelView {
  const ranking = rankOf(view.indicator, evidence.catalog)
  const rank = ranking && viewIndicator(evidence, ranking.id, viewpoint)
  const point = rank ? rankBeside(view, rank) : undefined
  return {
    view,
    hasPicture,
    ...(rank && point ? { rank: { indicator: rank.indicator, point } } : {}),
  }
}

/** Means first, ranks last: what the reader looks at first is what happened, not who did better. */
const FORM_ORDER: readonly string[] = ['stretches', 'columns', 'steps', 'line', 'slope', 'ranks']

function byForm(a: IndicatorView, b: IndicatorView): number {
  return FORM_ORDER.indexOf(a.form) - FORM_ORDER.indexOf(b.form)
}

function hasFigure({ headline }: IndicatorView): boolean {
  return headline?.reading.kind === 'value'
}

/** Figures that stand for themselves before those that are a part of another or rank it. */
function rowsOf(views: readonly IndicatorView[], catalog: Catalog): readonly IndicatorView[] {
  const isPart = ({ indicator }: IndicatorView) => rowParentOf(indicator, catalog) !== undefined
  const figures = views.filter(hasFigure)
  return [...figures.filter((view) => !isPart(view)), ...figures.filter(isPart)]
}

/** Where no trend earns a picture, the figure with the most to say leads. */
function leadOf(views: readonly IndicatorView[], catalog: Catalog): readonly IndicatorView[] {
  const own = views.filter((view) => hasFigure(view) && view.region.code === view.asked.code)
  const known = own.length > 0 ? own : views.filter(hasFigure)
  const [first, ...others] = known
  if (!first) return views.slice(0, 1)
  return [others.reduce((a, b) => (worth(b, catalog) > worth(a, catalog) ? b : a), first)]
}

/** Two figures are said in a sentence: from afar a picture of them is a line that says nothing. */
const FEWEST_POINTS = 3

function isWorthPicture({ main, form }: IndicatorView): boolean {
  const valued = main?.points.filter(({ reading }) => reading.kind === 'value') ?? []
  return isTimeForm(form) && valued.length >= FEWEST_POINTS
}

/** Pictures, where the trend that has most to say is one; else the figure that leads. */
function panelsOf(views: readonly IndicatorView[], catalog: Catalog): readonly IndicatorView[] {
  const trends = bestTrends(views, catalog)
  const [first] = trends
  if (!first) return leadOf(views, catalog)
  if (!isWorthPicture(first)) return [first]
  return trends.filter(isWorthPicture).slice(0, MOST_PANELS).sort(byForm)
}

function themeSlide(id: string, evidence: Evidence, viewpoint: Viewpoint): PanelsSlide | null {
  const { catalog } = evidence
  const theme = catalog.themes.find((each) => each.id === id)
  if (!theme) return null
  const views = catalog.indicators
    .filter((indicator) => indicator.theme === id)
    .flatMap((indicator) => viewIndicator(evidence, indicator.id, viewpoint) ?? [])
  const panels = panelsOf(views, catalog)
  if (panels.length === 0) return null
  return {
    kind: 'panels',
    name: id,
    theme: theme.name,
    panels: panels.map((view) => panelOf(view, isWorthPicture(view), { evidence, viewpoint })),
    rows: rowsOf(
      views.filter((view) => !panels.includes(view)),
      catalog,
    ),
    isFixed: false,
  }
}

function namedSlide(name: string, evidence: Evidence, viewpoint: Viewpoint): PanelsSlide | null {
  const ids = name.split(BESIDE)
  const views = ids.map((id) => viewIndicator(evidence, id, viewpoint))
  const [first] = views
  if (!first || views.length > MOST_PANELS || new Set(ids).size < ids.length) return null
  const known = views.filter((view): view is IndicatorView => view !== null)
  if (known.length < views.length) return null
  const panels = known.map((view) => panelOf(view, isTimeForm(view.form), { evidence, viewpoint }))
  return { kind: 'panels', name, theme: first.theme.name, panels, rows: [], isFixed: true }
}

function inspectionSlide(evidence: Evidence, viewpoint: Viewpoint): InspectionSlide | null {
  const rounds = viewRounds(evidence, viewpoint)
  const [latest] = rounds
  if (!latest) return null
  const { catalog } = evidence
  const asked = findRegion(catalog, viewpoint.region) ?? homeRegion(catalog)
  const own = findRegion(catalog, latest.tasks.statement.region)
  const standIn = own && own.code !== asked.code ? own.name : null
  return { kind: 'inspection', name: INSPECTION_SLIDE, rounds, standIn }
}

function newsSlide(evidence: Evidence, viewpoint: Viewpoint): NewsSlide | null {
  const news = viewSlideNews(evidence, viewpoint)
  return news && { kind: 'news', name: NEWS_SLIDE, news }
}

/**
 * A slide by its name: `inspection`, `news`, a theme, or one to three indicators joined by +. Null
 * for a name that means nothing here, or nothing that is known on the day.
 */
export function viewSlide(name: string, evidence: Evidence, viewpoint: Viewpoint): Slide | null {
  const slide = name === INSPECTION_SLIDE ? inspectionSlide(evidence, viewpoint) : null
  if (slide) return slide
  if (name === NEWS_SLIDE) return newsSlide(evidence, viewpoint)
  return themeSlide(name, evidence, viewpoint) ?? namedSlide(name, evidence, viewpoint)
}

/** All views of indicators on a slide. */
export function viewsOf(slide: Slide): readonly IndicatorView[] {
  if (slide.kind === 'panels') return [...slide.panels.map(({ view }) => view), ...slide.rows]
  return slide.kind === 'news' ? slide.news.rows : []
}
