import { guardNested, type CutTable } from './guard-nested'
import { isSafe, setOf, type ScoredAnswers } from './row-set'
import { settleLine } from './settle-line'
import { cellsOf, settleTable, type CrossedLines } from './settle-table'

/** A field as one wave has it: a number for each scored answer, `values` of them. */
export interface Cut {
  readonly codes: ArrayLike<number>
  readonly values: number
}

/** What of one wave may be shown. Nothing else may, unless it is made of these. */
export interface WaveGuard {
  /** The wave in all. */
  readonly total: boolean
  /** For each field its values. */
  readonly values: readonly (readonly boolean[])[]
  /** For each field its values within each of the field that all may be crossed with; null for that field itself. */
  readonly cells: readonly ((readonly (readonly boolean[])[]) | null)[]
}

/**
 * What may be shown of a wave: by each field, and, where `crossed` says which, by that one crossed with each of the others. Any
 * other two fields are never crossed: tables of three pairs of fields tell of single people what none of them tells. That way,
 * within a value of `crossed` nothing ties one field's answers to another's, so that whoever adds and subtracts gets no further than
 * one table does.
 */
export function guardWave(answers: ScoredAnswers, cuts: readonly Cut[], crossed: number | null, k: number): WaveGuard {
  const total = setOf(answers.count, () => true)
  const none = (): WaveGuard['values'] => cuts.map(({ values }) => Array.from({ length: values }, () => false))
  if (!isSafe(answers, total, k)) return { total: false, values: none(), cells: cuts.map(() => null) }
  const sets = cuts.map(({ codes, values }) => Array.from({ length: values }, (_, value) => setOf(answers.count, (row) => codes[row] === value)))
  const hidden = sets.map((values) => {
    const own = values.map(() => false)
    settleLine(answers, total, values, own, k)
    return own
  })
  const crossing = sets.map((columns, at): CrossedTable | null =>
    crossed === null || at === crossed ? null : crossedTable(answers, { rows: sets[crossed]!, columns, hiddenRows: hidden[crossed]!, hiddenColumns: hidden[at]! }, k),
  )
  const tables = crossing.filter((table) => table !== null)
  const lines = sets.map((values, at): CutTable => {
    const own = hidden[at]!
    const hide = (value: number): void => {
      own[value] = true
      settleLine(answers, total, values, own, k)
      for (const table of tables) table.settle()
    }
    return { sets: values, hidden: own, hide }
  })
  guardNested(answers, total, [...lines, ...tables], k)
  return {
    total: true,
    values: hidden.map((own) => own.map((one) => !one)),
    cells: crossing.map((table) => table && table.shown()),
  }
}

interface CrossedTable extends CutTable {
  /** Hides what has to be hidden now; what was hidden stays so. */
  readonly settle: () => void
  readonly shown: () => readonly (readonly boolean[])[]
}

function crossedTable(answers: ScoredAnswers, lines: CrossedLines, k: number): CrossedTable {
  const width = lines.columns.length
  const hidden = lines.rows.map(() => lines.columns.map(() => false))
  const flat = hidden.flat()
  const settle = (): void => {
    const isSettled = settleTable(answers, lines, hidden, k)
    hidden.forEach((line, i) => line.forEach((one, j) => (flat[i * width + j] ||= one || !isSettled)))
  }
  settle()
  return {
    sets: cellsOf(lines).flat(),
    hidden: flat,
    settle,
    hide: (at) => {
      hidden[Math.floor(at / width)]![at % width] = true
      settle()
    },
    shown: () => hidden.map((line, i) => line.map((_, j) => !flat[i * width + j])),
  }
}
