/** Characters of a password: shorter ones are found by trying, longer ones are no password. */
export const [LEAST_PASSWORD, MOST_PASSWORD] = [8, 1000] as const
