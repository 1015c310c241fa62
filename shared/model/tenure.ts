/** How long somebody has been a customer, in bands. Their words are in the catalogues, by `tenureKey`. */
export const TENURE_BANDS = ['<3m', '3-12m', '1-2y', '2-5y', '>5y'] as const
export type TenureBand = (typeof TENURE_BANDS)[number]

export const TENURE_KEYS = ['tenure.0', 'tenure.1', 'tenure.2', 'tenure.3', 'tenure.4'] as const
export type TenureKey = (typeof TENURE_KEYS)[number]

/** The words for a band; null for any other text. */
export const tenureKey = (text: string | null): TenureKey | null => TENURE_KEYS[TENURE_BANDS.findIndex((band) => band === text)] ?? null

/** What numbers without a unit may count. */
export const TENURE_UNITS = ['months', 'years', 'days'] as const
export type TenureUnit = (typeof TENURE_UNITS)[number]

export const MONTHS_OF: Readonly<Record<TenureUnit, number>> = { months: 1, years: 12, days: 12 / 365.25 }

/** From how many months on each band goes, but the first, where nobody has chosen others. */
export const TENURE_EDGES = [3, 12, 24, 60] as const
