import type { Outline, Slide } from './outline'

/** The ids of the queries that numbers of the slides were counted from, once each, as they come. */
export const shownRefs = ({ slides }: Outline): readonly string[] => [...new Set(slides.flatMap(refsOf).filter((ref) => ref !== null))]

function refsOf(slide: Slide): readonly (string | null)[] {
  const headline =
    slide.kind === 'headline'
      ? [
          slide.score.ref,
          ...slide.groups.map(({ ref }) => ref),
          ...(slide.change?.refs ?? []),
          ...(slide.explained?.statements.map(({ ref }) => ref) ?? []),
          slide.todo?.statement.ref ?? null,
        ]
      : []
  const table = 'table' in slide ? slide.table.rows.flatMap(({ refs }) => refs ?? []) : []
  const heat = slide.kind === 'heat' ? slide.rows.flatMap(({ cells }) => cells.map(({ ref }) => ref)) : []
  return [...(slide.sources ?? []), ...headline, ...table, ...heat]
}
