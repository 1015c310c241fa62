/**
 * Places of labels in a column, from top to bottom, at least `gap` apart and as near as can be to where they are wanted, within `low`
 * and `high`. Wanted places come in order. More labels than there is room for go beyond the lower end.
 */
export function apart(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  // Labels that touch become a block, whose middle lies in the middle of what its labels want.
  const blocks: { readonly wants: number[]; first: number }[] = []
  const firstOf = (wants: readonly number[]): number => {
    const middle = wants.reduce((sum, place, at) => sum + place - at * gap, 0) / wants.length
    return Math.max(low, Math.min(middle, high - (wants.length - 1) * gap))
  }
  for (const place of wanted) {
    let block = { wants: [place], first: firstOf([place]) }
    for (let before = blocks.at(-1); before && before.first + before.wants.length * gap > block.first; before = blocks.at(-1)) {
      blocks.pop()
      const wants = [...before.wants, ...block.wants]
      block = { wants, first: firstOf(wants) }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ wants, first }) => wants.map((_, at) => first + at * gap))
}
