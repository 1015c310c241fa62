import { useSession } from '../../app/context'
import { CodebookPanel } from './codebook-panel'
import { WordsPanel } from './words-panel'

/** Beside the list: the codebook, or the words of the comments. */
export function SidePanel() {
  const words = useSession((state) => state.words.shown)
  return words ? <WordsPanel /> : <CodebookPanel />
}
