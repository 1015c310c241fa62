import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aboutText, handText, isOwnExport, OWN_COLUMNS, readAbout, readHand, type AboutWave, type HandTag } from '../../../shared/model/own-export'
import { KINDS, ROLES } from '../../../shared/model/role'
import { TENURE_UNITS } from '../../../shared/model/tenure'

const name = fc.string({ unit: fc.constantFrom('a', ' ', '|', '"', '\\', '\n', '=', '한', "'", '(', ',', '\u2028'), minLength: 1, maxLength: 8 })
const tag = fc.record<HandTag>({
  code: name,
  verdict: fc.constantFrom('add', 'remove'),
  coder: name,
  at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
  question: fc.option(name),
})

describe('the coders’ words', () => {
  it('read as a person would write them', () => {
    const at = '2026-07-01T10:00:00.000Z'
    expect(handText([{ code: 'Price', verdict: 'add', coder: 'Mina', at, question: null }, { code: 'A | B', verdict: 'remove', coder: 'J. Kim', at, question: 'Why?' }])).toBe(
      `Price | has | Mina | ${at}\n"A | B" | not | J. Kim | ${at} | Why?`,
    )
  })

  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(tag), (tags) => {
        expect(readHand(handText(tags))).toEqual(tags)
      }), { seed: 7, numRuns: 1000 })
  })

  it.each(['', 'Price', 'Price | has | Mina', 'Price | maybe | Mina | 2026-07-01', 'Price | has | Mina | yesterday', ' | | | '])('are not guessed from %j', (text) => {
    expect(readHand(text)).toEqual([])
  })
})

describe('what a wave tells about itself', () => {
  const about = fc.record<AboutWave>({
    name,
    file: name,
    source: fc.string({ unit: fc.constantFrom('0', 'a', 'f'), minLength: 64, maxLength: 64 }),
    scale: fc.constantFrom('0-10', '1-5'),
    treatAsNps: fc.boolean(),
    apostrophes: fc.boolean(),
    columns: fc.array(fc.record({ as: name, header: name, role: fc.constantFrom(...ROLES), kind: fc.constantFrom(...KINDS), field: name, name, question: fc.option(name), unit: fc.constantFrom(null, ...TENURE_UNITS) })),
  })

  it('comes back as it was', () => {
    fc.assert(fc.property(about, (wave) => {
        expect(readAbout(aboutText(wave))).toEqual(wave)
      }), { seed: 7 })
  })

  it('is nothing once it is cut or of another kind', () => {
    fc.assert(
      fc.property(about, fc.nat(), (wave, cut) => {
        const text = aboutText(wave)
        expect(readAbout(text.slice(0, cut % text.length))).toBeNull()
      }),
      { seed: 7 },
    )
    for (const text of ['null', '1', '[]', '{"name":"a"}', '{"name":"a","file":"b","source":"c","scale":"0-10","columns":[]}']) expect(readAbout(text)).toBeNull()
  })
})

it('knows its own export by the first columns, in any order', () => {
  expect(isOwnExport(['Score', ...OWN_COLUMNS.toReversed()])).toBe(true)
  expect(isOwnExport(['\ufeffwave', ...OWN_COLUMNS.slice(1)])).toBe(true)
  expect(isOwnExport(OWN_COLUMNS.slice(1))).toBe(false)
})
