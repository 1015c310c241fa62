/** So many shades on each side. */
export const HEAT_STEPS = 5

/** The class of a cell by how far its score lies from that of all, -1 to +1; null where that colours nothing. */
export function heatClass(heat: number | null): string | null {
  const step = heat === null ? 0 : Math.ceil(Math.min(1, Math.abs(heat)) * HEAT_STEPS)
  return step === 0 || heat === null ? null : `heat-${heat < 0 ? 'd' : 'p'}${step}`
}
