const beginnings = ["data:image/png;base64,", "data:image/jpeg;base64,"]

/** Whether a text is a PNG or JPEG as a `data:` address, and nothing else. */
export function isPictureAddress(text: string): boolean {
  const start = beginnings.find((one) => text.startsWith(one))?.length
  if (start === undefined || text.length === start) return false
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
  for (let i = start; i < text.length - padding; i++) if (!isLetter(text.charCodeAt(i))) return false
  return true
}

/** Whether a character code is one of base64: A to Z, a to z, 0 to 9, + and /. */
function isLetter(sign: number): boolean {
  return (sign >= 65 && sign <= 90) || (sign >= 97 && sign <= 122) || (sign >= 47 && sign <= 57) || sign === 43
}
