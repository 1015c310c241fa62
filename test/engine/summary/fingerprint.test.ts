import { beforeAll, describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { saveBrand } from '../../../shared/engine/settings/brand'
import { saveMethod } from '../../../shared/engine/settings/method'
import type { Project } from '../../../shared/engine/project/project'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { outlineOf, writeSummary } from '../../../shared/engine/summary/summary'
import { saveEdits } from '../../../shared/engine/settings/summary-edits'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { NO_EDITS } from '../../../shared/report/edits/edits'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import type { Outline } from '../../../shared/report/outline'
import type { Locale } from '../../../shared/locale/translate'
import type { Clause } from '../../../shared/query/types'
import { readPdf } from '../../helpers/read-pdf'
import { must } from '../../helpers/project'
import { surveyProject } from '../../helpers/survey-project'
import { officeParts } from '../../shared/report/well-formed'

const FIRST_QUARTER: Clause = { kind: 'values', dimension: { kind: 'period', unit: 'quarter' }, values: ['2025-Q1', '2025-Q2', '2026-Q1'] }
const GROUPS: Clause = { kind: 'values', dimension: { kind: 'group' }, values: ['promoters', 'detractors'] }

describe('the fingerprint of a summary', () => {
  let project: Project
  const outline = async (where: readonly Clause[] = [], locale: Locale = 'en', periods = {}, at?: string): Promise<Outline> => must(await outlineOf(project, { where, locale, ...periods }, quietTask, at))
  const of = async (...asked: Parameters<typeof outline>): Promise<string> => /[0-9a-f]{12}$/.exec((await outline(...asked)).footer)![0]
  let first: string
  beforeAll(async () => {
    project = await surveyProject()
    first = await of()
  })

  it('is the same in every language, whatever things look like, at any time, and however a filter is put', async () => {
    expect(await of([], 'ko')).toBe(first)
    const pair = { period: '2025-Q4', against: '2025-Q3' }
    expect(await of([], 'en', pair, '2031-01-01T00:00:00.000Z')).toBe(await of([], 'ko', pair))
    must(await saveBrand(project, { ...EARSHOT_BRAND, name: 'Hanbit' }))
    must(await saveEdits(project, 'en', { ...NO_EDITS, out: ['league'] }))
    expect(await of()).toBe(first)
    const turned: Clause = { source: 'chart', values: [...GROUPS.values].reverse(), dimension: { kind: 'group' }, kind: 'values' }
    expect(await of([turned, FIRST_QUARTER])).toBe(await of([FIRST_QUARTER, GROUPS]))
  })

  it('compares with an earlier period alone', async () => {
    const later = await outlineOf(project, { where: [], locale: 'en', period: '2025-Q3', against: '2025-Q4' }, quietTask)
    expect(later).toEqual(refuse(fault('later-period', { period: '2025-Q3', against: '2025-Q4' })))
  })

  it('is another one with a tag, a codebook, a method, a filter or other periods, and the same again when that is undone', async () => {
    const seen = new Set([first])
    const isNew = (fingerprint: string): void => {
      expect(seen).not.toContain(fingerprint)
      seen.add(fingerprint)
    }
    isNew(await of([FIRST_QUARTER]))
    isNew(await of([GROUPS]))
    isNew(await of([], 'en', { period: '2025-Q4', against: '2025-Q1' }))
    must(await saveMethod(project, { interval: 'wald', perPerson: false, fiscalStart: 1 }))
    isNew(await of())
    must(await project.undo())
    expect(await of()).toBe(first)
    const [wave] = [...project.registers.wave]
    const field = wave![1].columns.find(({ role }) => role === 'comment')!.field
    const [code] = [...project.registers.code.keys()]
    must(await tagVerbatims(project, { verbatims: [{ wave: wave![0], line: 4, field }], code: code!, verdict: 'add' }, quietTask))
    isNew(await of())
    must(await project.undo())
    expect(await of()).toBe(first)
    must(await saveCode(project, { id: null, name: 'Calls', parent: null, rule: 'call', description: '', color: '' }))
    isNew(await of())
  })

  it('stands on every page of every form, and on the page of the method', async () => {
    const now = await of()
    const asked = { where: [], locale: 'ko' } as const
    const file = async (format: 'pptx' | 'pdf' | 'html' | 'xlsx', paper: '16:9' | 'a4' = '16:9'): Promise<Uint8Array> => must(await writeSummary(project, { ...asked, format, paper }, quietTask))
    const { slides } = await outline([], 'ko')
    const method = slides.find(({ id }) => id === 'method')
    expect(JSON.stringify(method)).toContain(now)
    const deck = officeParts(await file('pptx'))
    const pages = [...deck].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    expect(pages.length).toBeGreaterThan(8)
    for (const [name, xml] of pages) {
      const layout = /slideLayouts\/[^"]+\.xml/.exec(deck.get(name.replace('slides/', 'slides/_rels/').concat('.rels')) ?? '')?.[0] ?? ''
      expect(xml.includes(now) || deck.get(`ppt/${layout}`)?.includes(now), name).toBe(true)
    }
    for (const paper of ['16:9', 'a4'] as const) {
      const pdf = readPdf(await file('pdf', paper))
      expect(pdf.pages.join('\n')).toContain(now)
      expect(pdf.info['Subject']).toContain(now)
    }
    expect(new TextDecoder().decode(await file('html')).split('<footer class="colophon">')[1]).toContain(now)
    const strings = officeParts(await file('xlsx')).get('xl/sharedStrings.xml')!
    expect(strings.split(now).length).toBeGreaterThan(2)
  })
})
