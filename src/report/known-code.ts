import type { AllowedCode } from "./html/policy.ts"

/**
 * The style and script of every version that wrote reports, as its policy names them, so that code of earlier versions can be told from code that somebody
 * added. `node scripts/known-code.mjs` adds those of this version; a test checks that they are here. Nothing is ever removed.
 */
export const knownCode: readonly AllowedCode[] = [
  {
    style: "sha256-6KKMyxpXAyJYkRDppDj2PwprfvxbzaljNE66FYxmEmc=",
    script: "sha256-jTG5MVxVuRyd4IGSuogttCM55oZW1qbrsrR1jgjqfBY=",
  },
]
