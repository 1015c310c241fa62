/** 열리지 않는 프로젝트에서 되살릴 수 있는 것. */
export const recoveryKo = {
  'recovery.from.file': '파일은 온전합니다. 아직 파일에 저장되지 않은 변경만 손상되었습니다.',
  'recovery.from.generation': 'Earshot이 {time}에 저장된 상태를 보관하고 있습니다.',
  'recovery.from.rest': '파일의 많은 부분을 아직 읽을 수 있습니다.',
  'recovery.there': '복구본에는 응답 {responses}건과 {time}까지의 모든 변경이 들어 있습니다.',
  'recovery.there.unknown': '복구본에는 응답 {responses}건이 들어 있으며, 변경 기록은 남아 있지 않습니다.',
  'recovery.lost.changes': '그 뒤의 변경 {count}건이 빠져 있습니다.',
  'recovery.lost.responses': '응답 {count}건이 빠져 있습니다.',
  'recovery.unproven': '응답 {count}건은 손상된 파일에서 읽은 것이라 원래와 다를 수 있습니다.',
  'recovery.anonymous': '익명 프로젝트였는지 더는 확인할 수 없어 사본을 익명 프로젝트로 만듭니다. 5명 미만 그룹은 계속 숨겨지며, 이 설정은 풀 수 없습니다.',
  'recovery.kept': '손상된 원본은 그대로 둡니다.',
  'recovery.open': '복구본 열기',
  'recovery.name': '{project} (복구본)',
} as const
