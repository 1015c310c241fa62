import type { CSSProperties, ReactNode } from 'react'
import { assertNever } from '../../shared/base/assert'
import type { Locale } from '../../shared/locale/translate'
import type { Block, Box, GridBlock, Run, TextBlock } from '../../shared/report/layout/blocks'
import { EARSHOT_BRAND, themeOf, type Brand } from '../../shared/report/layout/brand'
import { COLORS, hexOf, SLIDE } from '../../shared/report/layout/look'
import { deckColor, deckTint } from './deck-color'
import { DeckChart } from './deck-chart'

const POINTS = 72

/** Everything is drawn as a share of the slide's width. */
const inches = (value: number): string => `${((100 * value) / SLIDE.width).toFixed(3)}cqw`
const points = (value: number): string => inches(value / POINTS)

const placed = ({ x, y, w, h }: Box): CSSProperties => ({
  insetInlineStart: inches(x),
  insetBlockStart: inches(y),
  inlineSize: inches(w),
  blockSize: inches(h),
})

/** What opens the responses behind a number, and what says so on hover. */
export interface DeckLinks {
  readonly open: (ref: string) => void
  readonly titleOf: (ref: string) => string
}

interface Linked {
  readonly links: DeckLinks | null
}

/**
 * A slide, drawn from the same blocks as the file has it: always on white paper, as large as its parent is wide. As a
 * picture of a page that stands elsewhere (`isPicture`) it says nothing to a screen reader.
 */
export function DeckPage({
  title,
  blocks,
  locale,
  brand = EARSHOT_BRAND,
  isPicture = false,
  links = null,
}: {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly locale: Locale
  readonly brand?: Brand
  readonly isPicture?: boolean
  readonly links?: DeckLinks | null
}) {
  return (
    <div className="deck-frame" style={dress(brand)}>
      <div className="deck-page" lang={locale} aria-hidden={isPicture || undefined} inert={isPicture}>
        {blocks.map((block, at) => (
          <DeckBlock key={at} title={title} block={block} links={isPicture ? null : links} />
        ))}
      </div>
    </div>
  )
}

/** The brand's colours and face, as the blocks ask for them. */
function dress(brand: Brand): CSSProperties {
  const theme = themeOf(brand)
  const colors = COLORS.map((color) => [`--deck-${color}`, hexOf(color, theme)] as const)
  return Object.fromEntries([...colors, ['--deck-font', `'${brand.font}'`]])
}

function DeckBlock({ title, block, links }: { readonly title: string; readonly block: Block } & Linked) {
  switch (block.kind) {
    case 'text':
      return <DeckText block={block} links={links} />
    case 'grid':
      return <DeckGrid title={title} block={block} links={links} />
    case 'chart':
      return (
        <div className="deck-block" style={placed(block.box)}>
          <DeckChart box={block.box} frame={block.frame} />
        </div>
      )
    case 'rect':
      return <div className="deck-block" style={{ ...placed(block.box), background: deckColor(block.color) }} />
    case 'picture':
      return <img className="deck-block" style={placed(block.box)} src={`data:${block.type};base64,${block.data}`} alt={block.alt} />
    case 'line':
      return (
        <div
          className="deck-block"
          style={{
            ...placed({ x: block.x, y: block.y, w: block.w, h: 0 }),
            borderBlockStart: `${points(block.width)} solid ${deckColor(block.color)}`,
          }}
        />
      )
    default:
      return assertNever(block, 'block')
  }
}

function DeckText({ block, links }: { readonly block: TextBlock } & Linked) {
  const Line = block.place === 'title' ? 'h3' : 'p'
  return (
    <div className={`deck-block deck-text deck-${block.valign} deck-${block.align}`} style={placed(block.box)}>
      {block.paragraphs.map(({ runs, after, ref }, at) => (
        <Line key={at} style={{ paddingBlockEnd: points(after) }}>
          <DeckLink to={ref} links={links}>
            {runs.map((run, place) => (
              <DeckRun key={place} run={run} />
            ))}
          </DeckLink>
        </Line>
      ))}
    </div>
  )
}

/** A number that opens the responses it was counted from; plain where nobody listens. */
function DeckLink({ to, links, children }: { readonly to: string | undefined; readonly children: ReactNode } & Linked) {
  if (to === undefined || links === null) return children
  return (
    <button type="button" className="deck-link" title={links.titleOf(to)} onClick={() => links.open(to)}>
      {children}
    </button>
  )
}

function DeckRun({ run }: { readonly run: Run }) {
  return (
    <span
      aria-hidden={run.isSign || undefined}
      style={{
        fontSize: points(run.size),
        color: deckColor(run.color),
        fontWeight: run.bold ? 700 : 400,
        fontStyle: run.italic ? 'italic' : 'normal',
      }}
    >
      {run.text}
    </span>
  )
}

function DeckGrid({ title, block, links }: { readonly title: string; readonly block: GridBlock } & Linked) {
  const { x, y, columns, rows } = block
  const width = columns.reduce((sum, column) => sum + column, 0)
  return (
    <table
      className="deck-block deck-grid"
      aria-label={title}
      style={{ insetInlineStart: inches(x), insetBlockStart: inches(y), inlineSize: inches(width) }}
    >
      <colgroup>
        {columns.map((column, at) => (
          <col key={at} style={{ inlineSize: inches(column) }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map(({ isHead, height, rule, cells }, line) => (
          <tr key={line} style={height === null ? {} : { blockSize: inches(height) }}>
            {cells.map(({ runs, align, valign, margin, fill, ref }, at) => {
              const Cell = (isHead || at === 0) && runs.some(({ text }) => text !== '') ? 'th' : 'td'
              return (
                <Cell
                  key={at}
                  scope={Cell === 'th' ? (isHead ? 'col' : 'row') : undefined}
                  style={{
                    padding: margin.map(inches).join(' '),
                    textAlign: align,
                    verticalAlign: valign,
                    borderBlockEnd: `${points(rule.width)} solid ${deckColor(rule.color)}`,
                    lineHeight: 1.15,
                    ...(fill ? { background: deckTint(fill) } : {}),
                  }}
                >
                  <DeckLink to={ref} links={links}>
                    {runs.map((run, place) => (
                      <DeckRun key={place} run={run} />
                    ))}
                  </DeckLink>
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
