import { assertNever } from '../../base/assert'
import { pictureSvg } from '../chart-svg'
import type { Part } from '../flow/sections'
import { chartAlone } from '../layout/chart-alone'
import { TONE_COLORS } from '../layout/look'
import type { Chart, HeadlineSlide, MethodSlide, QuotesSlide, Table, TableRow, Tone } from '../outline'
import { escapeXml } from '../pptx/xml'
import { heatClass } from './heat-class'
import type { Opener } from './opener'

/** Widths at which charts are drawn, in CSS pixels: a column of text, a part of it, and a phone. Letters stay as large as they are. */
const [WIDE, BESIDE, NARROW] = [720, 440, 324]

/** Columns that fit no more in letters of the usual size. */
const MANY = 7

const p = (text: string, name = ''): string => `<p${name === '' ? '' : ` class="${name}"`}>${escapeXml(text)}</p>`
const sign = (tone: Tone): string => `<span class="sign paint-${TONE_COLORS[tone]}" aria-hidden="true"></span>`

/** A part of a section as markup; `title` names what has no words of its own, numbers open their responses by `opener`. */
export function partMarkup(part: Part, title: string, opener: Opener): string {
  switch (part.kind) {
    case 'lines':
      return `<div class="lines">${part.lines.map((line) => p(line)).join('')}</div>`
    case 'headline':
      return headline(part.slide, opener)
    case 'chart':
      return picture(part.chart)
    case 'table':
      return table(part.table, title, opener)
    case 'key':
      return `<p class="key">${part.entries.map(({ tone, text }) => `<span>${sign(tone)}${escapeXml(text)}</span>`).join(' ')}</p>`
    case 'quotes':
      return quotes(part.quotes)
    case 'facts':
      return facts(part.facts)
    case 'foot':
      return p(part.lines.join(' '), 'foot')
    default:
      return assertNever(part, 'part')
  }
}

/** One picture for both widths of page: the style sheet shows the one that fits. */
const picture = (chart: Chart, wide = WIDE, hasKey = true): string =>
  `<figure class="picture" role="img" aria-label="${escapeXml(chart.alt)}">` +
  `${pictureSvg(chartAlone(chart, wide, hasKey), 'wide')}${pictureSvg(chartAlone(chart, NARROW, hasKey), 'narrow')}</figure>`

function headline({ score, groups, chart, change, explained, todo }: HeadlineSlide, opener: Opener): string {
  const value = score.value === null ? '' : `<p class="${score.muted ? 'value muted' : 'value'}">${opener.number(score.value, score.ref)}</p>`
  const lines = score.lines.map((line, at) => p(line, at === 0 ? 'strong' : 'quiet')).join('')
  const shares = groups
    .map(
      ({ tone, name, share, count, ref }) =>
        `<div><dt>${sign(tone)}${escapeXml(name)}</dt><dd class="share">${opener.number(share, ref)}</dd><dd class="quiet">${escapeXml(count)}</dd></div>`,
    )
    .join('')
  const moved =
    change === null
      ? ''
      : `<div class="change">${p(change.title, 'label')}${change.lines.map((line, at) => p(line, at === 0 ? 'strong' : 'quiet')).join('')}${opener.sources(change.refs)}</div>`
  const goesWith = explained === null ? '' : `<div class="change">${p(explained.title, 'label')}${explained.statements.map(({ text, ref }) => `<p>${escapeXml(text)}${opener.behind(ref)}</p>`).join('')}</div>`
  const first = todo === null ? '' : `<div class="change">${p(todo.title, 'label')}<p class="strong">${escapeXml(todo.statement.text)}${opener.behind(todo.statement.ref)}</p></div>`
  return (
    `<div class="headline"><div class="score">${p(score.label, 'label')}${value}${lines}</div>` +
    `<div>${chart === null ? '' : picture(chart, BESIDE, false)}<dl class="groups">${shares}</dl></div>${moved}${goesWith}${first}</div>`
  )
}

function table({ columns, rows }: Table, title: string, opener: Opener): string {
  const head = columns
    .map(({ label, numeric }) => (label === '' ? '<td></td>' : `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeXml(label)}</th>`))
    .join('')
  const line = (row: TableRow): string =>
    row.cells
      .map((text, at) => {
        const names = [columns[at]?.numeric === true ? 'number' : null, heatClass(row.heats?.[at] ?? null)].filter((name) => name !== null)
        if (at > 0) return `<td${names.length === 0 ? '' : ` class="${names.join(' ')}"`}>${opener.number(text, row.refs?.[at])}</td>`
        const mark = row.mark === null ? '' : ` <span class="mark">${escapeXml(row.mark)}</span>`
        return `<th scope="row">${row.key === null ? '' : sign(row.key)}${escapeXml(text)}${mark}</th>`
      })
      .join('')
  const body = rows.map((row) => `<tr${row.muted ? ' class="muted"' : ''}>${line(row)}</tr>`).join('\n')
  const named = escapeXml(title)
  const look = [...(columns.length > MANY ? ['many'] : []), ...(rows.some(({ heats }) => heats !== undefined) ? ['heat'] : [])].join(' ')
  return (
    `<div class="scroll" role="region" aria-label="${named}" tabindex="0"><table aria-label="${named}"${look === '' ? '' : ` class="${look}"`}>` +
    `<thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
  )
}

const quotes = (all: QuotesSlide['quotes']): string =>
  `<div class="quotes">${all
    .map(
      ({ tone, head, text, source }) =>
        `<blockquote class="tone-${tone}">${p(head, 'head')}<p class="text" dir="auto">${escapeXml(text)}</p><footer>${escapeXml(source)}</footer></blockquote>`,
    )
    .join('\n')}</div>`

const facts = (all: MethodSlide['facts']): string =>
  `<dl class="facts">${all.map(({ label, text }) => `<div><dt>${escapeXml(label)}</dt><dd>${escapeXml(text)}</dd></div>`).join('\n')}</dl>`
