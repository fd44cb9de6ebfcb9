/** Longer addresses, such as `data:` ones, are of no use in a message. */
const MAX_LENGTH = 200

/**
 * An address as messages show it: its origin and path. Users, passwords and what follows `?` or `#` may be secret and are left out.
 */
export function shownAddress(address: string | URL): string {
  const text = String(address)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isHierarchical = url !== undefined && /^(https?|ftp|wss?):$/.test(url.protocol)
  const shown = isHierarchical ? `${url.protocol}//${url.host}${url.pathname}` : withoutSecrets(text)
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}...` : shown
}

/** The same for all addresses in a text that somebody else wrote. */
export function withoutAddresses(text: string): string {
  return text.replace(/https?:[\\/]{2}[^\s"'<>]+/gi, (address) => shownAddress(address))
}

/** What comes before `?` and `#`, without what comes before the last `@` of a host. */
function withoutSecrets(text: string): string {
  return text.replace(/[?#].*$/s, "").replace(/(\/\/|\\\\)[^/\\]*@/, "$1")
}
