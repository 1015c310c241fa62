import type { CountedRows, Evidence } from '../evidence'
import type { Outline, Query } from '../outline'
import { hasScore, phrases, type Phrases } from '../phrases'
import { escapeXml } from '../pptx/xml'
import { rowsId } from './opener'

const VALUE_WIDTH = 40

/**
 * The responses behind each number, in a part of the page that is not seen until a number opens it, and a list of all of
 * them. It needs no script: the browser opens and closes such parts by itself.
 */
export function rowsMarkup(outline: Outline, evidence: Evidence): { readonly list: string; readonly panels: string } {
  const words = phrases(outline.locale)
  const { say } = words
  const known = outline.queries.flatMap((query) => {
    const counted = evidence.counted.get(query.id)
    return counted ? [{ query, counted }] : []
  })
  const list = known.map(
    ({ query: { id, label }, counted }) =>
      `<li><button type="button" class="open" popovertarget="${rowsId(id)}">${escapeXml(label)}</button> <span>${escapeXml(words.count(counted.figure.n))}</span> <code>${id}</code></li>`,
  )
  return {
    list:
      `<details class="queries"><summary>${escapeXml(say('report.rows.all'))}</summary><p>${escapeXml(say('report.rows.all.about'))}</p>` +
      `<ol>\n${list.join('\n')}\n</ol></details>`,
    panels: known.map(({ query, counted }) => panel(query, counted, outline.about, evidence.fields, words)).join('\n'),
  }
}

function panel({ id, label }: Query, counted: CountedRows, filter: string | null, fields: readonly string[], words: Phrases): string {
  const { say } = words
  const { figure, rows } = counted
  // Those of one group alone have a score that says nothing.
  const isMixed = [figure.promoters, figure.passives, figure.detractors].filter((part) => part > 0).length > 1
  const lines = [
    ...(filter === null ? [] : [say('report.filter', { filter })]),
    ...(isMixed && hasScore(figure) ? [say('report.rows.base', { figure: words.figure(figure) })] : []),
    figure.n === 0 ? say('report.rows.base.none') : words.counts(figure),
  ]
  const left = figure.n - rows.length
  const more = left > 0 ? `<p class="more">${escapeXml(say('report.rows.more', { n: left }))}</p>` : ''
  return (
    `<div popover="auto" id="${rowsId(id)}" class="rows" role="dialog" aria-labelledby="h-${id}"><div class="rows-head"><p id="h-${id}">${escapeXml(label)}</p>` +
    `<button type="button" class="close" popovertarget="${rowsId(id)}" popovertargetaction="hide">${escapeXml(say('report.rows.close'))}</button></div>` +
    `<div class="rows-body" tabindex="0" role="region" aria-labelledby="h-${id}">${lines.map((line) => `<p>${escapeXml(line)}</p>`).join('')}` +
    `${rows.length === 0 ? '' : table(counted, fields, words)}${more}` +
    `<p class="quiet">${escapeXml(`${say('report.rows.note')} ${say('report.rows.id', { id })}`)}</p></div></div>`
  )
}

function table({ rows }: CountedRows, fields: readonly string[], words: Phrases): string {
  const { say } = words
  const isDated = rows.some(({ day }) => day !== null)
  const head = [say('report.column.scoreGiven'), ...(isDated ? [say('report.column.date')] : []), ...fields.map((field) => words.label(field, VALUE_WIDTH)), say('report.column.wave'), say('report.column.line')]
  const cell = (text: string): string => `<td>${escapeXml(text)}</td>`
  const body = rows.map(
    ({ wave, line, day, score, values }) =>
      `<tr>${cell(String(score))}${isDated ? `<td class="day">${day ?? ''}</td>` : ''}${values.map((value) => cell(words.label(value, VALUE_WIDTH))).join('')}${cell(words.label(wave, VALUE_WIDTH))}${cell(String(line))}</tr>`,
  )
  return `<table><thead><tr>${head.map((label) => `<th scope="col">${escapeXml(label)}</th>`).join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}
