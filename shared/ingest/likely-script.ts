/**
 * Any two bytes are a character in more than one East Asian encoding. What tells them apart is that people use few
 * characters often: a text read in the wrong one is made of rare ones.
 */

const SCRIPT_SHARE = 0.8
const RUN_SHARE = 0.5
const FEW = 50
const COMMON_SYLLABLES = 0.2
const COMMON_IDEOGRAPHS = 0.15
const KANA_SHARE = 0.2

/** The syllables that make up a third and more of any Korean text; other scripts misread as CP949 rarely hit them. */
const SYLLABLES = new Set('이다는에고가지을의하은도어한를로사해나아기게들서니있만요그안대자인보것수음습네좋없너영화정')

/** The ideographs that make up a third of any Chinese text, simplified and traditional. */
const IDEOGRAPHS = new Set(
  '的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关並这這來個國說們為時後麼會學對裡發沒還動兩長點',
)

const isHangul = (code: number): boolean => (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x318e)
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x30ff
/** Punctuation and full-width forms of East Asian text; half-width kana are what other bytes turn into. */
const isWide = (code: number): boolean => (code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff60)

interface Korean {
  /** Mostly Hangul, mostly in words of two syllables and more. */
  readonly fits: boolean
  readonly syllables: number
  /** Share of syllables that are among the usual ones. */
  readonly common: number
}

function readKorean(text: string): Korean {
  let foreign = 0
  let syllables = 0
  let inRun = 0
  let common = 0
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      run = 0
      continue
    }
    foreign += 1
    run = isHangul(code) ? run + 1 : 0
    if (run === 0) continue
    syllables += 1
    inRun += run === 1 ? 0 : run === 2 ? 2 : 1
    if (SYLLABLES.has(text[at]!)) common += 1
  }
  const fits = foreign > 0 && syllables >= foreign * SCRIPT_SHARE && inRun >= syllables * RUN_SHARE
  return { fits, syllables, common: common / Math.max(syllables, 1) }
}

export function isKorean(text: string): boolean {
  const { fits, common } = readKorean(text)
  return fits && common >= COMMON_SYLLABLES
}

/** Korean, or too little of it to tell. */
export function couldBeKorean(text: string): boolean {
  const { fits, syllables, common } = readKorean(text)
  return fits && (syllables < FEW || common >= COMMON_SYLLABLES)
}

/** Kana and ideographs together; no Japanese sentence does without kana. */
export function isJapanese(text: string): boolean {
  const { foreign, kana, ideographs, wide } = readEastAsian(text)
  return foreign > 0 && kana + ideographs + wide >= foreign * SCRIPT_SHARE && kana >= foreign * KANA_SHARE
}

/** Ideographs without kana, and the usual ones among them. */
export function isChinese(text: string): boolean {
  const { foreign, kana, ideographs, wide, common } = readEastAsian(text)
  if (foreign === 0 || ideographs + wide < foreign * SCRIPT_SHARE || kana > 0) return false
  return common >= 2 && common >= ideographs * COMMON_IDEOGRAPHS
}

function readEastAsian(text: string) {
  let foreign = 0
  let kana = 0
  let ideographs = 0
  let wide = 0
  let common = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) continue
    foreign += 1
    if (isKana(code)) kana += 1
    else if (isWide(code)) wide += 1
    else if (isIdeograph(code)) {
      ideographs += 1
      if (IDEOGRAPHS.has(text[at]!)) common += 1
    }
  }
  return { foreign, kana, ideographs, wide, common }
}
