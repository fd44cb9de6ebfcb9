/** The background of a drawing. */
export type ThemeName = "light" | "dark"

export interface Theme {
  readonly paper: string
  readonly ink: string
  /** The colour of headings and small print, with a contrast of at least 4.5 : 1 on the paper. */
  readonly quiet: string
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { paper: "#ffffff", ink: "#1c1b22", quiet: "#5b5966" },
  dark: { paper: "#17161c", ink: "#f1eff7", quiet: "#aaa7b8" },
}

/** Colours that a page defines as custom properties, so that a drawing in it follows the page from light to dark. */
export const pageTheme: Theme = { paper: "var(--paper)", ink: "var(--ink)", quiet: "var(--quiet)" }
