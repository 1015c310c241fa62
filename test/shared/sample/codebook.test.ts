import { utf8Of } from '../../../shared/base/utf8'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../../shared/coding/compile-rules'
import { matchText } from '../../../shared/coding/match'
import { parseRule } from '../../../shared/coding/parse-rule'
import { readCodebook, type CodebookEntry } from '../../../shared/coding/read-codebook'
import { parseDelimited } from '../../../shared/ingest/parse-delimited'
import { LOCALES, type Locale } from '../../../shared/locale/translate'
import { sampleCodebook } from '../../../shared/sample/codebook'
import { makeResponses } from '../../../shared/sample/responses'
import { must } from '../../helpers/project'

function codesOf(locale: Locale): readonly CodebookEntry[] {
  const batches = [...parseDelimited(utf8Of(sampleCodebook(locale)), { delimiter: ',', quoted: true }, 5)]
  return must(readCodebook(batches.flatMap(({ records }) => records), batches.flatMap(({ lines }) => [...lines])))
}

function rulesOf(codes: readonly CodebookEntry[]) {
  return compileRules(
    codes.map(({ rule }) => {
      const parsed = parseRule(rule)
      if (!parsed.ok) throw new Error(rule)
      return parsed.rule
    }),
  )
}

describe('the sample codebook', () => {
  it.each(LOCALES)('has five themes and fourteen codes, each told apart (%s)', (locale) => {
    const codes = codesOf(locale)
    const themes = codes.filter(({ parent }) => parent === null)
    expect([themes.length, codes.length]).toEqual([5, 19])
    const leaves = codes.filter(({ parent }) => parent !== null)
    expect(new Set(leaves.map(({ color }) => color)).size).toBe(14)
    expect(leaves.every(({ rule, description }) => rule !== '' && description !== '')).toBe(true)
    expect(themes.every(({ rule }) => rule === '')).toBe(true)
    expect(codes.some(({ name }) => /[가-힣]/.test(name))).toBe(locale === 'ko')
  })

  it('codes about four comments in five in either language, and every code is used in both', () => {
    const codes = codesOf('en')
    const rules = rulesOf(codes)
    const answers = [...makeResponses().values()].flat()
    for (const language of ['English', 'Korean'] as const) {
      const comments = answers
        .filter(({ contact }) => contact.language === language)
        .flatMap(({ reason, improve }) => [reason, improve].filter((text) => text !== ''))
      const hits = comments.map((text) => matchText(rules, text))
      const coverage = hits.filter((found) => found.length > 0).length / comments.length
      expect(coverage, language).toBeGreaterThan(0.75)
      expect(coverage, language).toBeLessThan(0.85)
      codes.forEach(({ name, rule }, at) => {
        if (rule === '') return
        expect(hits.filter((found) => found.some((match) => match.rule === at)).length, `${name}, ${language}`).toBeGreaterThan(8)
      })
    }
  })

  it.each([
    ['Support never answers my tickets, terribly slow', ['Customer support']],
    ['답변이 느립니다', ['Customer support']],
    ['The list is slow', ['Speed']],
    ['엑셀 다운로드가 느려요', ['Reports and data', 'Speed']],
    ['재계약 때 가격이 올랐어요', ['Price and value', 'Renewal and increases']],
    ['A phone number, please', []],
    ['인상적이었습니다', []],
  ])('takes %s as %j', (text, expected) => {
    const codes = codesOf('en')
    expect(matchText(rulesOf(codes), text).map(({ rule }) => codes[rule]!.name)).toEqual(expected)
  })
})
