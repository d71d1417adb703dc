/** Places labels so that no two touch, none leaves the frame, and marks stay free. */
import {
  around,
  grow,
  hull,
  isCrossing,
  isInside,
  isOverlapping,
  type Box,
  type Spot,
} from './box.ts'
import { setBlock, standBlock, textBox, type Label, type PlacedBlock } from './label.ts'
import type { LineShape, Role, Shape, Stroke } from './shape.ts'

/** What a label loses by standing on a line of this role; other lines do not matter. */
const CROSSING_COSTS: Partial<Readonly<Record<Role, number>>> = {
  'month-line': 0.3,
  bracket: 3,
  between: 2,
  step: 2,
  ghost: 3,
  'peer-join': 3,
  join: 3,
  'peer-stretch': 4,
  stretch: 4,
  target: 3,
  axis: 6,
}
/** Small marks of months may be stood upon; every other mark may not. */
const MONTH_MARK_COST = 0.4
/** A label that stands across more than this is worth less than none. */
const MOST_CROSSED = 3.5
const VARIANT_COST = 3
/** In paces. */
const STEP_OFF = 4
const MOST_STEPS_OFF = 14
const SLIDES = [0, -2, 2, -4, 4, -7, 7, -10, 10] as const

/** Breathing space around labels, in px. */
export interface Spacing {
  /** The step in which a label is moved about, and the least that it keeps on every side. */
  readonly pacePx: number
  /** Left and right, to columns and to the ends of lines. */
  readonly apartPx: number
  /** Left and right, to other words and other marks: what stands closer is read as one. */
  readonly otherApartPx: number
  /** How much more than on the desk it costs to stand on a line: on a wall lines are heavier. */
  readonly crossing: number
}

interface Segment {
  readonly from: Spot
  readonly to: Spot
  readonly cost: number
}

function segmentsIn(shape: Shape): readonly Segment[] {
  if (shape.kind === 'circle' && shape.role === 'month-mark') {
    return [{ from: shape.at, to: shape.at, cost: MONTH_MARK_COST }]
  }
  const cost = CROSSING_COSTS[shape.role]
  if (shape.kind !== 'line' || cost === undefined) return []
  return shape.spots.slice(1).map((to, i) => ({ from: shape.spots[i] ?? to, to, cost }))
}

/** Room beside a break, in paces. */
const BESIDE_BREAK = 2

function barsOf(line: LineShape, pacePx: number): readonly Box[] {
  const [from, to] = line.spots
  if (line.role !== 'break' || !from || !to) return []
  const bar = { x: from.x, y: from.y, width: 0, height: to.y - from.y }
  return [grow(bar, BESIDE_BREAK * pacePx)]
}

function widen(box: Box, byPx: number): Box {
  return { ...box, x: box.x - byPx, width: box.width + 2 * byPx }
}

interface Solid {
  readonly box: Box
  /** Room left and right that words keep which do not belong to it. */
  readonly asidePx: number
}

/** Labels keep `apartPx` by themselves. */
function asideOf({ apartPx, otherApartPx }: Spacing): number {
  return otherApartPx - apartPx
}

/** What no label may cover. */
function solidsOf(shape: Shape, spacing: Spacing): readonly Solid[] {
  const asidePx = asideOf(spacing)
  switch (shape.kind) {
    case 'text':
      return [{ box: textBox(shape), asidePx }]
    case 'box':
      return shape.role === 'column' ? [{ box: shape.box, asidePx: 0 }] : []
    case 'line':
      return barsOf(shape, spacing.pacePx).map((box) => ({ box, asidePx: 0 }))
    default:
      return shape.role === 'month-mark' ? [] : [{ box: around(shape.at, shape.radiusPx), asidePx }]
  }
}

interface Field {
  readonly bounds: Box
  readonly solids: Solid[]
  /** Breaks: no words may stand on the other side of one from what they belong to. */
  readonly barriers: readonly Box[]
  readonly segments: Segment[]
  readonly spacing: Spacing
}

function isCutOff(anchor: Box, box: Box, barriers: readonly Box[]): boolean {
  const whole = hull(anchor, box)
  return barriers.some((bar) => isOverlapping(whole, bar) && !isOverlapping(anchor, bar))
}

/** Letters leave the upper and lower edge of their line free; in paces. */
const FREE_EDGE = 3

/** What a line may not touch. */
function inkOf(box: Box, { pacePx, apartPx }: Spacing): Box {
  const free = Math.min(FREE_EDGE * pacePx, box.height / 4)
  const wide = widen(box, apartPx - pacePx)
  return { ...wide, y: box.y + free, height: box.height - 2 * free }
}

function isTaken(wide: Box, { box, asidePx }: Solid, anchor: Box): boolean {
  const isOwn = isOverlapping(box, anchor)
  return isOverlapping(wide, isOwn ? box : widen(box, asidePx))
}

/** The cost of standing there, or null where that is impossible. */
function costOf({ box }: PlacedBlock, anchor: Box, field: Field): number | null {
  const { bounds, solids, barriers, segments, spacing } = field
  const { pacePx, apartPx } = spacing
  const wide = widen(grow(box, pacePx), apartPx - pacePx)
  if (!isInside(box, bounds) || solids.some((each) => isTaken(wide, each, anchor))) return null
  if (isCutOff(anchor, box, barriers)) return null
  return segments
    .filter(({ from, to }) => isCrossing(from, to, inkOf(box, spacing)))
    .reduce((sum, segment) => sum + spacing.crossing * segment.cost, 0)
}

function findPlace(label: Label, field: Field): PlacedBlock | null {
  const candidates = label.ways.flatMap(({ block, sides }, variant) =>
    sides.map((side, index) => {
      const place = standBlock(block, side, label, field.bounds)
      return {
        place,
        here: costOf(place, label.anchor, field),
        order: variant * VARIANT_COST + index,
      }
    }),
  )
  let best: PlacedBlock | null = null
  let least = Infinity
  for (const { place, here, order } of candidates) {
    if (here === null || here + order >= least) continue
    if (!label.isRequired && here > MOST_CROSSED) continue
    best = place
    least = here + order
  }
  return best
}

/** Off the mark by a few paces at a time, sideways before up and down. */
function findPlaceFurtherOff(label: Label, field: Field): PlacedBlock | null {
  const stridePx = STEP_OFF * field.spacing.pacePx
  for (let step = 0; step <= MOST_STEPS_OFF; step += 1) {
    for (const slide of SLIDES) {
      const x = label.anchor.x + slide * stridePx
      const gapPx = label.gapPx + step * stridePx
      const place = findPlace({ ...label, gapPx, anchor: { ...label.anchor, x } }, field)
      if (place) return place
    }
  }
  return null
}

/** Beyond this many a frame is full; trying the rest would only take time. */
const MOST_LABELS = 120

/** The words of the labels, set, and whatever they bring with them. */
export function placeLabels(
  labels: readonly Label[],
  shapes: readonly Shape[],
  bounds: Box,
  halo: Stroke,
  spacing: Spacing,
): readonly Shape[] {
  const field: Field = {
    bounds,
    solids: shapes.flatMap((shape) => solidsOf(shape, spacing)),
    barriers: shapes.flatMap((shape) =>
      shape.kind === 'line' ? barsOf(shape, spacing.pacePx) : [],
    ),
    segments: shapes.flatMap(segmentsIn),
    spacing,
  }
  return [...labels]
    .sort((a, b) => a.rank - b.rank)
    .filter((label, i) => label.isRequired || i < MOST_LABELS)
    .flatMap((label): readonly Shape[] => {
      const place =
        findPlace(label, field) ?? (label.isRequired ? findPlaceFurtherOff(label, field) : null)
      if (!place) return []
      const brought = label.brings ?? []
      field.solids.push(
        { box: place.box, asidePx: asideOf(spacing) },
        ...brought.flatMap((shape) => solidsOf(shape, spacing)),
      )
      field.segments.push(...brought.flatMap(segmentsIn))
      return [...brought, ...setBlock(place, halo)]
    })
}
