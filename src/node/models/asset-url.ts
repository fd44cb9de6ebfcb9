/** Where a file of the package's `assets` folder lies; the same from `src/node/models` and from `dist/node/models`. */
export function assetUrl(path: string): URL {
  return new URL(`../../../assets/${path}`, import.meta.url)
}
