import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isProjectPath } from './project-file'

/** The project files among the words that the app was started with: a double click, or a command. */
export const projectPaths = (words: readonly string[], folder: string): readonly string[] =>
  words
    .slice(1)
    .filter((word) => !word.startsWith('-') && isProjectPath(word))
    .map((word) => resolve(folder, word))
    .filter((path) => existsSync(path))
