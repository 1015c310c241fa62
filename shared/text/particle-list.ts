/**
 * What may follow a Korean word within the same written word. Lists are strings of forms separated by spaces; their
 * names say after what kind of syllable they stand: `any`, `vowel`, `consonant` (ㄹ among them), `open` (a vowel or ㄹ)
 * and `closed` (a consonant other than ㄹ), so that 할인 does not find 할인가, nor 차 find 차이.
 */
export interface Forms {
  readonly any?: string
  readonly vowel?: string
  readonly consonant?: string
  readonly open?: string
  readonly closed?: string
}

/** Particles after which another one may stand: 까지도, 에서만은, 한테까지. */
export const STACKING: Forms = {
  any:
    '들 에 에서 에게 에게서 한테 한테서 께 께서 에다 에다가 하고 처럼 만큼 보다 같이 대로 마냥 까지 부터 마다 밖에 뿐 만 조차 ' +
    '마저 씩 쯤 끼리 더러 치고',
  vowel: '와 랑 나 라도',
  consonant: '과 이랑 이나 이라도',
  open: '로 로서 로써 로부터',
  closed: '으로 으로서 으로써 으로부터',
}

/** Particles that end a word; only 요 may follow. */
export const CLOSING: Forms = {
  any: '의 도 요 엔 에선 에겐 한텐 보단 까진 부턴 하곤 치곤 두 뿐더러',
  vowel: '가 를 는 란 든 든지 든가 야 야말로 나마 는커녕 며 로선 로썬',
  consonant: '이 을 은 이란 이든 이든지 이든가 이야 이야말로 이나마 은커녕 이며 이요 으로선 으로썬',
}

/** Suffixes that make a noun of a noun: 고객님이, 직원분들은. */
export const NOUN_SUFFIXES: readonly string[] = ['님', '분']

/** Endings of 이다 and sentence endings, complete. */
export const ENDINGS: Forms = {
  any: '히 인 임 임다 임당 임요 다 다고 다는 다니 네 네요 네여 네용 네염 넹 에여 에용 에염 이여',
  vowel: '라 닷 군 고 고요 고여 구요 구만 면 면서 긴 냐 냐고 죠 던 예요 예여 예용 예염 여요',
}

/** Beginnings of such endings; whatever follows belongs to them: 입니 finds 입니다, 입니까, 입니당. */
export const OPEN_ENDINGS: Forms = {
  any:
    '입니 인데 인뎅 인지 인가 인듯 인거 인건 인걸 인것 인줄 일까 일듯 일거 일것 일수 일텐 일지도 이에 이예 이다 이고 이구 이네 이넹 이지 이죠 이라 이랄 이랍 이래 이며 ' +
    '이면 이니 이냐 이던 이더라 이더군 이었 이였 이엇 이엿 이어서 이어도 이어야 이여서 이셨 이시 이신 이십 이잖 이군 이거나 이거든 이므로 이기 이긴 이겠 ' +
    '습니 습디 군요 거든 잖아 더라 더군 더만 던데 는데',
  vowel: '였 엿다 엿어 엿습 엿는 엿던 엿지 엿고 엿음 겠 여서 라서 라고 라곤 라는 라니 라며 라면 라든 라기 라지 랄까 랍니 래요 지만 지요 니까 니깐 구나',
}

/** What a word of one syllable takes besides particles: the plainest forms of 이다, itself a particle by grammar. */
export const SHORT_ENDINGS: Forms = { vowel: '예요', consonant: '인데 인데요' }
export const SHORT_OPEN_ENDINGS: Forms = { consonant: '입니 이에요 이예요 이라서 이라고 이라는 이었' }

/**
 * Predicates made of a noun: 하다, 되다, 시키다, 당하다, 받다, 드리다, 스럽다, 롭다, 거리다, 대다, 나다. Each line is a beginning and the
 * syllables that may come next (`$` the end, `*` anything at all); what comes after that is not looked at. Next
 * syllables are listed where the beginning also begins nouns: 한 and 할, but neither 한도 nor 할인.
 */
export const PREDICATES: readonly (readonly [string, string])[] = [
  ['했', '*'],
  ['햇', '다어었엇네는던고지음으을습'],
  ['하', '고는던더지면며니려러기게네시신실십심셔셨세여였엿겠거라리다답므구군곤죠져진질잖길긴도든냐느넹삼쇼'],
  ['하자', '고마는'],
  ['하나', '$요'],
  ['한', '$데다지거건걸게듯가것'],
  ['할', '$게께까수때지듯거건걸것만뿐뻔텐테줄려라'],
  ['합', '니시디'],
  ['해', '$요서도야라주줘줬준줄줌봤보본볼봐봄봅달드버놓놨져졌진짐질냈내낸여염용욤유쥬'],
  ['해지', '고는다네면니길기더'],
  ['됐', '*'],
  ['됬', '*'],
  ['되', '고는던더지면며니려기게네시셨어었겠거라다므구죠진질잖길긴도든서요나느있'],
  ['된', '$데다지거건걸게듯가것'],
  ['될', '$게께까수때지듯거건걸것만뿐텐테줄려라'],
  ['됩', '니시디'],
  ['돼', '$요서도야있버용여염'],
  ['시키', '*'],
  ['시켜', '*'],
  ['시켰', '*'],
  ['시킨', '*'],
  ['시킬', '*'],
  ['시킴', '*'],
  ['시킵', '*'],
  ['당하', '*'],
  ['당했', '*'],
  ['당한', '$데다지거건걸게듯것'],
  ['당할', '*'],
  ['당해', '$서요도'],
  ['받', '고는던더지으은을음아았기게네습거나다도겠'],
  ['드리', '*'],
  ['드려', '*'],
  ['드렸', '*'],
  ['드린', '*'],
  ['드릴', '$게께까수'],
  ['드립', '니'],
  ['스럽', '*'],
  ['스러', '*'],
  ['스런', '*'],
  ['거려', '*'],
  ['거렸', '*'],
  ['거립', '*'],
  ['거린', '*'],
  ['거림', '*'],
  ['거리', '고네며면'],
  ['댔', '*'],
  ['댑', '니'],
  ['대', '요서'],
  ['났', '*'],
  ['납', '니'],
  ['난', '다'],
  ['나', '$요서네고면니게지더던는기려'],
  ['날', '때수것거듯뻔'],
  ['남', '$'],
]

/** Predicates that only follow a vowel: 자유로운, 번거로워요. */
export const VOWEL_PREDICATES: readonly (readonly [string, string])[] = [
  ['롭', '*'],
  ['로운', '*'],
  ['로워', '*'],
  ['로웠', '*'],
  ['로울', '*'],
  ['로움', '*'],
]

/** Nouns made of these predicates, which take particles and 이다 again: 친절함이, 개선됨은. */
export const NOMINALS: readonly string[] = ['함', '됨', '임', '당함', '드림']

/**
 * Words of their own that look like a shorter word with a particle: 불만 is no 불 and 속도 no 속. Only those whose own
 * meaning is by far the commoner one.
 */
export const OWN_WORDS: readonly string[] = (
  '각도 강도 국도 기도 보도 빈도 속도 순도 습도 시도 온도 용도 유도 의도 인도 정도 제도 지도 철도 태도 파도 판도 편도 효도 ' +
  '강의 거의 건의 결의 고의 논의 동의 모의 문의 본의 불의 상의 성의 심의 예의 유의 임의 정의 주의 창의 편의 합의 항의 협의 호의 회의 ' +
  '결과 내과 성과 안과 통과 가로 대로 도로 따로 미로 바로 별로 새로 서로 세로 실로 위로 제로 주로 피로 홀로 ' +
  '고가 누가 대가 시가 여가 요가 저가 주가 추가 허가 휴가 거만 그만 낭만 다만 불만 오만 자만 충만 ' +
  '만두 모두 연두 자두 호두 굳이 깊이 넓이 높이 놀이 먹이 같이 많이 누나 바나나 하나 노랑 사랑 자랑 파랑 노란 대란 소란 파란 모든 시야 아들 함께 ' +
  '가요 강요 개요 동요 소요 수요 주요 중요 필요 그나마 얼마나 언제나 제대로 ' +
  '만족도 선호도 신뢰도 완성도 인지도 정확도 중요도 충성도 이해도 집중도 몰입도 해상도 기여도 청결도 긴장도 ' +
  '외국인 한국인 미국인 중국인 일본인 직장인 연예인 장애인 정치인 지식인 일반인 현대인 문화인 방송인 경제인 ' +
  '보관함 우편함 사물함 택배함 수거함 건의함 편지함 쪽지함 영양분 대부분'
).split(' ')
