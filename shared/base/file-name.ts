/** Room for what is put behind a name (“ rows left out”, “ (2)”), where file systems allow 255 bytes. */
const MOST_BYTES = 180

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i

const ENDING = /\.[a-z0-9]{1,10}$/i

const bytesOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** As many of the letters as fit. */
function cut(name: string, most: number): string {
  let [kept, bytes] = ['', 0]
  for (const letter of name) {
    bytes += bytesOf(letter)
    if (bytes > most) break
    kept += letter
  }
  return kept
}

/** Dots, dashes and blanks at the ends hide a file, look like an option, or are dropped by the system. */
const trimmed = (name: string): string => name.replace(/^[\s.-]+|[\s.-]+$/g, '')

/**
 * A name, with its ending or without, as the name of a file on every system: “Harbor: Q3/2026?” is “Harbor - Q3-2026”.
 * A name that is one already stays as it is.
 */
export function fileName(name: string): string {
  const plain = name
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    // Marks that turn the direction of reading make an ending look like another one.
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/["<>?*]/g, '')
    .normalize('NFC')
    .replace(/ *: +| +[/\\|:]+ */g, ' - ')
    .replace(/[/\\|:]+/g, '-')
    .replace(/ {2,}/g, ' ')
    .replace(/[\s.-]+$/, '')
  const ending = ENDING.exec(plain)?.[0] ?? ''
  const stem = trimmed(plain.slice(0, plain.length - ending.length)) || 'earshot'
  const safe = DEVICE.test(stem) ? `_${stem}` : stem
  const short = cut(safe, MOST_BYTES - ending.length)
  return short === safe ? safe + ending : fileName(short + ending)
}
