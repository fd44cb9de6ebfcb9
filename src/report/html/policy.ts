/** What the browser lets run and paint: `sha256-...` of the page's own style and script. */
export interface AllowedCode {
  readonly style: string
  readonly script: string
}

/** The Content-Security-Policy of a report: nothing is fetched, and nothing runs but its own script. */
export function policy({ style, script }: AllowedCode): string {
  return [
    "default-src 'none'",
    "img-src data:",
    `style-src '${style}'`,
    `script-src '${script}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ")
}
