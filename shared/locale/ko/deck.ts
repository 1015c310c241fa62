import type { deckEn } from '../en/deck'

/** Words of a deck that its pages do not show: names of masters and shapes, what empty places ask for. */
export const deckKo: Readonly<Record<keyof typeof deckEn, string>> = {
  'deck.layout.cover': '표지',
  'deck.layout.page': '글이 있는 페이지',
  'deck.layout.bare': '글이 없는 페이지',
  'deck.layout.text': '글 페이지',
  'deck.prompt.title': '제목',
  'deck.prompt.text': '내용',
  'deck.shape.title': '제목',
  'deck.shape.text': '글',
  'deck.shape.footer': '바닥글',
  'deck.shape.number': '슬라이드 번호',
  'deck.shape.chart': '차트',
  'deck.shape.table': '표',
  'deck.shape.picture': '로고',
  'deck.shape.line': '선',
  'deck.shape.area': '영역',
  'deck.shape.slide': '슬라이드',
  'deck.shape.notes': '메모',
}
