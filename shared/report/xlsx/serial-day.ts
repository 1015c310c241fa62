import { isoDay, parseIsoDay } from '../../base/day'

/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH = 25_569
const FIRST = 61
const SECONDS = 86_400
const ISO = /^\d{4}-\d\d-\d\d(?: (\d\d):(\d\d):(\d\d))?$/

/**
 * The serial number of an ISO day or time, if a spreadsheet shows it as just this text again: from March 1900 on, a day that
 * is one, and no time at midnight.
 */
export function serialDay(text: string): { readonly serial: number; readonly isDay: boolean } | null {
  const match = ISO.exec(text)
  const days = match && parseIsoDay(text)
  if (!match || days === null) return null
  const [, hours, minutes, seconds] = match
  const day = days + EPOCH
  if (day < FIRST || !text.startsWith(isoDay(days))) return null
  if (hours === undefined) return { serial: day, isDay: true }
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return time > 0 && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60
    ? { serial: day + time / SECONDS, isDay: false }
    : null
}
