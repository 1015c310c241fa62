import { assertNever } from '../../base/assert'
import type { ChartFrame } from '../layout/blocks'
import { BAR, GREY, INK, LINE, TONE_COLORS } from '../layout/look'
import type { Chart, Series } from '../outline'
import { cellSafe } from '../sanitize'
import { escapeXml } from './xml'

const SCHEMAS = 'http://schemas.openxmlformats.org'
const NAMESPACES =
  `xmlns:c="${SCHEMAS}/drawingml/2006/chart" xmlns:a="${SCHEMAS}/drawingml/2006/main" ` +
  `xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"`
const [CATEGORY_AXIS, VALUE_AXIS] = [111_111_111, 222_222_222]

export const SHEET = 'Data'

const value = (name: string, val: string | number): string => `<c:${name} val="${val}"/>`
const fill = (color: string): string => `<a:solidFill><a:schemeClr val="${color}"/></a:solidFill>`
const barFill = (color: string): string => fill(color === TONE_COLORS.score ? BAR : color)
const stroke = (color: string, points: number): string =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="flat">${fill(color)}<a:round/></a:ln>`

const NO_TICKS = `${value('majorTickMark', 'none')}${value('minorTickMark', 'none')}`
const TEXT =
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000">${fill(GREY)}` +
  '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'

/** The columns of the chart's data sheet, as its XML refers to them: names, series, then both interval distances. */
export const columnLetter = (at: number): string => String.fromCharCode(65 + at)
const cells = (column: number, rows: number): string =>
  `${SHEET}!$${columnLetter(column)}$2:$${columnLetter(column)}$${rows + 1}`

/**
 * A DrawingML chart (ECMA-376 part 1, 21.2) in the order its schema asks for, native and editable: every number refers
 * to the embedded sheet of `chart-workbook.ts`, which `workbook` is the relation to. Values are written in full; gaps stay gaps.
 */
export function chartPart(frame: ChartFrame, workbook: string): string {
  const { plot } = frame
  const layout = (['x', 'y', 'w', 'h'] as const).map((key) => value(key, plot[key])).join('')
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${NAMESPACES}>` +
    `${value('date1904', 0)}${value('roundedCorners', 0)}<c:chart>${value('autoTitleDeleted', 1)}<c:plotArea>` +
    `<c:layout><c:manualLayout>${value('layoutTarget', 'inner')}${value('xMode', 'edge')}${value('yMode', 'edge')}` +
    `${layout}</c:manualLayout></c:layout>` +
    `${plotPart(frame)}${categoryAxis(frame)}${valueAxis(frame)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${value('plotVisOnly', 1)}${value('dispBlanksAs', 'gap')}</c:chart>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${TEXT}` +
    `<c:externalData r:id="${workbook}">${value('autoUpdate', 0)}</c:externalData></c:chartSpace>`
  )
}

function plotPart({ chart, lying, gap }: ChartFrame): string {
  const series = chart.series.map((entry, at) => seriesPart(chart, entry, at)).join('')
  const axes = `${value('axId', CATEGORY_AXIS)}${value('axId', VALUE_AXIS)}`
  if (chart.kind === 'line') {
    const options = `${value('grouping', 'standard')}${value('varyColors', 0)}`
    return `<c:lineChart>${options}${series}${value('marker', 1)}${axes}</c:lineChart>`
  }
  const stacked = chart.kind === 'stacked' || chart.kind === 'waterfall'
  return (
    `<c:barChart>${value('barDir', lying ? 'bar' : 'col')}${value('grouping', stacked ? 'stacked' : 'clustered')}` +
    `${value('varyColors', 0)}${series}${value('gapWidth', gap)}` +
    `${stacked ? value('overlap', 100) : ''}${axes}</c:barChart>`
  )
}

function seriesPart(chart: Chart, series: Series, at: number): string {
  const rows = chart.categories.length
  const line = chart.kind === 'line'
  const tone = TONE_COLORS[series.tones.find((entry) => entry !== 'low') ?? 'low']
  const shape = shapeOf(chart, series, at, tone)
  const name = strings(`${SHEET}!$${columnLetter(at + 1)}$1`, [series.name])
  const isBase = chart.kind === 'waterfall' && at === 0
  const points = (isBase ? [] : series.tones)
    .map((entry, index) => (TONE_COLORS[entry] === tone ? '' : pointPart(index, TONE_COLORS[entry], line)))
    .join('')
  return (
    `<c:ser>${value('idx', at)}${value('order', at)}<c:tx>${name}</c:tx><c:spPr>${shape}</c:spPr>` +
    `${line ? (series.isReference ? NO_MARKER : markerPart(tone)) : value('invertIfNegative', 0)}${points}${intervalPart(chart, series, at)}` +
    `<c:cat>${strings(cells(0, rows), chart.categories)}</c:cat>` +
    `<c:val>${numbers(cells(at + 1, rows), series.values)}</c:val>${line ? value('smooth', 0) : ''}</c:ser>`
  )
}

/** The look of a series: that which lifts a waterfall's others has none. */
function shapeOf(chart: Chart, series: Series, at: number, tone: string): string {
  switch (chart.kind) {
    case 'line':
      return series.isReference ? dashed(tone) : stroke(tone, 2.25)
    case 'waterfall':
      return at === 0 ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : barFill(tone)
    case 'stacked':
      return barFill(tone) + stroke('bg1', 0.75)
    case 'bars':
      return barFill(tone)
    default:
      return assertNever(chart.kind, 'chart')
  }
}

const dashed = (color: string): string =>
  `<a:ln w="19050" cap="flat">${fill(color)}<a:prstDash val="dash"/><a:round/></a:ln>`

const NO_MARKER = `<c:marker>${value('symbol', 'none')}</c:marker>`

const markerPart = (color: string): string =>
  `<c:marker>${value('symbol', 'circle')}${value('size', 8)}` +
  `<c:spPr>${fill(color)}${stroke('bg1', 1)}</c:spPr></c:marker>`

/** One point that differs from its series: a greyed bar, or a greyed marker with the line that leads to it. */
const pointPart = (index: number, color: string, line: boolean): string =>
  line
    ? pointFormat(index, markerPart(color), stroke(color, 2.25))
    : pointFormat(index, value('invertIfNegative', 0), barFill(color))

const pointFormat = (index: number, before: string, shape: string): string =>
  `<c:dPt>${value('idx', index)}${before}${value('bubble3D', 0)}<c:spPr>${shape}</c:spPr></c:dPt>`

/** How far the interval reaches below and above each value; no value, no interval. */
export function distances({ values, interval }: Series): {
  readonly below: (number | null)[]
  readonly above: (number | null)[]
} {
  const apart = (ends: readonly (number | null)[] | undefined, sign: number): (number | null)[] =>
    values.map((middle, at) => {
      const end = ends?.[at] ?? null
      return middle === null || end === null ? null : Math.max(0, sign * (end - middle))
    })
  return { below: apart(interval?.low, -1), above: apart(interval?.high, 1) }
}

function intervalPart(chart: Chart, series: Series, at: number): string {
  if (series.interval === null) return ''
  const { below, above } = distances(series)
  const before = chart.series.slice(0, at).filter(({ interval }) => interval !== null).length
  const column = chart.series.length + 1 + 2 * before
  const rows = chart.categories.length
  return (
    `<c:errBars>${chart.kind === 'line' ? value('errDir', 'y') : ''}${value('errBarType', 'both')}` +
    `${value('errValType', 'cust')}${value('noEndCap', 0)}` +
    `<c:plus>${numbers(cells(column + 1, rows), above)}</c:plus>` +
    `<c:minus>${numbers(cells(column, rows), below)}</c:minus>` +
    `<c:spPr>${stroke(INK, 1.25)}</c:spPr></c:errBars>`
  )
}

function numbers(formula: string, values: readonly (number | null)[]): string {
  const points = values.map((number, at) => (number === null ? '' : point(at, String(number)))).join('')
  const cache = `<c:formatCode>General</c:formatCode>${value('ptCount', values.length)}${points}`
  return `<c:numRef><c:f>${formula}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`
}

function strings(formula: string, texts: readonly string[]): string {
  const points = texts.map((text, at) => point(at, escapeXml(cellSafe(text)))).join('')
  return `<c:strRef><c:f>${formula}</c:f><c:strCache>${value('ptCount', texts.length)}${points}</c:strCache></c:strRef>`
}

const point = (at: number, content: string): string => `<c:pt idx="${at}"><c:v>${content}</c:v></c:pt>`

/** Without labels: the table beside or below names the categories. Its line is the zero line. */
const categoryAxis = ({ lying }: ChartFrame): string =>
  `<c:catAx>${value('axId', CATEGORY_AXIS)}` +
  `<c:scaling>${value('orientation', lying ? 'maxMin' : 'minMax')}</c:scaling>${value('delete', 0)}` +
  `${value('axPos', lying ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>${NO_TICKS}` +
  `${value('tickLblPos', 'none')}<c:spPr>${stroke(GREY, 0.75)}</c:spPr>` +
  `${value('crossAx', VALUE_AXIS)}${value('crosses', 'autoZero')}${value('auto', 1)}` +
  `${value('lblAlgn', 'ctr')}${value('lblOffset', 100)}${value('noMultiLvlLbl', 0)}</c:catAx>`

function valueAxis({ chart, lying, axisLabels }: ChartFrame): string {
  const { min, max, step } = chart.axis
  const format = chart.unit === 'points' ? '+0;"\u2212"0;0' : '0%'
  const grid = axisLabels ? `<c:majorGridlines><c:spPr>${stroke(LINE, 0.5)}</c:spPr></c:majorGridlines>` : ''
  return (
    `<c:valAx>${value('axId', VALUE_AXIS)}` +
    `<c:scaling>${value('orientation', 'minMax')}${value('max', max)}${value('min', min)}</c:scaling>` +
    `${value('delete', axisLabels ? 0 : 1)}${value('axPos', lying ? 'b' : 'l')}${grid}` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${NO_TICKS}` +
    `${value('tickLblPos', 'nextTo')}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${TEXT}` +
    `${value('crossAx', CATEGORY_AXIS)}${value('crosses', lying ? 'max' : 'autoZero')}` +
    `${value('crossBetween', 'between')}${value('majorUnit', step)}</c:valAx>`
  )
}
