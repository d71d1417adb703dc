/** Screens at whose shape slides are looked at before they hang. */

export const SCREEN_IDS = ['16:9', '4K', '32:9', '6656', 'portrait'] as const

export type ScreenId = (typeof SCREEN_IDS)[number]

export interface WallScreen {
  readonly widthPx: number
  readonly heightPx: number
}

/** 6656 × 1792 is a wall of panels, 3.7 times as wide as high. */
export const SCREENS: Readonly<Record<ScreenId, WallScreen>> = {
  '16:9': { widthPx: 1920, heightPx: 1080 },
  '4K': { widthPx: 3840, heightPx: 2160 },
  '32:9': { widthPx: 3840, heightPx: 1080 },
  '6656': { widthPx: 6656, heightPx: 1792 },
  portrait: { widthPx: 1080, heightPx: 1920 },
}
