import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { quotesFor } from '../../../shared/engine/drivers/driver-quotes'
import type { Project } from '../../../shared/engine/project/project'
import { quoteCandidates } from '../../../shared/engine/summary/quote-candidates'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { editedOutline, outlineOf } from '../../../shared/engine/summary/summary'
import { setQuote } from '../../../shared/report/edits/change-edits'
import { NO_EDITS } from '../../../shared/report/edits/edits'
import type { Outline, QuotesSlide } from '../../../shared/report/outline'
import { addWave, must, newProject } from '../../helpers/project'

const MASK = '▇▇▇'
const input = { where: [], locale: 'en' } as const
const NAMES = ['Mina Kim', 'Jonas Weber']

const pageOf = ({ slides }: Outline, id: string): QuotesSlide => {
  const found = slides.find((slide) => slide.id === id)
  if (found?.kind !== 'quotes') throw new Error(`no ${id}`)
  return found
}

describe('quotes of a summary', () => {
  let project: Project
  beforeAll(async () => {
    project = await newProject()
    const rows = Array.from({ length: 80 }, (_, at) => {
      const costs = at % 2 === 0
      const about = costs ? `price went up again, number ${at}` : `support was quick again, number ${at}`
      const name = NAMES[at % NAMES.length]!
      const text = at < 2 ? `Ask ${name} or ${name.split(' ')[0]!.toLowerCase()}@example.com why the ${about}` : `The ${about}, and that is all`
      return { score: costs ? at % 5 : 10, day: null, cells: [at % 7 === 6 ? '' : text, name] }
    })
    await addWave(project, 'w', ['Why', 'Who'], rows, quietTask, ['comment', 'person'])
    for (const name of ['Price', 'Support']) must(await saveCode(project, { id: null, name, parent: null, rule: name.toLowerCase(), description: '', color: '' }))
  })

  it('have keys by their codes, the second of a code too, on pages that have ids by their side', async () => {
    const outline = must(await outlineOf(project, input, quietTask))
    const [price, support] = [...project.registers.code.keys()]
    expect(pageOf(outline, 'pain').quotes.map(({ key }) => key)).toEqual([`code:${price}`, `code:${price}/2`])
    expect(pageOf(outline, 'bright').quotes.map(({ key }) => key)).toEqual([`code:${support}`, `code:${support}/2`])
  })

  it('are masked when they are looked for and when they are picked by hand; the foot says so', async () => {
    const generated = must(await outlineOf(project, input, quietTask))
    const { quotes, foot, maskNote } = pageOf(generated, 'pain')
    const key = quotes[1]!.key
    const { candidates } = must(await quoteCandidates(project, { ...input, key, find: 'example.com', most: 9 }, quietTask))
    expect(candidates.map(({ quote }) => quote.text)).toEqual([`Ask ${MASK} or ${MASK} why the price went up again, number 0`])
    expect(foot).not.toContain(maskNote)
    const edited = must(await editedOutline(project, input, quietTask, { edits: setQuote(NO_EDITS, key, candidates[0]!.place) }))
    expect(pageOf(edited, 'pain').quotes).toEqual([quotes[0], candidates[0]!.quote])
    expect(pageOf(edited, 'pain').foot).toEqual([maskNote, ...foot])
    for (const name of [...NAMES, 'example.com']) expect(JSON.stringify(edited)).not.toContain(name)
  })

  it('are masked on the screen of drivers too, where those that name nobody come first', async () => {
    const [price] = [...project.registers.code.keys()]
    const found = must(await quotesFor(project, { where: [], wishes: [{ codes: [price!], group: 'detractors' }], most: 40 }, quietTask))[0]!
    expect(found.length).toBeGreaterThan(9)
    expect(found.map(({ text }) => text.includes(MASK)).indexOf(true)).toBe(found.length - 1)
    for (const name of [...NAMES, 'example.com']) expect(JSON.stringify(found)).not.toContain(name)
  })
})

describe('groups of fewer than 10', () => {
  it('are not quoted, neither by rule nor by hand; with one more they are', async () => {
    for (const passives of [9, 10]) {
      const project = await newProject()
      const rows = Array.from({ length: 30 + passives }, (_, at) => ({
        score: at < passives ? 8 : at % 2 === 0 ? 2 : 10,
        day: null,
        cells: [`${at < passives ? 'Fair' : 'Clear'} words number ${at} about it all`],
      }))
      await addWave(project, 'w', ['Why'], rows, quietTask, ['comment'])
      const outline = must(await outlineOf(project, input, quietTask))
      const quotes = outline.slides.flatMap((slide) => ('quotes' in slide ? slide.quotes : []))
      const { candidates } = must(await quoteCandidates(project, { ...input, key: 'group:passives', find: '', most: 99 }, quietTask))
      const place = { wave: [...project.registers.wave.keys()][0]!, line: 2, field: 'Why' }
      const edits = setQuote(NO_EDITS, 'group:promoters', place)
      const picked = must(await editedOutline(project, input, quietTask, { edits }))
      expect(quotes.map(({ tone }) => tone)).toEqual(['promoters', ...(passives === 9 ? [] : ['passives']), 'detractors'])
      expect(candidates).toHaveLength(passives === 9 ? 0 : 10)
      expect(JSON.stringify(picked.slides).includes('Fair words number 0')).toBe(passives === 10)
    }
  })
})
