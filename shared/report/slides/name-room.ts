/** Rows that leave room for a second line of a name, and the width of one line and of two in Latin letters. */
const [TALL, ONE, TWO] = [7, 34, 58] as const

/** How long a name may be in a table of so many rows. */
export const nameRoom = (rows: number): number => (rows <= TALL ? TWO : ONE)
