/** Numbers things in the order in which they come, the same one alike: which is which is not said. */
export function numbered(letter: string): (cell: string) => string {
  const numbers = new Map<string, number>()
  return (cell) => {
    const key = cell.trim().normalize('NFC')
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return `${letter}${number}`
  }
}
