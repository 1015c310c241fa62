import type { Role } from '../model/role'

/** What a field says of a customer: who they are, what they think of something, or something else. */
export type Nature = 'trait' | 'other' | 'opinion'

const TRAIT =
  /industr|sector|vertical|product|\bplans?\b|\btier|edition|package|subscription|countr|region|territor|\bstate\b|market|\bcity\b|location|segment|compan(y|ies) size|\bsize\b|employees|headcount|revenue|channel|department|division|\bteam\b|\brole\b|job|title|occupation|profession|tenure|experience|customer type|account type|licen[cs]e|language|platform|device|version|gender|\bage\b|generation|education|degree|업종|산업|제품|상품|서비스 ?명|요금제|플랜|등급|국가|나라|지역|시장|도시|지점|규모|직원 ?수|매출|금액|계약|채널|부서|직무|직급|직업|유형|구분|기간|연차|경력|연령|나이|성별|언어|학력|버전|기기/i

/** Headers that ask the same as the score does. */
const OPINION = /recommend|satisf|추천|만족/i

/** Words of answers on a scale of agreement, satisfaction, likelihood, importance, ease, quality or frequency. */
const SCALE_WORDS =
  /\b(dis)?agree|(dis|un)?satisf|\bneutral\b|\bneither\b|\b(un)?likely\b|\b(un)?important\b|importance|\b(very |extremely |somewhat |not at all )?(easy|difficult|hard|helpful|useful|confident|comfortable|interested|familiar|valuable|clear)\b|^(excellent|very good|good|fair|average|okay|ok|poor|very poor|bad|terrible)$|^(never|rarely|seldom|sometimes|occasionally|often|usually|frequently|always)$|\bbetter\b|\bworse\b|\bconfident\b|동의|그렇다|그렇지|아니다|만족|보통|중립|중요|(쉬|어려)[움웠운]|쉽다|어렵다|좋음|나쁨|좋다|나쁘다|^(전혀|가끔|자주|항상|거의)/i

const MOSTLY = 0.6
const HIGHEST_RATING = 10

/** Whether the values are steps of a scale rather than groups of customers. */
export function isOpinionScale(values: readonly string[]): boolean {
  if (values.length < 2) return false
  const ratings = values.filter((value) => /^\d{1,2}$/.test(value.trim()) && Number(value) <= HIGHEST_RATING)
  if (ratings.length === values.length && values.length >= 3) return true
  return values.filter((value) => SCALE_WORDS.test(value.trim())).length >= MOSTLY * values.length
}

/** What a field is about, by its role, its name and the values in it. */
export function natureOf(role: Role, name: string, values: readonly string[]): Nature {
  if (role === 'tenure') return 'trait'
  if (isOpinionScale(values) || OPINION.test(name)) return 'opinion'
  return TRAIT.test(name) ? 'trait' : 'other'
}
