import { ok, type Result } from '../../shared/base/result'
import type { PlanOptions } from '../../shared/ingest/types'
import { DATE_ORDERS, ENCODINGS } from '../../shared/model/role'
import { usageFault, type Arguments, type Options } from './command'

export const READ_USAGE = '[--encoding E] [--delimiter D] [--sheet NAME] [--header-rows N] [--date-order ymd|dmy|mdy] [--plain-quotes]'

/** How a file is to be read, where its own word is not to be taken. */
export const READ_OPTIONS: Options = {
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  sheet: { type: 'string' },
  'header-rows': { type: 'string' },
  'date-order': { type: 'string' },
  'plain-quotes': { type: 'boolean' },
}

const MOST_HEADER_ROWS = 30

/** What the options say; `tab` is the delimiter that is hard to type. Refuses what no file could be read by. */
export function readOptions(args: Arguments): Result<Pick<PlanOptions, 'read' | 'dateOrder'>> {
  const [wantedEncoding, wantedOrder, rows] = [args.one('encoding'), args.one('date-order'), args.one('header-rows')]
  const encoding = ENCODINGS.find((known) => known === wantedEncoding?.toLowerCase())
  if (wantedEncoding !== undefined && !encoding) return usageFault(`--encoding is one of ${ENCODINGS.join(', ')}.`)
  const dateOrder = DATE_ORDERS.find((known) => known === wantedOrder)
  if (wantedOrder !== undefined && !dateOrder) return usageFault(`--date-order is one of ${DATE_ORDERS.join(', ')}.`)
  const headerRows = rows === undefined ? undefined : Number(rows)
  if (headerRows !== undefined && !(Number.isInteger(headerRows) && headerRows >= 0 && headerRows <= MOST_HEADER_ROWS)) {
    return usageFault(`--header-rows is a number from 0 to ${MOST_HEADER_ROWS}.`)
  }
  const given = args.one('delimiter')
  const delimiter = given === 'tab' || given === '\\t' ? '\t' : given
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n]/.test(delimiter))) {
    return usageFault('--delimiter is one character, or the word tab.')
  }
  const sheet = args.one('sheet')
  return ok({
    read: {
      ...(encoding && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(sheet !== undefined && { sheet }),
      ...(headerRows !== undefined && { headerRows }),
      ...(args.flag('plain-quotes') && { quotes: 'literal' as const }),
    },
    ...(dateOrder && { dateOrder }),
  })
}
