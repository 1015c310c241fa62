import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { seededRandom } from '../../shared/base/seeded-random'
import { rowsToStore } from '../../shared/ingest/commit-rows'
import { planImport } from '../../shared/ingest/plan-import'
import { countPlan } from '../../shared/ingest/plan-counts'
import { unpack } from '../../shared/ingest/unpack'
import { FAULT_CODES } from '../../shared/base/fault'
import { dataFile, must, profilesOf, read } from '../helpers/survey-files'

const SEED = 20_261_123
const FILES = process.env['EARSHOT_SOAK'] ? 100_000 : 450
const HEAD = 6000

/** The beginnings of text files, and whole workbooks: what a file is shows at its start. */
const SOURCES = [
  'carpentries-nps/longterm_October2017.csv',
  'fivethirtyeight-surveymonkey/StarWars.csv',
  'fivethirtyeight-surveymonkey/poll-of-pollsters-anonymous-answers-7.tsv',
  'jupyter-surveys/20160115235816-SurveyExport.csv',
  'napire2018-coded/v_282_with_246_total_334_coded.csv',
  'nsmc-naver-movie/nsmc_20k_dev.csv',
  'qualtrics-export-fixtures/Test_Survey_for_Coded_Comments.csv',
  'r-community-survey-nps/2018-english-responses.tsv',
  're-encoded/nsmc_2000_utf16le_nobom_comma.csv',
  're-encoded/nsmc_3000_cp949.csv',
  'spack-user-survey/spack-user-survey-2021-responses.csv',
  'qualtrics-export-fixtures/Q5 Coded.xlsx',
  'limesurvey-artifact-evaluation/survey-questions.xlsx',
].map((path) => ({ path, bytes: path.endsWith('.xlsx') ? dataFile(path).bytes : dataFile(path).bytes.subarray(0, HEAD) }))

/** A text and a workbook in archives, as they are sent. */
const PACKED = ['carpentries-nps/longterm_October2017.csv', 'qualtrics-export-fixtures/Q5 Coded.xlsx'].map((path) => {
  const { bytes } = SOURCES.find((source) => source.path === path)!
  return { path: `${path}.zip`, bytes: zipSync({ [path.split('/').at(-1)!]: new Uint8Array(bytes) }, { mtime: new Date(2026, 0, 1) }) }
})
const ALL = [...SOURCES, ...PACKED]
/** None takes as long. */
const MOST_MS = 20_000

const HOSTILE = [
  '"', '""', '"\n', ',', ',,,,,,', ';', '\t', '\r', '\n\n\n', '\0', '\0\0\0\0', '__proto__', 'constructor,prototype', '=cmd|"/c calc"!A1',
  '\ufeff', '\ud55c\uae00', '<html>', 'PK\u0003\u0004', '{"ImportId":"QID1"}', 'Timestamp', '99999999999999999999', '1e309', '-99', 'NaN',
].map((text) => new TextEncoder().encode(text))

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

/** One to four changes of the kinds that transfers, editors and hands make. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * Math.max(limit, 1))
  let mutated: Uint8Array = new Uint8Array(bytes)
  for (let left = 1 + below(4); left > 0; left--) {
    const at = below(mutated.length)
    const size = below(below(2) === 0 ? 8 : 400)
    const piece = mutated.subarray(at, at + size)
    switch (below(6)) {
      case 0:
        mutated[at] = below(256)
        break
      case 1:
        mutated = mutated.subarray(0, at)
        break
      case 2:
        mutated = joined(mutated.subarray(0, at), mutated.subarray(at + size))
        break
      case 3:
        mutated = joined(mutated.subarray(0, at), piece, piece, mutated.subarray(at + size))
        break
      case 4:
        for (let byte = at; byte < Math.min(at + size, mutated.length); byte++) mutated[byte] = below(256)
        break
      default:
        mutated = joined(mutated.subarray(0, at), HOSTILE[below(HOSTILE.length)]!, mutated.subarray(at))
    }
  }
  return mutated
}

const prototypes = (): string =>
  JSON.stringify([Object.prototype, Array.prototype, Map.prototype, String.prototype].map((each) => Object.getOwnPropertyNames(each).toSorted()))

it(
  'a damaged file is refused with a reason or read to the last row, and changes nothing else',
  async () => {
    const random = seededRandom(SEED)
    const before = prototypes()
    let opened = 0
    for (let file = 0; file < FILES; file++) {
      const source = ALL[file % ALL.length]!
      const started = performance.now()
      const bytes = mutate(source.bytes, random)
      const name = source.path.split('/').at(-1)!
      const unpacked = unpack({ name, bytes })
      const table = unpacked.ok ? await read(unpacked.value) : unpacked
      if (!table.ok) {
        expect(FAULT_CODES).toContain(table.fault.code)
        continue
      }
      opened += 1
      const { rows, columns } = table.value
      const plan = must(planImport(table.value, await profilesOf(table.value), {}, { ids: new Set() }))
      const counts = countPlan(plan)
      expect(counts.accepted + counts.setAside + counts.duplicates).toBe(rows)
      const stored = rowsToStore(plan)
      expect(stored.rows + counts.duplicates).toBe(rows)
      expect(performance.now() - started, `${name}, number ${file}`).toBeLessThan(MOST_MS)
      for (const column of columns) expect(column.kind === 'plain' ? column.rows : column.codes.length).toBe(rows)
    }
    expect(prototypes()).toBe(before)
    // Most damage leaves something to read; if nothing did, nothing would have been tested.
    expect(opened).toBeGreaterThan(FILES / 2)
  },
  7_200_000,
)
