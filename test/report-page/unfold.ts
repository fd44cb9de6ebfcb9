import type { Page } from "playwright"

/** Opens everything that is folded, one after the other: a fold may hold another. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator("details:not([open]) > summary")
  while ((await folded.count()) > 0) await folded.first().click()
}
