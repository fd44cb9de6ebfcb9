/** Signs with which markup, HTML, an entity, a formula or a cell may begin. */
const markup = /[\\`*_[\]<>&|~$!#{}]/g
/** What makes a list, a rule or a heading's underline at the start of a line. */
const opening = /^(?:[-+](?=[-+\s]|$)|=|\d{1,9}[.)](?=\s|$))/
/**
 * What Markdown readers turn into a link, a mention or an interpolation, however it is escaped: GitHub's autolinks, and endings of names that
 * markdown-it takes for addresses.
 */
const linking =
  /@|:(?=[^\s\d])|\/(?=\/)|(?<=\bwww)\.|\.(?=(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[^\s.]+)(?![\p{L}\p{N}]))|(?<=\{)(?=\{)/giu
/** Invisible; a link ends at it. */
const wordJoiner = "\u2060"

/** Text as Markdown that shows exactly this text, on one line. */
export function markdownText(text: string): string {
  return text
    .replace(/[^\S\u00a0]+/g, " ")
    .trim()
    .replace(linking, (sign) => `${wordJoiner}${sign}${wordJoiner}`)
    .replace(markup, "\\$&")
    .replace(opening, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`)
}
