import { beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { AuditItem, AuditRequest, AuditStratum, Corrections, EngineApi } from '../../../../shared/protocol/engine-api'
import { auditResult } from '../../../../renderer/app/audit/audit-state'
import { auditLines, auditText } from '../../../../renderer/app/audit/audit-words'
import { wordsOf } from '../../../../renderer/app/words/words'
import { IMPORTED } from '../../../helpers/fake-engine'
import { fakeCode } from '../../../helpers/fake-verbatims'
import { commandsWith } from '../../../helpers/window-commands'

const item = (line: number, stratum: AuditStratum): AuditItem => ({ wave: 'w1', line, field: 'f3', text: `comment ${line}`, matched: [], stratum })
const STRATA: readonly AuditStratum[] = ['flagged', 'other', 'near', 'flagged', 'other', 'flagged']
const ITEMS = STRATA.map((stratum, at) => item(at + 2, stratum))

function opened(patch: Partial<EngineApi> = {}) {
  const drawn: AuditRequest[] = []
  const corrected: Corrections[] = []
  const window = commandsWith({
    codebook: () => Promise.resolve(ok({ verbatims: 60, coded: 0, nothing: 0, archived: [], codes: [{ ...fakeCode('a'), rule: 'price' }, fakeCode('b')] })),
    auditSample: (request) => {
      drawn.push(request)
      return Promise.resolve(ok({ sizes: { flagged: 3, near: 1, other: 2 }, items: ITEMS }))
    },
    correct: (request) => {
      corrected.push(request)
      return Promise.resolve(ok({ ...IMPORTED, revision: 9, undo: 'tag' }))
    },
    ...patch,
  })
  const load = async (): Promise<void> => {
    await window.commands.openProject('p1', 'answers')
    await window.commands.loadCodebook()
  }
  return { ...window, drawn, corrected, load }
}

let window: ReturnType<typeof opened>
const audit = () => window.session.get().code.audit!
beforeEach(async () => {
  window = opened()
  await window.load()
  await window.commands.openAudit('a')
})

describe('an audit', () => {
  it('draws a sample and asks about one verbatim after another', () => {
    expect(window.drawn).toEqual([{ code: 'a', flagged: 60, unflagged: 150, seed: 1 }])
    expect(window.session.get().layer).toBe('audit')
    window.commands.answerAudit('yes')
    window.commands.answerAudit('no')
    expect(audit()).toMatchObject({ at: 2, answers: ['yes', 'no'] })
    window.commands.auditBack()
    expect(audit().at).toBe(1)
    window.commands.answerAudit('yes')
    expect(audit()).toMatchObject({ at: 2, answers: ['yes', 'yes'] })
  })

  it('shows the result at any time, and at the end', () => {
    window.commands.answerAudit('yes')
    window.commands.showAuditResult()
    expect(audit().at).toBeNull()
    window.commands.answerAudit('no')
    expect(audit().answers).toEqual(['yes'])
    window.commands.resumeAudit()
    for (let each = 1; each < ITEMS.length; each++) window.commands.answerAudit('no')
    expect(audit()).toMatchObject({ at: null, answers: ['yes', 'no', 'no', 'no', 'no', 'no'] })
    window.commands.auditBack()
    expect(audit().at).toBe(ITEMS.length - 1)
  })

  it('goes on where it was left, but not for another rule or code', async () => {
    window.commands.answerAudit('yes')
    window.commands.openLayer(null)
    await window.commands.openAudit('a')
    expect(audit().answers).toEqual(['yes'])
    expect(window.drawn).toHaveLength(1)
    await window.commands.openAudit('b')
    expect(audit().answers).toEqual([])
    await window.commands.openAudit('a')
    window.commands.answerAudit('no')
    const { code } = window.session.get()
    const codes = code.codebook!.codes.map((each) => ({ ...each, rule: `${each.rule} | cost` }))
    window.session.set({ code: { ...code, codebook: { ...code.codebook!, codes } } })
    await window.commands.openAudit('a')
    expect(audit().answers).toEqual([])
    expect(window.drawn).toHaveLength(4)
  })

  it('draws other verbatims when it is told to', async () => {
    window.commands.answerAudit('yes')
    await window.commands.drawAgain()
    expect(audit()).toMatchObject({ answers: [], at: 0, seed: 2 })
    expect(window.drawn.map(({ seed }) => seed)).toEqual([1, 2])
  })

  it('makes corrections of what was wrong: added where missed, taken away where it does not belong', async () => {
    for (const answer of ['yes', 'yes', 'no', 'no', 'no', 'yes'] as const) window.commands.answerAudit(answer)
    await window.commands.applyAudit()
    const key = (line: number) => ({ wave: 'w1', line, field: 'f3' })
    expect(window.corrected).toEqual([{ code: 'a', add: [key(3)], remove: [key(5)] }])
    expect(window.session.get()).toMatchObject({ layer: null, notice: { kind: 'done', key: 'audit.applied', params: { name: 'A', n: 2 }, undo: true } })
  })

  it('closes with the reason where no sample can be drawn', async () => {
    window = opened({ auditSample: () => Promise.resolve(refuse(fault('busy'))) })
    await window.load()
    await window.commands.openAudit('a')
    expect(window.session.get()).toMatchObject({ layer: null, notice: { kind: 'fault', fault: { code: 'busy' } } })
    expect(window.session.get().code.audit).toBeNull()
  })
})

describe('the result in words', () => {
  const words = wordsOf('en')
  const sample = {
    sizes: { flagged: 400, near: 100, other: 4500 },
    items: Array.from({ length: 160 }, (_, at) => item(at + 2, at < 60 ? 'flagged' : at < 100 ? 'near' : 'other')),
  }
  /** Of each stratum the first so many belong to the code, the rest do not. */
  const answersOf = (flagged: number, near: number, other: number) =>
    sample.items.map((_, at) => ((at < 60 ? at < flagged : at < 100 ? at - 60 < near : at - 100 < other) ? 'yes' : 'no'))

  it('tells both shares with their intervals and bases', () => {
    const [precision, recall] = auditLines(auditResult(sample, answersOf(51, 10, 0)), words)
    expect(precision).toEqual({
      what: 'Of what the rule matches, 85% is right (74% to 92%)',
      base: '51 of 60 judged belong to the code; the rule matches 400 verbatims in all.',
    })
    expect(recall!.what).toBe('Of what belongs to the code, the rule finds 93% (58% to 95%)')
    expect(recall!.base).toBe('10 of 100 judged that it does not match belong to the code; 4,600 verbatims in all.')
  })

  it('tells what is sure where nothing was missed', () => {
    const [, recall] = auditLines(auditResult(sample, answersOf(60, 0, 0)), words)
    expect(recall!.what).toBe('No missed verbatim was found: the rule finds at least 64% of what belongs to the code')
  })

  it('tells no share of too few', () => {
    const [precision, recall] = auditLines(auditResult(sample, answersOf(60, 0, 0).slice(0, 9)), words)
    expect(precision!.what).toBe('Too few of what the rule matches are judged: 9 of at least 10.')
    expect(recall!.what).toBe('Too few of what the rule does not match are judged: 0 of at least 10.')
    const [, next] = auditLines(auditResult(sample, answersOf(60, 0, 0).slice(0, 80)), words)
    expect(next!.what).toBe('How much the rule finds is told once verbatims with words like the rule’s are judged, too.')
  })

  it('is copied with the verbatims that the rule has wrong', () => {
    const text = auditText('Price', 'price | cost', auditResult(sample, answersOf(59, 1, 0)), words)
    expect(text.split('\n')).toEqual([
      'Audit of “Price”',
      'price | cost',
      '',
      expect.stringContaining('98% is right'),
      expect.stringContaining('59 of 60'),
      expect.stringContaining('the rule finds'),
      expect.stringContaining('1 of 100'),
      'The ranges are 95% confidence intervals.',
      '',
      'Matched, but does not belong (1)',
      '- comment 61',
      '',
      'Belongs, but is not matched (1)',
      '- comment 62',
      '',
    ])
  })
})
