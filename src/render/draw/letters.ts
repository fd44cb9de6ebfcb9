/** Sizes of the letters of a page. */
export interface Letters {
  readonly title: number
  readonly sub: number
  readonly words: number
  readonly small: number
}

/** Letters are larger on a page for a screen or a slide than on one for a phone, where none is smaller than 12. */
export function lettersFor(pageWidth: number): Letters {
  if (pageWidth >= 1000) return { title: 38, sub: 22, words: 18, small: 15 }
  return pageWidth >= 620 ? { title: 28, sub: 18, words: 16, small: 14 } : { title: 22, sub: 16, words: 15, small: 13 }
}
