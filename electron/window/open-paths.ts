import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isProjectPath } from '../shelf/project-file'

/** The project files among the words that the app was started with: a double click, or a command. */
export const projectPaths = (words: readonly string[], folder: string): readonly string[] =>
  words
    .slice(1)
    .filter((word) => !word.startsWith('-'))
    .map((word) => pathOf(word, folder))
    .filter((path) => path !== null)
    .filter((path) => isProjectPath(path) && existsSync(path))

/** File managers of Linux name files by their addresses. One on another computer is none that anybody chose here. */
function pathOf(word: string, folder: string): string | null {
  if (!/^file:/i.test(word)) return word.includes('\0') ? null : resolve(folder, word)
  try {
    return new URL(word).host === '' ? fileURLToPath(word) : null
  } catch {
    return null
  }
}
