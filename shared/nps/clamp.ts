/** `value`, kept within -limit and +limit. */
export const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value))
