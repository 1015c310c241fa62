import { strFromU8, unzipSync } from 'fflate'

const NAMES = ['Quillan Brackwater', 'Ottoline Fenwrack', 'Thaddeus Grimsholt', '독고서린', '남궁하율'] as const
const EMAILS = ['q.brackwater@canary-one.kr', 'ottoline@canary-two.com', 'tg+nps@canary-three.org', 'seorin@canary-four.net'] as const
const PHONES = ['010-7341-9026', '011-482-9173', '02-6184-7395', '+82 10-5926-8341'] as const
const REGISTRATIONS = ['870314-2748193', '011127-4839216', '640229-5718264'] as const
const OTHERS = ['4539-1488-0343-6467', '5500 0055 5555 5559', 'M74829163', '110-482-739164'] as const
const SAID: readonly string[] = [...NAMES, ...EMAILS, ...PHONES, ...REGISTRATIONS, ...OTHERS]

/** What must be nowhere but in the project: twenty things that tell who somebody is. */
export const CANARIES: readonly string[] = SAID

const BEFORE: Readonly<Record<string, string>> = { M74829163: 'my passport is ', '110-482-739164': '신한은행 계좌 ' }

/** Of a field that the score is sliced by: two of its values say who somebody is. */
const DESKS = ['North desk', 'South desk', `Line ${PHONES[2]}`, NAMES[0]] as const

/** A survey in whose comments, columns and segments they are. */
export function canarySurvey(): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const canary = SAID[at % SAID.length]!
    const about = at % 2 === 0 ? 'the delivery was late again and nobody told me why' : 'support was kind and quick, I would come back for that'
    const why = `${about}, ask ${BEFORE[canary] ?? ''}${canary} about case ${at}`
    const cells = [at % 11, `"${why}"`, NAMES[at % NAMES.length]!, EMAILS[at % EMAILS.length]!, PHONES[at % PHONES.length]!, ['North', 'South'][at % 2]!, DESKS[at % 4]!, `2026-0${1 + (at % 6)}-1${at % 9}`]
    return cells.join(',')
  })
  return ['NPS,Why did you give this score?,Full name,Email,Phone,Region,Desk,Submitted at', ...rows, ''].join('\n')
}

/** The canaries in a file, in those that are packed in it too. */
export function canariesIn(bytes: Uint8Array): readonly string[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
  if (isZip) return [...new Set(Object.values(unzipSync(bytes)).flatMap(canariesIn))]
  const texts = [strFromU8(bytes), new TextDecoder('utf-16le').decode(bytes)]
  return CANARIES.filter((canary) => texts.some((text) => text.includes(canary)))
}
