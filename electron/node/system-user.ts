import { userInfo } from 'node:os'

/** The name of who is logged in. */
export function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // Some containers run under a user that has no name.
    return 'user'
  }
}
