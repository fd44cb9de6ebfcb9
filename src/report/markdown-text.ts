/** Signs with which markup, HTML, an entity, a formula or a cell may begin. */
const markup = /[\\`*_[\]<>&|~$!#{}]/g
/** What makes a list, a rule or the line under a heading where it begins a line. */
const opening = /^(?:[-+](?=[-+\s]|$)|=|\d{1,9}[.)](?=\s|$))/
/**
 * What makes readers find an address, a mention or an interpolation by themselves, however it is escaped: GitHub's autolinks, and the ends of names that
 * markdown-it takes for addresses.
 */
const linking =
  /@|:(?=[^\s\d])|\/(?=\/)|(?<=\bwww)\.|\.(?=(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[^\s.]+)(?![\p{L}\p{N}]))|(?<=\{)(?=\{)/giu
/** Shows nothing; an address ends at it. */
const wordJoiner = "\u2060"

/** Text as Markdown that shows just this text, on one line. */
export function markdownText(text: string): string {
  return text
    .replace(/[^\S\u00a0]+/g, " ")
    .trim()
    .replace(linking, (sign) => `${wordJoiner}${sign}${wordJoiner}`)
    .replace(markup, "\\$&")
    .replace(opening, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`)
}
