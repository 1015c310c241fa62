import type { uiEn } from '../en/ui'

export const uiKo: Readonly<Record<keyof typeof uiEn, string>> = {}
