import { expect, test } from 'vitest'
import { finalOf } from '../../../shared/text/hangul'
import { hasParticles, isWordWithTail } from '../../../shared/text/particles'

const finds = (word: string, token: string): boolean => token.startsWith(word) && isWordWithTail(token, word.length)

const table: readonly (readonly [word: string, found: string, missed: string])[] = [
  [
    '배송',
    '배송 배송이 배송은 배송을 배송도 배송만 배송의 배송에 배송에서 배송으로 배송과 배송이랑 배송까지 배송까지도 배송부터 배송보다는 배송만큼은 배송이나 ' +
      '배송했어요 배송합니다 배송하고 배송해서 배송해주세요 배송한 배송할 배송함 배송됩니다 배송됐는데 배송되었습니다 배송된 배송받았는데 배송시켰더니 ' +
      '배송이요 배송요 배송이에요 배송이라서 배송이라고 배송입니다 배송이었는데 배송인데 배송인지 배송이지만 배송임 배송이네요 배송이야말로 배송조차 배송밖에',
    '배송비 배송비가 배송지 배송지를 배송지만 배송료 배송일 배송일이 배송사 배송원 배송업체 배송기사 배송중 배송가 배송를 배송로 배송와 배송할인 배송한도 배송이상 무료배송',
  ],
  ['값', '값 값이 값은 값을 값도 값만 값에 값과 값이나 값까지도 값입니다 값이에요', '값진 값싼 값비싼 값어치 값가 값했어요 값하다'],
  ['가격', '가격 가격이 가격대로 가격만큼 가격이라 가격인데 가격이면 가격보다', '가격대 가격대가 가격표 가격표를 가격비교 가격경쟁력'],
  [
    '서비스',
    '서비스가 서비스는 서비스를 서비스와 서비스로 서비스예요 서비스에요 서비스네요 서비스라서 서비스다 서비스였어요 서비스지만 서비스니까 서비스해주세요 서비스이지만',
    '서비스이 서비스은 서비스센터 서비스직 서비스업 서비스료 서비스용',
  ],
  [
    '친절',
    '친절한 친절하고 친절하게 친절해요 친절했어요 친절하십니다 친절하셔서 친절함이 친절히 친절도 친절합니당 친절했음 친절하지 친절해졌어요 친절한데',
    '친절도가 불친절 친절교육 친절상',
  ],
  ['만족', '만족합니다 만족스러워요 만족스럽습니다 만족스런 만족해요 만족이에요 만족이요 만족했는데', '만족도 만족도가 만족감 만족감이'],
  ['고객', '고객님 고객님이 고객님들은 고객들 고객들에게 고객분들이 고객에게도 고객으로서 고객한테까지', '고객센터 고객사 고객층 고객응대'],
  ['감사', '감사합니다 감사드립니다 감사드려요 감사했습니다 감사해요', '감사실 감사원 감사패'],
  ['고장', '고장이 고장났어요 고장나서 고장났는데 고장난다', '고장수리 고장률'],
  ['환불', '환불해 환불해줘요 환불받았어요 환불받기 환불되나요 환불됨 환불이라도 환불하려고', '환불금 환불규정 환불불가'],
  ['자유', '자유로운 자유로워요 자유롭게 자유의', '자유이용권 자유시간'],
  ['할인', '할인이 할인은 할인해서 할인된 할인을', '할인가 할인율 할인점 할인권'],
  ['괜찮', '괜찮아요 괜찮네요 괜찮은데 괜찮았습니다 괜찮고', '안괜찮아요'],
  ['최고', '최고다 최고예요 최고에요 최고네요 최고였습니다 최고라고 최고야 최고의 최고죠', '최고가격 최고급 최고봉'],
  ['불', '불이 불을 불도', '불만 불만이 불만을 불편'],
  ['문', '문을 문이 문도', '문의 문의는 문의했는데 문제'],
  ['속', '속이 속은 속까지', '속도 속도가 속도는 속상'],
  ['차', '차가 차는 차를 차도 차라도', '차이 차이가 차량 차은 차라리'],
  ['돈', '돈이 돈을 돈만 돈으로 돈까지', '돈가스 돈벌이 돈주고 돈낭비'],
  ['길', '길로 길이 길은', '길가 길으로 길거리'],
  ['보관', '보관이 보관해 보관된', '보관함 보관함이 보관료'],
]

test.each(table)('%s with particles and endings', (word, found, missed) => {
  expect(found.split(' ').filter((token) => !finds(word, token))).toEqual([])
  expect(missed.split(' ').filter((token) => finds(word, token))).toEqual([])
})

test('particles agree with the syllable before them, also when they stand on one another', () => {
  const stands = (word: string, rest: string): boolean => hasParticles(rest, finalOf(word))
  for (const rest of ['에서만은', '까지도', '만으로도', '에게까지도', '부터가', '으로만', '들에게는', '이요', '만큼은']) {
    expect(stands('집', rest), rest).toBe(true)
  }
  for (const rest of ['에서만는', '까지을', '만로도', '부터이', '로만', '가', '에에', '도도', '비', '이비']) {
    expect(stands('집', rest), rest).toBe(false)
  }
  expect(stands('나라', '로')).toBe(true)
  expect(stands('서울', '로')).toBe(true)
  expect(stands('서울', '으로')).toBe(false)
  expect(stands('NPS', '가') && stands('NPS', '이')).toBe(true)
})
