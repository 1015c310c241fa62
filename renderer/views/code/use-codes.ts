import { useMemo } from 'react'
import { shownCodes, type ShownCode } from '../../app/code/code-marks'
import { keysTaken } from '../../app/keys/key-bindings'
import { useSession } from '../../app/context'

const NO_LETTERS = {}

/** The codes of the codebook by their ids. */
export function useCodes(): ReadonlyMap<string, ShownCode> {
  const codebook = useSession((state) => state.code.codebook)
  const letters = useSession((state) => state.project?.letters ?? NO_LETTERS)
  const bindings = useSession((state) => state.bindings)
  const given = JSON.stringify(letters)
  return useMemo(() => shownCodes(codebook, JSON.parse(given) as Readonly<Record<string, string>>, keysTaken(bindings)), [codebook, given, bindings])
}
