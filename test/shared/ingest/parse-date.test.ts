import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectDates } from '../../../shared/ingest/detect-dates'
import { parseDate, parseSerial } from '../../../shared/ingest/parse-date'
import type { DateOrder } from '../../../shared/model/role'
import { columnOf } from '../../../shared/table/column-builder'

const seconds = (iso: string): number => Date.parse(`${iso}Z`) / 1000

describe('parseDate', () => {
  test.each<[string, DateOrder, string]>([
    ['2026-07-01', 'ymd', '2026-07-01T00:00'],
    ['2026-07-01 21:33', 'dmy', '2026-07-01T21:33'],
    ['2026-07-01T21:33:05', 'mdy', '2026-07-01T21:33:05'],
    ['2026-07-01T21:33:05.123Z', 'ymd', '2026-07-01T21:33:05'],
    ['2026-07-01T21:33:05+09:00', 'ymd', '2026-07-01T21:33:05'],
    ['2026-01-01 20:00:00 UTC', 'ymd', '2026-01-01T20:00'],
    ['2026-01-01 20:00:00 GMT+8', 'ymd', '2026-01-01T20:00'],
    ['12/6/2018 11:57:58', 'mdy', '2018-12-06T11:57:58'],
    ['12/6/2018 11:57:58', 'dmy', '2018-06-12T11:57:58'],
    ['5/10/18 4:01', 'mdy', '2018-05-10T04:01'],
    ['03.11.21', 'ymd', '2003-11-21T00:00'],
    ['99.11.21', 'ymd', '1999-11-21T00:00'],
    ['27/06/2026', 'dmy', '2026-06-27T00:00'],
    ['29-12-2018 23:46', 'dmy', '2018-12-29T23:46'],
    ['2026. 9. 21 오후 2:34:56', 'ymd', '2026-09-21T14:34:56'],
    ['2026. 9. 21. 오전 12:05:00', 'ymd', '2026-09-21T00:05'],
    ['2026/05/07 5:34:13 오후 GMT+9', 'ymd', '2026-05-07T17:34:13'],
    ['2026/05/07 12:34:13 오후 GMT+9', 'ymd', '2026-05-07T12:34:13'],
    ['2022/06/22 11:07:29 AM AST', 'ymd', '2022-06-22T11:07:29'],
    ['2026/09/27 3:00:00 PM GMT+5:30', 'ymd', '2026-09-27T15:00'],
    ['07/04/2019 12:10:00 AM', 'mdy', '2019-07-04T00:10'],
    ['May 1, 2026', 'ymd', '2026-05-01T00:00'],
    ['1 May 2026 10:00', 'ymd', '2026-05-01T10:00'],
    ['21-Nov-25', 'mdy', '2025-11-21T00:00'],
    ['2026년 9월 21일', 'ymd', '2026-09-21T00:00'],
    ['2024-02-29', 'ymd', '2024-02-29T00:00'],
  ])('%j read %s', (text, order, wanted) => expect(parseDate(text, order)).toBe(seconds(wanted)))

  test.each<[string, DateOrder]>([
    ['', 'ymd'],
    ['2026-02-30', 'ymd'],
    ['2025-02-29', 'ymd'],
    ['1900-02-29', 'ymd'],
    ['2026-13-01', 'ymd'],
    ['2026-07-01 25:00', 'ymd'],
    ['2026-07-01 10:60', 'ymd'],
    ['13/13/2018', 'mdy'],
    ['31/4/2018', 'dmy'],
    ['3.10', 'ymd'],
    ['1-2', 'ymd'],
    ['1.2.3.4', 'ymd'],
    ['43812.5', 'ymd'],
    ['2 years', 'ymd'],
    ['Mayor 1, 20266', 'ymd'],
    ['2026-07-01 soon, perhaps', 'ymd'],
  ])('%j read %s is none', (text, order) => expect(parseDate(text, order)).toBeNaN())

  test('every day of two centuries, in every order and dress', () => {
    const day = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const wanted = Math.floor(date.getTime() / 1000)
        const iso = date.toISOString()
        const [y, m, d, h, min, s] = iso.match(/\d+/g)!
        const hour = Number(h) % 12 || 12
        const meridiem = Number(h) < 12 ? ['AM', '오전'] : ['PM', '오후']
        expect(parseDate(iso.slice(0, 19).replace('T', ' '), 'mdy')).toBe(wanted)
        expect(parseDate(iso, 'dmy')).toBe(wanted)
        expect(parseDate(`${Number(m)}/${Number(d)}/${y} ${hour}:${min}:${s} ${meridiem[0]}`, 'mdy')).toBe(wanted)
        expect(parseDate(`${d}.${m}.${y!.slice(2)} ${h}:${min}:${s}`, 'dmy')).toBe(wanted)
        expect(parseDate(`${y}. ${Number(m)}. ${Number(d)} ${meridiem[1]} ${hour}:${min}:${s}`, 'ymd')).toBe(wanted)
      }),
      { seed: 20_260_705, numRuns: 2000 },
    )
  })

  test.each([
    ['43812', '2019-12-13T00:00'],
    ['43812.501759189814', '2019-12-13T12:02:32'],
    ['1767225600', '2026-01-01T00:00'],
    ['1767225600123', '2026-01-01T00:00'],
  ])('serial %s', (text, wanted) => expect(parseSerial(text)).toBe(seconds(wanted)))

  test.each(['9', '2019', '99999', 'x'])('%s is no serial', (text) => expect(parseSerial(text)).toBeNaN())
})

describe('detectDates', () => {
  const detect = (cells: readonly string[], serial = false) => detectDates(columnOf(cells), '2026-11-22', serial)

  test.each<[string, readonly string[], DateOrder, boolean]>([
    ['a day above twelve decides', ['1/2/2026', '3/25/2026'], 'mdy', false],
    ['the other way round', ['1/2/2026', '25/3/2026'], 'dmy', false],
    ['nothing decides', ['1/2/2026', '3/4/2026'], 'mdy', true],
    ['the same either way', ['2/2/2026', '4/4/2026'], 'mdy', false],
    ['no answer comes from the future', ['12/10/2026', '11/1/2026'], 'dmy', false],
    ['two digits, Korean', ['03.11.21', '19.05.31', '11.12.13'], 'ymd', false],
    ['German', ['01.02.2026', '03.04.2026'], 'dmy', true],
    ['year first', ['2027-01-01', '2027-02-01'], 'ymd', false],
    ['blanks and a few others do not matter', ['2026-01-01', '', ...Array.from({ length: 40 }, () => '2026-02-03'), 'x'], 'ymd', false],
  ])('%s', (_, cells, order, ambiguous) => expect(detect(cells)).toMatchObject({ order, ambiguous }))

  test('the order of the file decides between orders that both read', () => {
    const days = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, '0')}/03/2025`)
    expect(detect(days)).toMatchObject({ ambiguous: true })
    const shuffled = ['05/01/2026', '06/01/2026', '09/01/2026', '10/01/2026', '12/01/2026', '01/02/2026', '03/02/2026', '04/02/2026', '08/02/2026', '02/03/2026', '07/03/2026', '01/04/2026']
    expect(detect(shuffled)).toMatchObject({ order: 'dmy', ambiguous: false })
  })

  test('serials only where the header says so', () => {
    expect(detect(['43812.5', '43813.25'])).toBeNull()
    expect(detect(['43812.5', '43813.25'], true)).toMatchObject({ serial: true })
  })

  test.each([[['3', '4']], [['1.10', '2.11']], [['a', 'b']], [['', '']]])('%j are no dates', (cells) => expect(detect(cells)).toBeNull())
})
