import { readFileSync } from 'node:fs'
import fc from 'fast-check'

const csv = readFileSync(new URL('../../../shared/data/nsmc-naver-movie/nsmc_20k_dev.csv', import.meta.url), 'utf8')
const reviews = csv.split('\n').slice(1, 1500).map((line) => line.replace(/^(?:[^,]*,){5}/, ''))

const stems = ['배송', '지연', '고객', '센터', '값', '불', '최고', '친절', '영화', '재미', '연기', 'price', 'pric', 'fee', 'nps', "don't"]
const tails = ['', '', '', '', 'ing', '이', '가', '은', '을', '도', '까지도', '했어요', '이에요', '비', '만', '한', "'s", 's', 'ㅋㅋ']
const gaps = [' ', ' ', ' ', '', '  ', ', ', '-', '. ', '.', '! ', '?', '\u2019', '\n']
const pick = (from: readonly string[]) => fc.constantFrom(...from)

/** Texts of such words, well and badly spaced, and real reviews. */
export const anyText = fc.oneof(
  fc
    .array(fc.tuple(pick(stems), pick(tails), pick(gaps)), { maxLength: 9 })
    .map((pieces) => pieces.flat().join('')),
  pick(['고객, 센터에', '고객 센터', '배송-지연은', '배송 지연']),
  pick(reviews),
)
const wildWord = fc.tuple(pick(['', '', '', '*']), pick(stems), pick(['', '', '', '*'])).map((parts) => parts.join(''))
const phrase = fc
  .array(fc.tuple(pick([...stems, '고객센터', '배송지연']), pick(['', '', '*'])).map((parts) => parts.join('')), { minLength: 1, maxLength: 3 })
  .map((words) => `"${words.join(' ')}"`)

const stem = pick(['~price', '~pricing', '~fees', '~deliver'])
const placed = fc.oneof(wildWord, phrase, stem)
const sides = fc.oneof(placed, fc.array(placed, { minLength: 1, maxLength: 3 }).map((all) => `(${all.join(' | ')})`))
const near = fc
  .tuple(sides, pick(['NEAR', 'BEFORE', 'NOT NEAR', 'NOT BEFORE']), fc.integer({ min: 1, max: 4 }), sides)
  .map(([left, word, gap, right]) => `${left} ${word}/${gap} ${right}`)
/** Both kinds of engine mean the same by these. */
const pattern = pick(['/pric(e|ing)/', '/배송.?지연/', '/불|값/', '/.*센터.+/', '/[가-힣]{2,4}ㅋ/', '/\\d+점/', '/Fee s?/'])

/** Rules of every form that is about the text alone. */
export const { rule: anyRule } = fc.letrec<{ rule: string; term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4 },
    wildWord,
    phrase,
    pick(['배송지연', '고객센터', 'follow-up', 'NPS가', '10점']),
    stem,
    near,
    pattern,
    tie('rule').map((inner) => `SENT(${inner})`),
    tie('rule').map((inner) => `(${inner})`),
    tie('rule').map((inner) => `-(${inner})`),
    tie('term').map((inner) => `NOT ${inner}`),
  ),
  rule: fc
    .array(fc.tuple(tie('term'), pick([' ', ' AND ', ' OR ', '|', ' -'])), { minLength: 1, maxLength: 4 })
    .map((terms) => terms.flat().slice(0, -1).join('')),
}))
