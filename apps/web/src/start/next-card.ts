/** The card that an arrow key, Home or End goes to, as the cards stand on the page. */
export function nextCard(
  cards: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const at = cards.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return cards[at + 1]
    case 'ArrowLeft':
      return cards[at - 1]
    case 'Home':
      return cards[0]
    case 'End':
      return cards.at(-1)
    case 'ArrowDown':
    case 'ArrowUp': {
      const here = from.getBoundingClientRect()
      const others = key === 'ArrowDown' ? cards.slice(at + 1) : cards.slice(0, at).toReversed()
      // The next row is the first card that stands in the same column.
      return others.find(card => Math.abs(card.getBoundingClientRect().left - here.left) < 8)
    }
    default:
      return undefined
  }
}
