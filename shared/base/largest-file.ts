/** Bytes of the largest files that are read at all: beyond, memory may end. */
export const LARGEST_FILE = { survey: 300 * 2 ** 20, project: 2 ** 30 } as const

/** As people are told. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20)
