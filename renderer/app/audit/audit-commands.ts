import { fileName } from '../../../shared/base/file-name'
import type { CodebookEntry } from '../../../shared/protocol/engine-api'
import { auditResult, SAMPLE_SIZE, type AuditAnswer, type AuditState } from './audit-state'
import { auditText } from './audit-words'
import { keyOf } from '../code/code-list'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { wordsFor } from '../words/words'

export interface AuditCommands {
  /** Opens the audit of a code's rule where it was left, or with a new sample. */
  readonly openAudit: (code: string) => Promise<void>
  /** Says whether the verbatim that is asked about belongs to the code, and goes on to the next. */
  readonly answerAudit: (answer: AuditAnswer) => void
  readonly auditBack: () => void
  /** Shows what the answers say so far, or goes on to the first verbatim without an answer. */
  readonly showAuditResult: () => void
  readonly resumeAudit: () => void
  readonly drawAgain: () => Promise<void>
  /** Gives the code to what was missed and takes it from what does not belong, by hand and as one step. */
  readonly applyAudit: () => Promise<void>
  /** Puts the result on the clipboard, or into a file where that is refused; true where it is on the clipboard. */
  readonly copyAudit: () => Promise<boolean>
}

export function createAuditCommands({ session, client, host, adopt }: CommandContext): AuditCommands {
  const { get, set } = session
  const setAudit = (audit: AuditState | null): void => set({ code: { ...get().code, audit } })
  const codeOf = (id: string): CodebookEntry | undefined => get().code.codebook?.codes.find((each) => each.id === id)
  /** Verbatims come and go with the waves. */
  const basisOf = (id: string): string => JSON.stringify([codeOf(id)?.rule, get().project?.waves.map((wave) => wave.id)])

  const drawSample = async (code: string, seed: number): Promise<void> => {
    const basis = basisOf(code)
    setAudit({ code, basis, seed, sample: null, answers: [], at: 0 })
    const result = await ask(session, client, 'auditSample', { code, ...SAMPLE_SIZE, seed })
    const { audit } = get().code
    if (audit?.code !== code || audit.seed !== seed || audit.sample) return
    if (result?.ok) return setAudit({ ...audit, sample: result.value })
    setAudit(null)
    set({ layer: null, ...(result ? { notice: { kind: 'fault', fault: result.fault } } : {}) })
  }

  return {
    openAudit: async (code) => {
      const { audit } = get().code
      set({ layer: 'audit' })
      if (audit?.code !== code || audit.basis !== basisOf(code)) await drawSample(code, 1)
    },
    answerAudit: (answer) => {
      const { audit } = get().code
      if (!audit?.sample || audit.at === null || audit.at >= audit.sample.items.length) return
      const answers = Object.assign([...audit.answers], { [audit.at]: answer })
      const next = audit.at + 1
      setAudit({ ...audit, answers, at: next < audit.sample.items.length ? next : null })
    },
    auditBack: () => {
      const { audit } = get().code
      if (!audit?.sample) return
      const last = audit.at === null ? audit.answers.length : audit.at
      setAudit({ ...audit, at: Math.max(0, last - 1) })
    },
    showAuditResult: () => {
      const { audit } = get().code
      if (audit) setAudit({ ...audit, at: null })
    },
    resumeAudit: () => {
      const { audit } = get().code
      if (audit?.sample) setAudit({ ...audit, at: Math.min(audit.answers.length, audit.sample.items.length - 1) })
    },
    drawAgain: async () => {
      const { audit } = get().code
      if (audit) await drawSample(audit.code, audit.seed + 1)
    },
    applyAudit: async () => {
      const { audit } = get().code
      if (!audit?.sample) return
      const { wrong, missed } = auditResult(audit.sample, audit.answers)
      const name = codeOf(audit.code)?.name ?? ''
      const request = { code: audit.code, add: missed.map(keyOf), remove: wrong.map(keyOf) }
      const project = await work(session, client, 'correct', request, { label: 'work.tag' })
      set({ layer: null })
      if (!project) return
      set({ notice: { kind: 'done', key: 'audit.applied', params: { name, n: wrong.length + missed.length }, undo: true } })
      await adopt(project)
    },
    copyAudit: async () => {
      const { audit } = get().code
      const code = audit && codeOf(audit.code)
      if (!code || !audit.sample) return false
      const text = auditText(code.name, code.rule, auditResult(audit.sample, audit.answers), wordsFor(get()))
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        const saved = await host.saveFile({ name: fileName(`${code.name}.txt`), bytes: new TextEncoder().encode(text) })
        if (!saved.ok) set({ notice: { kind: 'fault', fault: saved.fault } })
        return false
      }
    },
  }
}
