import type { AllowedCode } from "./html/policy.ts"

/**
 * The style and the script of every version that wrote reports, as its policy names them, so that those of earlier versions are told from what somebody put there.
 * `node scripts/known-code.mjs` adds those of this version; a test holds that they are here. Nothing is ever taken out.
 */
export const knownCode: readonly AllowedCode[] = [
  {
    style: "sha256-6KKMyxpXAyJYkRDppDj2PwprfvxbzaljNE66FYxmEmc=",
    script: "sha256-jTG5MVxVuRyd4IGSuogttCM55oZW1qbrsrR1jgjqfBY=",
  },
]
