import { expect, it } from 'vitest'
import { MASK } from '../../../shared/text/cover'
import { coverPersonal, veil, veilPersonal } from '../../../shared/text/veil-personal'

it.each([
  ['문의 010-1234-5678, mj@corp.kr 로', '문의 •••-••••-••••, ••@••••.•• 로', `문의 ${MASK}, ${MASK} 로`],
  ['9001\u200B01-1234567 𝟎𝟏𝟎-1234-5678', '••••\u200B••-••••••• ••••••-••••-••••', `${MASK} ${MASK}`],
  ['nothing of the kind, 24/7', 'nothing of the kind, 24/7', 'nothing of the kind, 24/7'],
])('%s', (text, veiled, covered) => expect([veilPersonal(text), coverPersonal(text)]).toEqual([veiled, covered]))

it('veils all of a cell that names somebody', () => expect(veil('김 민지 Kim-2')).toBe('• •• •••-•'))
