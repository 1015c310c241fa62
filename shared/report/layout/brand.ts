import { THEME_COLORS } from './look'

/**
 * How a company's documents look. Colours are `RRGGBB`; everything else of the theme follows from them. Writers take a
 * brand beside the outline, so that the same outline can wear any.
 */
export interface Brand {
  /** The company's name, on the cover and in the file's properties; blank: none. */
  readonly name: string
  readonly accent: string
  readonly promoters: string
  readonly passives: string
  readonly detractors: string
  readonly font: BrandFont
  readonly logo: Logo | null
}

/** A picture with its size in pixels. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg'
  /** Base64. */
  readonly data: string
  readonly width: number
  readonly height: number
}

/** Faces that come with Windows or Office on both systems; Hangul falls to Malgun Gothic, or the system's own. */
export const BRAND_FONTS = ['Malgun Gothic', 'Arial', 'Calibri', 'Segoe UI', 'Verdana', 'Georgia', 'Times New Roman', 'Batang'] as const
export type BrandFont = (typeof BRAND_FONTS)[number]

export const BRAND_COLORS = ['accent', 'promoters', 'passives', 'detractors'] as const
export type BrandColor = (typeof BRAND_COLORS)[number]

/** Bytes of a logo's file at most, and the length of its name. */
export const [MAX_LOGO, MAX_NAME] = [256 * 1024, 80] as const

/** Earshot's own look. */
export const EARSHOT_BRAND: Brand = {
  name: '',
  accent: THEME_COLORS.accent1,
  promoters: THEME_COLORS.accent2,
  passives: THEME_COLORS.accent3,
  detractors: THEME_COLORS.accent4,
  font: 'Malgun Gothic',
  logo: null,
}

export type Theme = Readonly<Record<keyof typeof THEME_COLORS, string>>

/** The colours of the theme. Bars are a lighter accent, so that intervals show on them. */
export const themeOf = ({ accent, promoters, passives, detractors }: Brand): Theme => ({
  ...THEME_COLORS,
  accent1: accent,
  accent2: promoters,
  accent3: passives,
  accent4: detractors,
  accent6: accent === THEME_COLORS.accent1 ? THEME_COLORS.accent6 : lighter(accent, 0.47),
  hlink: accent,
})

const channels = (color: string): readonly number[] => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

const lighter = (color: string, share: number): string =>
  channels(color)
    .map((value) => Math.round(value + (255 - value) * share).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

const linear = (color: string): readonly number[] =>
  channels(color).map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))

/** WCAG's contrast of the colour with white, 1 to 21. */
export function contrastWithWhite(color: string): number {
  const [r = 0, g = 0, b = 0] = linear(color)
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

/** What somebody with that colour blindness sees of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const BLINDNESS = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
] as const

/** CIE L*a*b* of linear RGB under D65. */
function labOf([r = 0, g = 0, b = 0]: readonly number[]): readonly [number, number, number] {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089),
  ]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** How far apart two colours are at least for anybody, as distance in L*a*b*. */
export function apart(a: string, b: string): number {
  return Math.min(
    ...BLINDNESS.map((matrix) => {
      const seen = (color: string): readonly [number, number, number] => {
        const given = linear(color)
        return labOf([0, 3, 6].map((row) => Math.max(0, Math.min(1, given.reduce((sum, value, at) => sum + value * (matrix[row + at] ?? 0), 0)))))
      }
      const [one, other] = [seen(a), seen(b)]
      return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
    }),
  )
}

export type BrandWarning =
  /** White words on it, or it as words on white, are hard to read. */
  | { readonly kind: 'contrast'; readonly color: BrandColor; readonly ratio: number }
  /** Two groups that somebody who is colour-blind cannot tell apart. */
  | { readonly kind: 'alike'; readonly colors: readonly [BrandColor, BrandColor] }

/** WCAG AA for words, and for marks that are no words; and how far colours of marks must be apart. */
const [AA_TEXT, AA_MARK, DISTINCT] = [4.5, 3, 20] as const
const GROUP_PAIRS = [['promoters', 'passives'], ['promoters', 'detractors'], ['passives', 'detractors']] as const

/** What people will have trouble to see in the brand's colours. The passives may be pale: they are what lies between. */
export function brandWarnings(brand: Brand): readonly BrandWarning[] {
  const pale = (['accent', 'promoters', 'detractors'] as const).flatMap((color): BrandWarning[] => {
    const ratio = contrastWithWhite(brand[color])
    return ratio < (color === 'accent' ? AA_TEXT : AA_MARK) ? [{ kind: 'contrast', color, ratio }] : []
  })
  const alike = GROUP_PAIRS.flatMap(([a, b]): BrandWarning[] => (apart(brand[a], brand[b]) < DISTINCT ? [{ kind: 'alike', colors: [a, b] }] : []))
  return [...pale, ...alike]
}

/** The largest size that the logo has within `w` by `h`. */
export function logoSize({ width, height }: Logo, w: number, h: number): { readonly w: number; readonly h: number } {
  const scale = Math.min(w / width, h / height)
  return { w: width * scale, h: height * scale }
}
