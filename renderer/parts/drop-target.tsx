import { useEffect, useState } from 'react'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files dropped anywhere in the window, and says so while one is held over it. */
export function DropTarget({
  label,
  onFiles,
}: {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
}) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const on = (
      type: 'dragenter' | 'dragleave' | 'dragover' | 'drop',
      handle: (event: DragEvent) => void,
    ): (() => void) => {
      const listener = (event: DragEvent): void => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        handle(event)
      }
      window.addEventListener(type, listener)
      return () => window.removeEventListener(type, listener)
    }
    const move = (by: number): void => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const stops = [
      on('dragenter', () => move(1)),
      on('dragleave', () => move(-1)),
      on('dragover', () => undefined),
      on('drop', (event) => {
        move(-depth)
        onFiles([...(event.dataTransfer?.files ?? [])])
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [onFiles])
  return over ? <div className="drop-target">{label}</div> : null
}
