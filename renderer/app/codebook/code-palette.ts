import type { MessageKey } from '../../../shared/locale/translate'

interface CodeColor {
  readonly color: string
  readonly name: MessageKey
}

/** Colours for codes, as the engine gives them to codes that have none, with a name for each. */
export const CODE_COLORS: readonly CodeColor[] = [
  { color: '#4477aa', name: 'code.color.blue' },
  { color: '#ee6677', name: 'code.color.coral' },
  { color: '#228833', name: 'code.color.green' },
  { color: '#ccbb44', name: 'code.color.mustard' },
  { color: '#66ccee', name: 'code.color.sky' },
  { color: '#aa3377', name: 'code.color.purple' },
  { color: '#332288', name: 'code.color.indigo' },
  { color: '#44aa99', name: 'code.color.teal' },
  { color: '#882255', name: 'code.color.wine' },
  { color: '#999933', name: 'code.color.olive' },
  { color: '#88ccee', name: 'code.color.ice' },
  { color: '#cc6677', name: 'code.color.rose' },
  { color: '#117733', name: 'code.color.forest' },
  { color: '#ddcc77', name: 'code.color.sand' },
]

/** The first colour that no code has yet; when all are taken, the one that comes round next. */
export function freeColor(taken: readonly string[]): string {
  const free = CODE_COLORS.find(({ color }) => !taken.includes(color))
  return (free ?? CODE_COLORS[taken.length % CODE_COLORS.length] ?? CODE_COLORS[0])!.color
}
