// A codebook of 40 rules that real Korean film reviews match in large numbers.

export const WORDS =
  '연기 배우 감독 스토리 재미 감동 음악 영상 평점 알바 시간 돈 쓰레기 최고 최악 지루 액션 코미디 공포 멜로 원작 시리즈 결말 반전 눈물 아이 가족 사랑 친구 극장 기대 실망 추천 명작 졸작 대사 연출 캐릭터 한국 일본'.split(
    ' ',
  )

/** @param {number} at */
function ruleOf(at) {
  const word = (/** @type {number} */ step) => WORDS[(at + step) % WORDS.length]
  return `${word(0)} OR "${word(7)} ${word(11)}" OR (${word(3)} -${word(5)}) OR *${word(2)}*`
}

/** The codebook as CSV, one code a word. */
export const codebookCsv = () =>
  `code,rule\n${WORDS.map((word, at) => `${word},"${ruleOf(at).replaceAll('"', '""')}"`).join('\n')}\n`
