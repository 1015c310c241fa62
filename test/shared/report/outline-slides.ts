import type { Outline, Slide } from '../../../shared/report/outline'

export const kinds = (outline: Outline): string[] => outline.slides.map(({ kind }) => kind)

export type SlideOf<K, S = Slide> = S extends Slide ? (K extends S['kind'] ? S : never) : never

/** The first slide of that kind. */
export function find<K extends Slide['kind']>(outline: Outline, kind: K): SlideOf<K> {
  const found = outline.slides.find((slide): slide is SlideOf<K> => slide.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
