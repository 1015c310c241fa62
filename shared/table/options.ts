/** Takes a cell with several answers apart. */
export type SplitOptions = (cell: string) => readonly string[]

const JOINERS = [';', '\n', '|', ', '] as const
const COMMA = ', '
const MAX_OPTIONS = 80
const LISTS_SHARE = 0.2
const FEWEST_LISTS = 3
const COVERED_SHARE = 0.7
/** Two parts that never come without each other are one option, if they came this often. */
const OFTEN = 3
const CAPITAL_SHARE = 0.8

/** A cell's text and in how many rows it stands. */
export type CountedCell = readonly [text: string, rows: number]

/**
 * How the cells of a column hold several answers out of a list, or null when they do not. Cells of one column may be
 * joined in different ways, as when waves came out of a survey tool by different routes.
 */
export function optionsOf(cells: readonly CountedCell[]): SplitOptions | null {
  const filled = cells.map(([text, rows]) => [text.trim(), rows] as const).filter(([text]) => text !== '')
  const found = JOINERS.flatMap((joiner) => {
    const joined = joiner === COMMA ? filled.filter(([text]) => !/[;\n|]/.test(text)) : filled
    const split = joiner === COMMA ? commaSplitter(joined) : plainSplitter(joiner)
    return areLists(joined, filled, split) ? [{ joiner, split }] : []
  })
  if (found.length === 0) return null
  return (cell) => {
    const text = cell.trim()
    const { split } = found.find(({ joiner }) => text.includes(joiner)) ?? {}
    const options = split?.(text) ?? (text === '' ? [] : [text])
    return [...new Set(options)]
  }
}

const parts = (text: string, joiner: string): readonly string[] =>
  text
    .split(joiner)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const plainSplitter =
  (joiner: string): SplitOptions =>
  (text) =>
    parts(text, joiner)

/**
 * A comma also stands inside of options: where a bracket is open, where what follows begins small although options
 * begin large, and between parts that never come without each other.
 */
function commaSplitter(cells: readonly CountedCell[]): SplitOptions {
  const starts = cells.filter(([text]) => /^\p{L}/u.test(text))
  const capitals = starts.filter(([text]) => /^\p{Lu}/u.test(text)).length
  const beginLarge = starts.length > 0 && capitals >= starts.length * CAPITAL_SHARE
  const atoms = (text: string): readonly string[] => {
    const joined: string[] = []
    for (const part of parts(text, COMMA)) {
      const before = joined.at(-1)
      const continues = before !== undefined && (isOpen(before) || (beginLarge && /^\p{Ll}/u.test(part)))
      if (continues) joined[joined.length - 1] = `${before}${COMMA}${part}`
      else joined.push(part)
    }
    return joined
  }
  const inseparable = pairsOf(cells, atoms)
  return (text) => {
    const joined: string[] = []
    let last = ''
    for (const part of atoms(text)) {
      if (joined.length > 0 && inseparable.get(last) === part) joined[joined.length - 1] += COMMA + part
      else joined.push(part)
      last = part
    }
    return joined
  }
}

const isOpen = (text: string): boolean => (text.match(/[([]/g)?.length ?? 0) > (text.match(/[)\]]/g)?.length ?? 0)

/** Parts that are always followed by one other, which never comes otherwise. */
function pairsOf(cells: readonly CountedCell[], atoms: SplitOptions): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  const next = new Map<string, Map<string, number>>()
  for (const [text, rows] of cells) {
    const all = atoms(text)
    all.forEach((part, at) => {
      counts.set(part, (counts.get(part) ?? 0) + rows)
      const after = all[at + 1]
      if (after === undefined) return
      const followers = next.get(part) ?? new Map<string, number>()
      next.set(part, followers.set(after, (followers.get(after) ?? 0) + rows))
    })
  }
  const pairs = new Map<string, string>()
  for (const [part, followers] of next) {
    const [follower] = followers
    if (followers.size !== 1 || !follower) continue
    const [after, together] = follower
    if (together >= OFTEN && together === counts.get(part) && together === counts.get(after)) pairs.set(part, after)
  }
  return pairs
}

/**
 * Options of a list come back again and again, in ever new combinations. The parts of sentences do not come back, and
 * single choices with a comma in them come back in the same few ways.
 */
function areLists(cells: readonly CountedCell[], all: readonly CountedCell[], split: SplitOptions): boolean {
  const options = new Map<string, number>()
  let total = 0
  let lists = 0
  for (const [text, rows] of cells) {
    const answers = split(text)
    if (answers.length > 1) lists += rows
    total += answers.length * rows
    for (const answer of answers) options.set(answer, (options.get(answer) ?? 0) + rows)
  }
  const rows = all.reduce((sum, [, count]) => sum + count, 0)
  if (lists < rows * LISTS_SHARE || lists < FEWEST_LISTS) return false
  const usual = [...options.values()].toSorted((a, b) => b - a).slice(0, MAX_OPTIONS)
  const covered = usual.reduce((sum, count) => (count > 1 ? sum + count : sum), 0)
  const repeated = usual.filter((count) => count > 1).length
  return covered >= total * COVERED_SHARE && total >= usual.length * 2 && cells.length > repeated
}
