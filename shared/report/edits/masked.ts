/** Whether something personal is masked in a text (`shared/text/mask.ts`). */
export const isMasked = (text: string): boolean => text.includes('▇')
