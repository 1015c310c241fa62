/** The tokens that a canvas draws with, as they are in the theme shown. */
export interface ChartColors {
  readonly mark: string
  readonly muted: string
  /** Marks that are not picked while others are. */
  readonly faded: string
  readonly grid: string
  readonly ink: string
  readonly text: string
  readonly ground: string
  readonly ground2: string
  readonly good: string
  readonly bad: string
  readonly passive: string
  readonly font: string
}

export function readColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    mark: token('--accent'),
    muted: token('--ink-muted'),
    faded: token('--line-strong'),
    grid: token('--line'),
    ink: token('--ink'),
    text: token('--ink-muted'),
    ground: token('--ground'),
    ground2: token('--ground-2'),
    good: token('--promoter'),
    bad: token('--detractor'),
    passive: token('--passive'),
    font: style.fontFamily,
  }
}
