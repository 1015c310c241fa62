/** What can be had of a project that does not open. */
export const recoveryEn = {
  'recovery.from.file': 'The file itself is whole; only changes that were not in it yet are damaged.',
  'recovery.from.generation': 'Earshot kept an earlier state, saved {time}.',
  'recovery.from.rest': 'Much of the file can still be read.',
  'recovery.there':
    'A recovered copy has {responses, plural, one {# response} other {# responses}} and all changes up to {time}.',
  'recovery.there.unknown': 'A recovered copy has {responses, plural, one {# response} other {# responses}}; the history of changes is lost.',
  'recovery.lost.changes': '{count, plural, one {# later change is} other {# later changes are}} missing.',
  'recovery.lost.responses': '{count, plural, one {# response is} other {# responses are}} missing.',
  'recovery.unproven': '{count, plural, one {# response comes} other {# responses come}} from the damaged file and may not read as before.',
  'recovery.anonymous': 'Nobody can tell any more whether the project was anonymous, so the copy is: groups of fewer than 5 people stay hidden, for good.',
  'recovery.kept': 'What is damaged stays as it is.',
  'recovery.open': 'Open a recovered copy',
  'recovery.name': '{project} (recovered)',
} as const
