/** Segments against the rest. Points, p and q arrive already formatted, as text. */
export const restEn = {
  'rest.test': '{difference}; p {p}, q {q}',
  'rest.verdict': '{verdict} (p {p}, q {q})',
  'rest.column.difference': 'Difference',
  'rest.column.low': 'Difference from',
  'rest.column.high': 'Difference to',
  'rest.column.p': 'p',
  'rest.column.q': 'q',
  'rest.column.interval': 'Its 95% interval',
  'rest.define.verdict':
    'Its score against that of everybody else in this view. Above or below: q is {q} or less. Within noise: a difference this small comes about by chance alone. Not compared: a low base on either side. Sorting puts first what is certain: the end of the interval nearest to 0, from surely above to surely below.',
  'rest.define.p': 'How often chance alone makes a difference this large, for this comparison by itself.',
  'rest.define.q':
    'p put right for {n, plural, one {# comparison} other {# comparisons}} (Benjamini and Hochberg). Of the rows that stand out at {q}, about {share} can be expected to be chance.',
  'rest.define.difference': 'Its score minus that of the rest, in points.',
  'rest.legend':
    '▲ above, ▼ below the rest: q ≤ {q} in {n, plural, one {# comparison} other {# comparisons}}.',
  'rest.legend.none': 'Not compared with the rest: no value has the 30 answers that takes, on both sides.',
  'rest.multi': 'The rest of an answer are the responses without it.',
  'rest.multi.panels': 'Several answers in one response: it counts in the panel of each of them, so the panels overlap.',
  'rest.people': 'Not compared with the rest: the same people are in several periods.',
  'rest.show': 'Show differences, p and q',
  'rest.hide': 'Show the three groups',
  'rest.sort': 'What is certain',
  'rest.sort.hint': 'By the end of the interval of the difference that is nearest to 0: from surely above the rest to surely below.',

  'slice.each': 'For each',
  'slice.each.none': 'No third field',
  'slice.panels.title': 'NPS: {rows} × {columns}, for each {each}',
  'slice.panels.largest': 'Heat maps for the {shown, number} largest or latest of {all, number} values of “{each}”.',
  'slice.panels.part': 'The heat maps show {rows, number} of {allRows, number} rows and {columns, number} of {allColumns, number} columns, the largest or latest; the table has every one.',
  'slice.panels.cell': '{each}, {cell}',
  'slice.panels.low': '{n}, low base',
  'slice.panels.none': 'No value has any answers.',
} as const
