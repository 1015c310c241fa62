/** The compare screen: two filters instead of two periods. */
export const sidesEn = {
  'sides.kind': 'Compare',
  'sides.periods': 'Two periods',
  'sides.filters': 'Two filters',
  'sides.this': 'This',
  'sides.against': 'Against',
  'sides.all': 'Everybody',
  'sides.rest': 'Everybody else',
  'sides.views': 'Saved views',
  'sides.move': 'Use the filter above',
  'sides.move.hint': 'Moves the conditions above to this side.',
  'sides.hint': 'Set conditions in the filter above and move them to a side, or save views of them.',
  'sides.shared': '{n, plural, one {# answer is} other {# answers are}} on both sides; the intervals of scores allow for it.',
  'sides.go': 'Compare two filters',
  'sides.themes.by': 'Themes by',
  'sides.themes.share': 'By mentions',
  'sides.themes.contribution': 'By contribution',
  'sides.themes.chart': 'Chart: change of what each theme does to the score, in points, with 95% intervals',
  'sides.column.change': 'Change of contribution',
  'sides.define.change': 'In points, with its 95% interval. It moves when more or fewer people mention the theme, and when those who do score otherwise.',
  'sides.sentence.contribution':
    '{label}: contribution {from} to {to}, a change of {change} points (95% interval {range}): {volume} because of how many mention it, {severity} because of how they score; {verdict}.',
} as const
