/** A name the window proposes, made harmless on every system: no folders, no reserved characters, never empty, no device of Windows. */
export function suggestedName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 200)
  if (plain === '') return 'earshot'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain
}
