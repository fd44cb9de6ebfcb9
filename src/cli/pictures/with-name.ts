/** The message, with the name of the picture or record in front, unless it already has it. */
export function withName(shown: string, message: string): string {
  return message.includes(shown) ? message : `${shown}: ${message}`
}
