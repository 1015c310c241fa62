import type { Tone } from '../outline'

/**
 * One face for both scripts. Malgun Gothic comes with every Windows since Vista and with Office for Mac; where it is
 * missing (Keynote, LibreOffice) the theme's Hangul entry lets the system put its own Gothic in its place.
 */
export const FONT = 'Malgun Gothic'

/** Inches; the slide is 16:9. */
export const SLIDE = { width: 13.333, height: 7.5 } as const

/** Inches; where the parts of a page stand. */
export const PAGE = { left: 0.6, width: 12.13, top: 2.1, bottom: 6.62, foot: 6.66, footer: 7.04 } as const

/**
 * The theme's colours where no brand says otherwise (`brand.ts`); those of the groups are the window's. Blue and orange stay apart for every common colour blindness
 * and in grey; each stands beside its word.
 */
export const THEME_COLORS = {
  dk1: '1C2430',
  lt1: 'FFFFFF',
  dk2: '5B6673',
  lt2: 'E3E7EB',
  accent1: '1F4E79',
  accent2: '2678B2',
  accent3: 'B9C0C7',
  accent4: 'D1641A',
  accent5: 'C3CAD1',
  accent6: '86A3BF',
  hlink: '1F4E79',
  folHlink: '5B6673',
} as const

/** A colour of the theme, by the name that the slides use. */
export type Color = 'tx1' | 'tx2' | 'bg1' | 'bg2' | 'accent1' | 'accent2' | 'accent3' | 'accent4' | 'accent5' | 'accent6'

export const INK = 'tx1'
export const GREY = 'tx2'
export const PAPER = 'bg1'
export const ACCENT = 'accent1'
export const LINE = 'bg2'

/** A lighter score colour for bars, so that the interval shows on them. */
export const BAR = 'accent6'

export const TONE_COLORS = {
  score: 'accent1',
  promoters: 'accent2',
  passives: 'accent3',
  detractors: 'accent4',
  low: 'accent5',
} as const satisfies Record<Tone, Color>

const NAMED = { tx1: 'dk1', tx2: 'dk2', bg1: 'lt1', bg2: 'lt2' } as const

/** A fill of a cell: the colour laid so strongly (0 to 1) on paper. */
export interface Tint {
  readonly color: Color
  readonly strength: number
}

/** Text stays readable on the strongest fill. */
const STRONGEST = 0.55

/** How a score is coloured by how far it lies from that of all, -1 to +1. */
export const heatTint = (heat: number): Tint => ({
  color: heat < 0 ? TONE_COLORS.detractors : TONE_COLORS.promoters,
  strength: Math.min(1, Math.abs(heat)) * STRONGEST,
})

type Theme = Readonly<Record<keyof typeof THEME_COLORS, string>>

/** The tint as `#RRGGBB`, for whoever knows no theme. */
export function tintHex({ color, strength }: Tint, theme: Theme = THEME_COLORS): string {
  const [over, under] = [hexOf(color, theme), hexOf(PAPER, theme)].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)))
  const mixed = (over ?? []).map((part, at) => Math.round(part * strength + (under?.[at] ?? 255) * (1 - strength)))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

/** The colour as `#RRGGBB`, for whoever knows no theme. */
export const hexOf = (color: Color, theme: Theme = THEME_COLORS): string =>
  `#${theme[color in NAMED ? NAMED[color as keyof typeof NAMED] : (color as keyof typeof THEME_COLORS)]}`

export const COLORS = ['tx1', 'tx2', 'bg1', 'bg2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const satisfies readonly Color[]
