import { useMemo } from 'react'
import { shownCodes, type ShownCode } from '../../app/code-marks'
import { useSession } from '../../app/context'

/** The codes of the codebook by their ids. */
export function useCodes(): ReadonlyMap<string, ShownCode> {
  const codebook = useSession((state) => state.code.codebook)
  return useMemo(() => shownCodes(codebook), [codebook])
}
