/** What the user should know before importing, and why rows are not imported or not counted. */
export const warningEn = {
  'warning.encoding-guessed': 'The encoding is a guess ({encoding}). If letters look wrong, choose another one.',
  'warning.damaged-text':
    '{count, plural, one {One character} other {# characters}} of this file cannot be read; “�” stands in their place. Export it again if you can.',
  'warning.file-imported-before': 'This file was imported before, as wave “{wave}”: its rows are already in the project. To import it in another way, with other roles say, remove that wave on Data first.',
  'warning.large-project': 'The project becomes large: about {size} MB. It takes imports up to {limit} MB.',
  'warning.ids-restart':
    'The response ids of this file are in the project already, but of other days: the survey tool counts from one again. They are taken as new responses.',
  'warning.scale-not-nps':
    'The scores are on {scale}, not on 0-10. They are kept as they are; NPS is calculated only once you choose “Treat as NPS”.',
  'warning.several-scores':
    '{count, plural, one {Another column also holds} other {# other columns also hold}} scores: {others}. “{column}” is used.',
  'warning.no-score': 'No column holds scores. You can still code the comments.',
  'warning.no-date': 'No column says when the answers were given, so they cannot be compared over time.',
  'warning.no-comment': 'No column holds open comments.',
  'warning.ambiguous-date': 'The dates in “{column}” can be read in more than one way. They are read as {order, select, dmy {day/month/year} mdy {month/day/year} other {year/month/day}}.',
  'warning.stray-quotes':
    '{count, plural, =0 {Quotation marks in this file are ordinary characters and are read as such.} one {One line has a misplaced quotation mark and was read without it.} other {# lines have misplaced quotation marks and were read without them.}}',
  'warning.ragged-rows':
    '{count, plural, one {One row has} other {# rows have}} fewer cells than the header. The missing cells are blank.',
  'warning.repeated-header':
    '{count, plural, one {The header is repeated once} other {The header is repeated # times}} between the rows. These lines are left out.',
  'warning.blank-header': '{count, plural, one {One column has} other {# columns have}} no header.',
  'warning.scale-change':
    'The scale of “{column}” seems to change within the file: {before} up to line {line, number}, {after} after it. Check that the rows belong to one survey; if not, split the file.',
  'warning.relative-dates':
    '“{column}” tells time only as seen on the day of the export (“{example}”). That is no date: export the survey again with full dates.',
  'warning.unterminated-quote':
    'A quotation mark opens on line {line, number} and is never closed: everything after it is read as one cell. Most likely it is an ordinary character.',
  'warning.tenure-unit':
    '“{column}” does not say what its numbers count ({low, number} to {high, number}). They are read as {unit, select, years {years} days {days} other {months}}.',
  'problem.title': 'Title above the header',
  'problem.footer': 'Footer below the responses',
  'problem.repeated-header': 'Header repeated between the rows',
  'problem.too-few-cells': 'Fewer cells than columns',
  'problem.too-many-cells': 'More cells than columns',
  'problem.duplicate': 'Response that was already there',
  'problem.unfinished': 'Set aside: not finished',
  'problem.preview': 'Set aside: a preview or test',
  'problem.spam': 'Set aside: marked as spam',
  'problem.unanswered': 'Set aside: never answered',
  'problem.other-survey': 'Set aside: of another survey than NPS',
  'problem.invalid-score': 'Score that is not on the scale',
} as const
