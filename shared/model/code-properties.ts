import { DIRECTIONS, type Code } from './records'

/** What a code may have beside name, place, rule, description and colour. */
export const PROPERTIES = ['direction', 'exclusive', 'mustHit', 'mustMiss', 'archived', 'questions'] as const
type Property = (typeof PROPERTIES)[number]

/** What is said of a code's properties: null that it has none of it; absent: nothing, so that it keeps what it has. */
export type CodeProperties = { readonly [P in Property]?: NonNullable<Code[P]> | null }

/** The code with the properties that are said. */
export function withProperties(code: Code, said: CodeProperties): Code {
  const kept = Object.entries(code).filter(([name]) => !PROPERTIES.some((each) => each === name && said[each] !== undefined))
  const given = PROPERTIES.flatMap((name) => {
    const value = said[name]
    const isNone = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    return isNone ? [] : [[name, value] as const]
  })
  return Object.fromEntries([...kept, ...given]) as unknown as Code
}

/** All that a code says of its properties: what it lacks as null. */
export function propertiesOf(code: Code): Required<CodeProperties> {
  const { direction = null, exclusive = null, mustHit = null, mustMiss = null, archived = null, questions = null } = code
  return { direction, exclusive, mustHit, mustMiss, archived, questions }
}

const GAP = ' || '

/** Texts in one cell, ` || ` between them. */
export const joinTexts = (texts: readonly string[] | null | undefined): string => (texts ?? []).join(GAP)

/** The texts of a cell, each once. */
export const splitTexts = (cell: string): readonly string[] => cleanTexts(cell.split(/(?:^|\s)\|\|(?=\s|$)/))

/** Texts as a code keeps them: trimmed, none blank, none twice, and none with the sign that stands between them in a file. */
export const cleanTexts = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.replace(/(^|\s)\|\|(?=\s|$)/g, '$1|').trim()).filter((text) => text !== '')),
]

/** Columns of a codebook file beyond the first five, and how their cells are read; undefined: wrong. */
export const PROPERTY_COLUMNS = {
  direction: 'direction',
  exclusive: 'exclusive',
  must_hit: 'mustHit',
  must_miss: 'mustMiss',
  archived: 'archived',
  questions: 'questions',
} as const satisfies Readonly<Record<string, Property>>
export type PropertyColumn = keyof typeof PROPERTY_COLUMNS

const YES = ['yes', 'true', '1', 'x', 'archived']
const NO = ['', 'no', 'false', '0']

/** What a cell says; null where it says nothing that can be understood. */
export function readProperty(column: PropertyColumn, cell: string): CodeProperties | null {
  const word = cell.trim().toLowerCase()
  switch (column) {
    case 'direction': {
      const direction = DIRECTIONS.find((known) => known === word)
      return direction || word === '' || word === 'either' ? { direction: direction ?? null } : null
    }
    case 'archived':
      if (YES.includes(word)) return { archived: true }
      return NO.includes(word) ? { archived: null } : null
    case 'exclusive':
      return { exclusive: cell.normalize('NFC').trim() || null }
    case 'must_hit':
    case 'must_miss':
    case 'questions': {
      const texts = splitTexts(cell)
      return { [PROPERTY_COLUMNS[column]]: texts.length > 0 ? texts : null }
    }
  }
}

/** The same for writing. */
export function propertyCell(column: PropertyColumn, code: Code): string {
  switch (column) {
    case 'direction':
      return code.direction ?? ''
    case 'exclusive':
      return code.exclusive ?? ''
    case 'must_hit':
      return joinTexts(code.mustHit)
    case 'must_miss':
      return joinTexts(code.mustMiss)
    case 'archived':
      return code.archived ? 'yes' : ''
    case 'questions':
      return joinTexts(code.questions)
  }
}
