import type { Slide } from '../outline'

/** What a slide says beside its chart, for a picture of the chart alone. */
export const chartLines = (slide: Slide): readonly string[] =>
  slide.kind === 'headline'
    ? [[slide.score.label, slide.score.value, ...slide.score.lines.slice(0, 2)].filter((line) => line !== null).join(' · ')]
    : 'body' in slide
      ? slide.body
      : []
