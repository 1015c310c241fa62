import { quietTask } from '../../shared/base/task'
import { codeProject } from '../../shared/engine/codebook/code-project'
import { importPlan, planFile, readFile } from '../../shared/engine/import/import-file'
import type { Project } from '../../shared/engine/project/project'
import type { PlanOptions } from '../../shared/ingest/types'
import { must, newProject } from './project'

const OPTIONS: PlanOptions = { roles: { 1: 'date', 2: 'score', 3: 'segment', 4: 'segment', 5: 'comment', 6: 'respondent', 7: 'person' } }
const WORDS = ['The price went up again and nobody said why', 'Support was fast and kind to us', '가격이 너무 올랐습니다, 김민준 드림', 'The app is slow, call me at 010-1234-5678', '지원이 빨라서 좋았습니다', '']
const CODEBOOK = 'code,rule\nPrice,price OR 가격*\nSupport,support OR 지원*\nApp,app\n'
const INDUSTRIES = ['Bank', 'Shop', 'Hospital', '공공기관']
const PEOPLE = ['김민준', 'Anna Kim', 'Lee Seo']

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A number that looks thrown, the same each time. */
const dice = (at: number, sides: number): number => (Math.imul(at + 7, 2_654_435_761) >>> 9) % sides

/** Answers of six quarters by two fields, with comments, people who answer several times, and columns that name them. */
export function surveyCsv(rows = 720): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const quarter = dice(at, 6)
    const day = `${2025 + Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1 + dice(at + 1, 3)).padStart(2, '0')}-${String(1 + dice(at + 2, 28)).padStart(2, '0')}`
    const industry = INDUSTRIES[dice(at + 3, 4)]!
    const lean = industry === 'Bank' ? -3 : industry === 'Hospital' ? 2 : 0
    const score = at % 40 === 9 ? '' : at % 37 === 3 ? 0 : Math.max(0, Math.min(10, 8 + lean - dice(at + 4, 4) + dice(at + 5, 4)))
    const comment = WORDS[dice(at + 6, 6)]!
    return `${day},${score},${industry},${['Free', 'Team', ''][dice(at + 8, 3)]},"${comment === '' ? '' : `${comment} (${at})`}",p${dice(at + 9, 500)},${PEOPLE[dice(at + 10, 3)]}`
  })
  return ['Date,Score,Industry,Plan,Why,Customer,Contact', ...lines].join('\n')
}

/** A project with these answers and a codebook. */
export async function surveyProject(csv = surveyCsv()): Promise<Project> {
  const project = await newProject()
  const read = must(await readFile(project.platform, { name: 'survey.csv', bytes: bytesOf(`${csv}\n`) }, OPTIONS, quietTask))
  must(await importPlan(project, read, must(await planFile(read, OPTIONS, project)), quietTask))
  must(await codeProject(project, { name: 'codes.csv', bytes: bytesOf(CODEBOOK) }))
  return project
}
