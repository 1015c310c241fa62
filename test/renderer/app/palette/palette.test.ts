import { describe, expect, test } from 'vitest'
import { paletteEntries } from '../../../../renderer/app/palette/palette-entries'
import type { PaletteState } from '../../../../renderer/app/palette/palette-entry'
import { findEntries } from '../../../../renderer/app/palette/palette-find'
import { wordsOf } from '../../../../renderer/app/words/words'
import { EMPTY_WORDS } from '../../../../renderer/app/codebook/words-state'

const EMPTY: PaletteState = {
  project: null,
  plan: null,
  glimpse: null,
  work: null,
  cards: [],
  screen: 'start',
  filter: [],
  code: { codebook: null } as PaletteState['code'],
  locale: 'en',
  words: EMPTY_WORDS,
  showsPersonal: false,
}
const PROJECT = {
  ...EMPTY,
  screen: 'slice',
  cards: [{ id: 'p2', name: 'Globex' }],
  filter: [{ kind: 'text', text: 'x' }],
  project: {
    id: 'p1',
    waves: [
      { id: 'w1', name: 'July' },
      { id: 'w2', name: 'August' },
    ],
    fields: [
      { id: 'f1', label: '업종', role: 'segment' },
      { id: 'f2', label: 'E-mail', role: 'person' },
    ],
    periods: ['quarter'],
    views: [{ id: 'v1', name: 'Mine', where: [], order: 'file' }],
    undo: 'tag',
    redo: null,
  },
  code: { codebook: { codes: [{ id: 'c1', name: 'Price', rule: 'price' }, { id: 'c2', name: 'Heading', rule: '' }], archived: [] } },
} as unknown as PaletteState

const labels = (state: PaletteState, locale: 'en' | 'ko' = 'en', query = '', recent: readonly string[] = []): readonly string[] =>
  findEntries(query, paletteEntries(state), recent, wordsOf(locale)).map(({ label }) => label)

describe('the palette', () => {
  test('is found by other words for the same, in both languages', () => {
    for (const query of ['encrypt', '비밀번호', '암호']) expect(labels(PROJECT, 'ko', query)[0]).toBe('암호로 보호…')
    expect(labels(PROJECT, 'en', 'GDPR')).toEqual(['Erase a respondent…'])
    expect(labels(PROJECT, 'en', '직원 설문')).toEqual(['Make this project anonymous…'])
  })

  test('has what can be done without a project', () => {
    expect(labels(EMPTY)).toEqual([
      'Open a file…',
      'Open the sample project',
      'Take the tour',
      'Keyboard shortcuts',
      'The rule language',
      'Language: English',
      'Language: Korean',
      'Appearance: System',
      'Appearance: Light',
      'Appearance: Dark',
    ])
  })

  test('has the screens, fields, codes, waves and exports of a project, and no personal data', () => {
    const all = labels(PROJECT)
    for (const label of [
      'Go to Code',
      'Undo: tagging',
      'Clear the filter',
      'Add a condition to the filter',
      'Slice by 업종',
      'Slice by Quarter',
      'Show verbatims with Price',
      'Show verbatims without a code',
      'Audit the rule of “Price”',
      'Look at the wave July only',
      'Open project Globex',
      'Export: Responses as CSV',
    ])
      expect(all).toContain(label)
    expect(all.join()).not.toMatch(/E-mail|Go to Slice|Redo|rule of “Heading”|Why not/)
  })

  test('offers nothing that disturbs work under way', () => {
    const all = labels({ ...PROJECT, work: { label: 'work.import' } as PaletteState['work'] })
    expect(all.join()).not.toMatch(/Export|Undo|Open/)
    expect(all).toContain('Go to Code')
  })

  test('is found in either language, the window’s own first', () => {
    expect(labels(PROJECT, 'ko', 'slice by')[0]).toBe('업종별로 나눠 보기')
    expect(labels(PROJECT, 'en', '내보내기')).toContain('Export: Responses as CSV')
    expect(labels(PROJECT, 'ko', 'ㅂㄱ')[0]).toBe('비교 화면으로 이동')
    expect(labels({ ...PROJECT, project: { ...PROJECT.project!, codebookVersion: 2 } }, 'ko', '버전')).toContain('코드북 버전')
    expect(labels(PROJECT, 'en', 'pri')[0]).toBe('Show verbatims with Price')
  })

  test('has what was run last first, and once', () => {
    const recent = ['theme:dark', 'gone', 'go:code']
    const all = labels(PROJECT, 'en', '', recent)
    expect(all.slice(0, 2)).toEqual(['Appearance: Dark', 'Go to Code'])
    expect(new Set(all).size).toBe(all.length)
    expect(labels(PROJECT, 'en', 'go to', recent)[0]).toBe('Go to Code')
  })

  test('ids are different', () => {
    const ids = paletteEntries(PROJECT).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has what can be done with each code once something is typed, and brings archived ones back', () => {
    const code = { codebook: { codes: [{ id: 'c1', name: 'Price', rule: '' }], archived: [{ id: 'c2', name: 'Old' }] } }
    const state = { ...PROJECT, project: { ...PROJECT.project, codebookVersion: 3 }, code } as unknown as PaletteState
    const all = labels(state)
    for (const label of ['New code', 'Versions of the codebook', 'Add the starter codebook']) expect(all).toContain(label)
    expect(all.filter((label) => label.includes('the code “'))).toEqual([])
    expect(labels(state, 'en', 'archive price')[0]).toBe('Archive the code “Price”')
    expect(labels(state, 'ko', '되살리기')[0]).toBe('“Old” 코드 되살리기')
    expect(labels({ ...state, work: {} } as unknown as PaletteState, 'en', 'merge')).toEqual([])
  })
})
