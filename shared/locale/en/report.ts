export const reportEn = {} as const
