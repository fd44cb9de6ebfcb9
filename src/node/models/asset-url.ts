/** The location of a file in the package's `assets` folder; it works from `src/node/models` and from `dist/node/models`. */
export function assetUrl(path: string): URL {
  return new URL(`../../../assets/${path}`, import.meta.url)
}
