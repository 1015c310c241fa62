/**
 * The words by which headers give away what a column is for, in English, Korean and, for the recommend question,
 * Spanish, Portuguese, German and French. Matched against `plainHeader`.
 */
export const WORDS = {
  recommend: /recommend|추천|\bnps\b|nps\b|net promoter|recomiend|recomend|empfehl|empfiehl/i,
  likely: /likel(y|ihood)|가능성|의향/i,
  rating: /\b(rating|score)\b|^answer$|평점|점수|별점|만족도/i,
  zeroToTen: /\b0\s*(-|~|–|to|에서|부터)\s*10\b/i,
  notScore:
    /nps[ _]?group|\bgroup\b|categor|sentiment|\btype\b|segment|\byears?\b|\bage\b|birth|born|duration|seconds|progress|how (many|long|often)|number of|\bcount\b|weight|그룹|유형|분류|연도|나이|연령|소요|몇 |개수|기간/i,
  comment:
    /\bwhy\b|reason|comment|feedback|verbatim|review|improve|open.?ended|explain|suggestion|anything else|이유|의견|자유|개선|사유|코멘트|리뷰|후기|건의|바라는|comentario|por qué|sugerencia/i,
  /** Nothing but a word for comments. */
  commentAlone: /^(the |your )?(comments?|feedback|verbatims?|why|reasons?|explanation|suggestions?|의견|코멘트|이유|사유|후기|리뷰|한줄평|자유 ?(의견|응답)|개선 ?사항|건의 ?사항) ?\??$/i,
  openQuestion: /^(what|why|how|tell us|describe|please (explain|describe|tell)|if you could|any )|¿?(qué|cuál|cómo|por qué)|무엇|어떤|어떻게|왜|말씀|적어/i,
  date: /\b(date|time|timestamp|day|submitted|completed|created|recorded|responded|updated|fecha|datum|zeitstempel|horodateur)\b|marca temporal|_at\b|\bat$|date$|일시|날짜|일자|시각|시간|타임스탬프|응답일|제출일|작성일|참여일|등록일/i,
  answerDate: /record|submit|complet|respon|answer|timestamp|end ?date|응답|제출|작성|참여|완료|타임스탬프|marca temporal/i,
  otherDate: /birth|born|renew|due|purchas|order|deliver|sent|invit|생년|생일|구매|주문|배송|발송|만료/i,
  startDate: /start|begin|시작/i,
  responseId:
    /^(survey )?(response|respondent|submission|answer|record|review|feedback|ticket|interview)[ _-]?(id|no|number|token|key)$|^응답(자)? ?(id|번호|아이디)$|^(리뷰|접수|제출|설문) ?(id|번호|아이디)$/i,
  plainId: /^(id|#|no|number|uuid|guid|token|key|번호|아이디|순번|연번)\.?$/i,
  respondent:
    /^(customer|client|member|user|person|contact|panelist|participant|employee|subscriber)[ _-]?(id|no|number|code|key)$|^(고객|회원|사용자|유저|직원|사원|참여자) ?(id|번호|아이디|코드)$/i,
  repeatable: /respondent|응답자/i,
  account: /\baccount\b|\bcompan(y|ies)\b|organi[sz]ation|\b(customer|client|business|employer) name\b|회사|업체|거래처|고객사|기업/i,
  notAccount: /\b(size|type|manager|owner|created|plan|status|tier|age|revenue|industry)\b|규모|유형|담당|업종|상태/i,
  tenure:
    /tenure|(months|years|time) (as|with|since|using)|(customer|client|member|user) (since|for)|how long have you (been|used|worked)|sign.?up date|joined|사용 ?기간|이용 ?기간|가입 ?(일|기간|개월)|거래 ?기간|근속|재직 ?기간|고객 ?연차/i,
  person:
    /e-?mail|\bphone\b|\bmobile\b|\bip( ?address)?\b|(first|last|full|user|nick|middle|contact|customer|respondent|recipient)[ _]?(last|first)?[ _]?name|^name$|^author$|latitude|longitude|geolocation|street address|이메일|메일|전화|연락처|휴대폰|아이피|^이름$|성명|성함|고객명|작성자|닉네임|담당자|correo/i,
  survey: /^(survey|survey[ _]?(name|type|id)|campaign([ _]?name)?|metrics ?type|question[ _]type|설문 ?(명|이름|종류|유형)|조사명)$/i,
  place: /countr|region|\bstate\b|city|industry|sector|territor|국가|지역|도시|시도|업종|산업|país|industria/i,
  /** Numbers that tell customers apart, however many there are: they are looked at in bands. */
  amount:
    /\b(revenue|turnover|arr|mrr|spend(ing)?|seats?|licen[cs]es|users|employees|headcount|deal size|contract value|amount|age)\b|매출|금액|(직원|좌석|사용자|라이선스|인원) ?수|^나이|연령/i,
  /** Days of a customer's life, in bands too; none of them is the day of the answer. */
  customerDate: /contract|renew|purchas|go.?live|onboard|계약|갱신|구매|도입/i,
  machine: /_do(_\d+)?$|option id$|duration|progress|group ?time|^seed$|start ?language|ip ?address|latitude|longitude|response set/i,
} as const

const MAX_NAME = 60
const MAX_ITEM = 40
const GRID_ROW = /^(.+?) ?\[([^[\]]+)\]$/
const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&nbsp;/gi, ' '],
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&quot;/gi, '"'],
  [/&#39;/gi, "'"],
  [/&amp;/gi, '&'],
]

/** A header as a person reads it: without tags and entities, in one line. */
export function plainHeader(header: string): string {
  const untagged = header.replace(/<\/?[a-z][^<>]*>/gi, ' ')
  return ENTITIES.reduce((text, [entity, character]) => text.replace(entity, character), untagged)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** One short name per header, different from one another even when case is ignored; blank headers are numbered. */
export function shortNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return headers.map((header, at) => {
    const name = short(plainHeader(header)) || `Column ${at + 1}`
    let free = name
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name} (${copy})`
    taken.add(free.toLowerCase())
    return free
  })
}

/** Short enough to read. Of a row in a grid (`Rate these [Price]`) the question is cut first: the item tells the rows apart. */
function short(text: string): string {
  if ([...text].length <= MAX_NAME) return text
  const [, question, item] = GRID_ROW.exec(text) ?? []
  if (question === undefined || item === undefined) return cut(text, MAX_NAME)
  const kept = cut(item, MAX_ITEM)
  return `${cut(question, MAX_NAME - [...kept].length - 3)} [${kept}]`
}

/** Cut at a word, so that a long question stays readable. */
function cut(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const head = characters.slice(0, most).join('')
  const space = head.lastIndexOf(' ')
  return `${(space > most / 2 ? head.slice(0, space) : head).replace(/[\s,.;:([]+$/, '')}…`
}
