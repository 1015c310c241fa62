/** What open questions, and questions for a score, ask for: by the words that differ least from survey to survey. */
const TOPICS = {
  reason: /\bwhy\b|reason|because|이유|사유|(^|\s)왜/i,
  worse: /improv|better|\bchange\b|\bfix\b|dislike|\bleast\b|worst|frustrat|missing|disappoint|개선|바꾸|바라는|보완|더 나은|아쉬|불편|불만|싫|부족/i,
  good: /\blikes?\b(?! to\b)|\bmost\b|\bbest\b|\blove|\bvalue|enjoy|좋은|좋았|좋아|잘하|마음에|칭찬/i,
  other: /anything else|\bother\b|further|additional|\bmore\b|기타|그 ?밖|그 ?외|추가|더 하고|끝으로|마지막/i,
  recommend: /recommend|\bnps\b|추천|recomiend|recomend|empfehl|empfiehl/i,
  satisfied: /satisf|\bcsat\b|만족|zufrieden|satisfe/i,
  ease: /\beas[ey]|effort|\bces\b|(^|\s)쉬[웠운]|(^|\s)쉽게|수월|편리/i,
} as const

type Topic = keyof typeof TOPICS

const NAMES = Object.keys(TOPICS) as readonly Topic[]

/** A question for a bad thing may name good ones (`like least`), and what is the most important reason is a reason. */
const COVERS: Readonly<Partial<Record<Topic, readonly Topic[]>>> = { reason: ['good', 'worse'], worse: ['good'] }

/** Topics that the header of a question speaks of; none where its words are all its own. */
export function topicsOf(plain: string): ReadonlySet<string> {
  const found = new Set(NAMES.filter((name) => TOPICS[name].test(plain)))
  for (const [topic, covered] of Object.entries(COVERS)) if (found.has(topic as Topic)) for (const each of covered) found.delete(each)
  return found
}

/** Whether two questions speak of the same, of something else, or whether one of them does not say. */
export function compareTopics(a: ReadonlySet<string>, b: ReadonlySet<string>): 'same' | 'other' | 'unsaid' {
  if (a.size === 0 || b.size === 0) return 'unsaid'
  const both = [...a].filter((topic) => b.has(topic)).length
  if (both === 0) return 'other'
  return both === a.size && both === b.size ? 'same' : 'unsaid'
}
