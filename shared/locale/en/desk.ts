/** The coding desk: marks, focus, queues, saved views, repeated comments, the history. */
export const deskEn = {
  'desk.mark.note': 'Note',
  'desk.mark.quote': 'Quote',
  'desk.mark.nothing': 'Nothing to code',
} as const
