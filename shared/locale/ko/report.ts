import type { reportEn } from '../en/report'

export const reportKo: Readonly<Record<keyof typeof reportEn, string>> = {}
