import type { deskEn } from '../en/desk'

/** 코딩 작업대: 표시, 집중 모드, 작업 목록, 저장한 보기, 반복 의견, 작업 기록. */
export const deskKo: Readonly<Record<keyof typeof deskEn, string>> = {
  'desk.mark.note': '메모',
  'desk.mark.quote': '인용',
  'desk.mark.nothing': '코드 없이 완료',
}
