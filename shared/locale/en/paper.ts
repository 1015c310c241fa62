/** What the summary says as a document to read, beside what its pages say. */
export const paperEn = {
  'paper.contents': 'Contents',
  'paper.notes': 'Definitions and sources',
  'paper.page': 'Page {n, number} of {all, number}',
  'paper.top': 'Back to contents',
} as const
