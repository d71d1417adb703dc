/** The ways in which everything can look. Apart from their colours, which the smallest script need not know. */
export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
