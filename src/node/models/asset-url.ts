/** Where a file of the package's `assets` folder lies; the same from `src` and from `dist`. */
export function assetUrl(path: string): URL {
  return new URL(`../../../assets/${path}`, import.meta.url)
}
