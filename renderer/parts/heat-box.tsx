import { isAdding } from './mark-keys'

/** Where two values meet, in words and numbers. */
export interface HeatCell {
  /** Null where there are too few answers. */
  readonly score: string | null
  readonly base: string
  /** The word for a base too small to rank. */
  readonly warning: string | null
  /** ▲ or ▼ where it stands out from the rest; the words belong to the sentence. */
  readonly sign: string | null
  readonly sentence: string
  readonly tone: 'good' | 'bad' | 'low' | 'tiny' | 'none'
  /** How strong the colour is, 0 to 1. */
  readonly strength: number
}

/** Share of the colour in the strongest cell, per cent: text on it stays readable. */
const STRONGEST = 55

/** One cell of a heat map. `picked` is null while nothing is. */
export function HeatBox({
  cell,
  total,
  picked,
  stop,
  onPick,
  onShow,
  onFocus,
  onHide,
}: {
  readonly cell: HeatCell
  readonly total: boolean
  readonly picked: boolean | null
  /** Whether Tab comes here. */
  readonly stop: boolean
  readonly onPick: (adding: boolean) => void
  readonly onShow: (box: Element, sentence: string) => void
  readonly onFocus: () => void
  readonly onHide: () => void
}) {
  const { score, base, warning, sign, sentence, tone, strength } = cell
  const names = ['heat-cell', `heat-${tone}`]
  if (total) names.push('heat-total')
  if (picked !== null) names.push(picked ? 'heat-picked' : 'heat-faded')
  return (
    <td
      className={names.join(' ')}
      style={{ '--strength': `${Math.round(strength * STRONGEST)}%` } as Record<string, string>}
      tabIndex={stop ? 0 : -1}
      aria-selected={picked ?? false}
      onClick={(event) => onPick(isAdding(event))}
      onFocus={(event) => {
        onFocus()
        onShow(event.currentTarget, sentence)
      }}
      onBlur={onHide}
      onMouseEnter={(event) => onShow(event.currentTarget, sentence)}
    >
      <span className="visually-hidden">{sentence}</span>
      <span aria-hidden="true">
        {score === null ? null : (
          <span className="heat-score">
            {sign ? <span className="verdict-sign">{sign} </span> : null}
            {score}
          </span>
        )}
        <span className="heat-base">{base}</span>
        {warning ? <span className="heat-base">{warning}</span> : null}
      </span>
    </td>
  )
}
