import type { Scale } from '../model/role'

/** Not answered: blank, N/A, a recode for missing. */
export const MISSING = -1
/** Answered, but not a score on the scale. */
export const INVALID = -2

const MISSING_WORDS = new Set(
  (
    'n/a|na|n.a.|n.a|#n/a|nan|null|none|nil|-|--|—|–|―|.|?|no answer|no response|not applicable|not answered|unanswered|skipped|' +
    "don't know|don’t know|dont know|dk|prefer not to say|무응답|해당없음|해당 없음|없음|모름|잘 모름|모르겠음|미응답|응답없음|응답 없음"
  ).split('|'),
)
/** Codes that survey tools write for questions that were not answered. */
const MISSING_CODES = new Set([-1, -2, -3, -7, -8, -9, -66, -77, -88, -97, -98, -99, -999])

const NUMBER = /^[+-]?\d{1,9}(?:\.\d{1,9})?$/
const OUT_OF = /^(\d{1,3})(?:\.0+)?\s*(?:\/|out of|of)\s*(?:5|7|10|100)$/i
const POINTS = /^(\d{1,3})(?:\.0+)?\s*(?:점|點|点|pts?|points?)\.?$/i
const LEADING = /^(\d{1,3})\s*[-–—:.)(=]\s*(?=[^\d\s.])/
const TRAILING = /^[^\d]*[-–—:(=]\s*(\d{1,3})\)?$/
const MONTH_OR_UNIT =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|^(years?|months?|weeks?|days?|hours?|년|개월|주|일|시간)/i

/**
 * The score that a cell states: `10`, `10.0`, `Extremely likely - 10`, `0 - Not at all likely`, `10점`, `9/10`,
 * full-width digits. The number may be off the scale (11) or no whole number (8.5): it is never rounded or clamped.
 * Otherwise MISSING or INVALID.
 */
export function parseScore(text: string): number {
  const cell = text.normalize('NFKC').trim()
  if (cell === '' || MISSING_WORDS.has(cell.toLowerCase())) return MISSING
  if (NUMBER.test(cell)) {
    const number = Number(cell)
    if (number >= 0) return number === 0 ? 0 : number
    return MISSING_CODES.has(number) ? MISSING : INVALID
  }
  const stated = OUT_OF.exec(cell) ?? POINTS.exec(cell) ?? leading(cell) ?? TRAILING.exec(cell)
  return stated ? Number(stated[1]) : INVALID
}

function leading(cell: string): RegExpExecArray | null {
  const match = LEADING.exec(cell)
  return match && !MONTH_OR_UNIT.test(cell.slice(match[0].length)) ? match : null
}

/** Lowest and highest score of a scale. */
export function boundsOf(scale: Scale): readonly [low: number, high: number] {
  const [low = 0, high = 10] = scale.split('-').map(Number)
  return [low, high]
}

/** Reads cells as scores on `scale`: a whole number within it, MISSING or INVALID. */
export function scoreReader(scale: Scale): (text: string) => number {
  const [low, high] = boundsOf(scale)
  return (text) => {
    const score = parseScore(text)
    if (score === MISSING || (Number.isInteger(score) && score >= low && score <= high)) return score
    return INVALID
  }
}
