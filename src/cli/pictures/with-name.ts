/** The message, with the name of the picture or record in front where it lacks that. */
export function withName(shown: string, message: string): string {
  return message.includes(shown) ? message : `${shown}: ${message}`
}
