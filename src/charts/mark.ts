/** The mark of a point says its status by shape: filled, hollow, half-filled, diamond, dashed ring. */
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { Spot } from './box.ts'
import type { ChartStyle } from './chart-style.ts'
import { dashedRing, type MarkShape, type Role } from './shape.ts'

export interface MarkLook {
  readonly role: Role
  readonly color: string
  /** 1 for the city, less for what stands beside it. */
  readonly size: number
}

/** Half diagonal of a diamond that looks as large as the hollow circle. */
const DIAMOND = 1.35

export function markShapes(
  status: ObservationStatus,
  at: Spot,
  { role, color, size }: MarkLook,
  style: ChartStyle,
): readonly MarkShape[] {
  const radiusPx = size * style.hollowRadiusPx
  const stroke = { color, widthPx: size * style.markStrokePx }
  const fill = style.palette.paper
  switch (status) {
    case 'M':
      return []
    case 'A':
    case 'B':
      return [{ role, kind: 'circle', at, radiusPx: size * style.radiusPx, fill: color }]
    case 'D':
      return [{ role, kind: 'diamond', at, radiusPx: DIAMOND * radiusPx, fill, stroke }]
    case 'P':
      return [
        { role, kind: 'circle', at, radiusPx, fill, stroke },
        { role, kind: 'left-half', at, radiusPx, fill: color },
      ]
    case 'F':
      return [
        {
          role,
          kind: 'circle',
          at,
          radiusPx,
          fill,
          stroke: dashedRing(color, stroke.widthPx, radiusPx),
        },
      ]
    case 'E':
      return [{ role, kind: 'circle', at, radiusPx, fill, stroke }]
  }
}

export function cityLook(style: ChartStyle): MarkLook {
  return { role: 'mark', color: style.palette.city, size: 1 }
}

export function peerLook(style: ChartStyle): MarkLook {
  return { role: 'peer-mark', color: style.palette.other, size: 0.8 }
}

/** How far labels keep from the middle of a mark. */
export function markReachPx(look: MarkLook, style: ChartStyle): number {
  return look.size * (style.hollowRadiusPx + style.markStrokePx)
}
