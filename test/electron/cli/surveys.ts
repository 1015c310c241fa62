import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect } from 'vitest'
import { surveyPath, type CommandLine } from '../../helpers/command-line'
import { count, figure } from '../../helpers/naive-figure'

export const CARPENTRIES = surveyPath('carpentries-nps/longterm_October2017.csv')
export const R_ENGLISH = surveyPath('r-community-survey-nps/2018-english-responses.tsv')
export const R_SPANISH = surveyPath('r-community-survey-nps/2018-spanish-responses.tsv')
export const R_WORKBOOK = surveyPath('r-community-survey-nps/2019 Spanish R Community Survey Responses.xlsx')
export const FILMS = surveyPath('nsmc-naver-movie/nsmc_20k_dev.csv')
export const FILMS_CP949 = surveyPath('re-encoded/nsmc_3000_cp949.csv')

/** 600 made-up answers over three quarters, with what exports hold: blanks, `=`, Korean, line breaks, formulas. */
export const SMALL_ROWS = Array.from({ length: 600 }, (_, row) => {
  const dice = Math.imul(row + 1, 2_654_435_761) >>> 0
  const month = 1 + (row % 9)
  return {
    How: row % 50 === 7 ? 'abc' : row % 50 === 8 ? '' : String(Math.min(10, (dice % 13) + (month > 6 ? 1 : 0))),
    Other: String((dice >>> 8) % 11),
    'Plan=Kind': ['a=b', 'Team', '', ' Team '][(dice >>> 4) % 4]!,
    지역: ['서울', '부산', '대구'][(dice >>> 12) % 3]!,
    When: `2026-0${month}-${String(1 + (row % 28)).padStart(2, '0')}`,
    Comment: [`late delivery, order ${row}`, '배송이 늦어요', '=1+1', '', '\t@SUM(A1)', 'great\nsupport', '＝cmd', 'fine'][(dice >>> 16) % 8]!,
    Change: ['-5', '+82-10-1234-5678', '-1+1', '+cmd|x'][(dice >>> 20) % 4]!,
  }
})
export const SMALL_MAP = ['--map', 'score=How', '--map', 'comment=Comment', '--map', 'segment=Plan=Kind', '--map', 'date=When']

/** The figure of the made-up answers that are kept. */
export const smallWhere = (keep: (row: (typeof SMALL_ROWS)[number]) => boolean): object =>
  figure(count(SMALL_ROWS.filter(keep).map(({ How }) => How)))

export interface Imported {
  readonly project: string
  readonly waves: readonly object[]
}

export interface WorkFolder {
  readonly path: string
  /** A file in it; `small.csv` are the made-up answers. */
  readonly at: (name: string) => string
  /** Makes projects in it, each from the words of one `import`, and gives what the commands answered. */
  import<Name extends string>(cli: CommandLine, words: Readonly<Record<Name, readonly string[]>>): Promise<Readonly<Record<Name, Imported>>>
  /** Checks that the commands left nothing beside what they were asked for. */
  readonly remove: () => void
}

/** A folder of its own for a file of tests. */
export function workFolder(): WorkFolder {
  const path = mkdtempSync(join(tmpdir(), 'earshot-cli-'))
  const at = (name: string): string => join(path, name)
  writeFileSync(at('small.csv'), `\ufeff${Papa.unparse(SMALL_ROWS)}`)
  return {
    path,
    at,
    async import<Name extends string>(cli: CommandLine, words: Readonly<Record<Name, readonly string[]>>) {
      const done = Object.entries<readonly string[]>(words).map(
        async ([name, rest]) => [name, await cli.json<Imported>('import', ...rest, '--project', at(`${name}.earshot`))] as const,
      )
      return Object.fromEntries(await Promise.all(done)) as Record<Name, Imported>
    },
    remove() {
      const beside = readdirSync(path).filter((name) => !/^[\w가-]+\.(earshot|csv|qdc|tsv|pptx|pdf|html|xlsx|parquet|sql)$/.test(name))
      rmSync(path, { recursive: true })
      expect(beside, 'beside the project files').toEqual([])
    },
  }
}
