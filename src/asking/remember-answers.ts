import type { HiddenSet } from "../types.ts"
import type { Answer, Ask, AskedPicture } from "./ask.ts"

/** Answers of a run, kept so that the next target need not ask for them again. */
export interface Memory {
  /** Asks everything, and remembers the answers. */
  readonly ask: Ask
  /** Asks only for what is not known yet. Pictures that must be alone in their batch are asked about again. */
  readonly askOnce: Ask
  /** All that is known of pictures made with the first fill. */
  known(): readonly { readonly set: HiddenSet; readonly answer: Answer }[]
}

/** Wraps an `Ask` with a memory of (set, fill) -> answer. */
export function rememberAnswers(ask: Ask): Memory {
  const sets = new Map<string, { readonly set: HiddenSet; readonly fill: number; readonly answer: Answer }>()
  const pictures = new Map<string, Answer>()

  const all: Ask = Object.assign(
    async (asked: readonly HiddenSet[], options: Parameters<Ask>[1] = {}) => {
      const answers = await ask(asked, options)
      const { fill = 0 } = options
      for (const [i, set] of asked.entries()) sets.set(keyOf(set, fill), { set, fill, answer: answers[i]! })
      return answers
    },
    {
      edits: async (asked: readonly AskedPicture[], options: Parameters<Ask["edits"]>[1] = {}) => {
        const answers = await ask.edits(asked, options)
        for (const [i, { name }] of asked.entries()) if (name !== undefined) pictures.set(name, answers[i]!)
        return answers
      },
    },
  )
  const once: Ask = Object.assign(
    async (asked: readonly HiddenSet[], options: Parameters<Ask>[1] = {}) => {
      const { fill = 0, batchSize } = options
      if (batchSize !== undefined) return all(asked, options)
      const open = new Map(asked.map((set) => [keyOf(set, fill), set]))
      for (const key of sets.keys()) open.delete(key)
      if (open.size > 0) await all([...open.values()], options)
      return asked.map((set) => sets.get(keyOf(set, fill))!.answer)
    },
    {
      edits: async (asked: readonly AskedPicture[], options: Parameters<Ask["edits"]>[1] = {}) => {
        const isOpen = ({ name }: AskedPicture): boolean => name === undefined || !pictures.has(name)
        const open = asked.filter(isOpen)
        const answers = open.length === 0 ? [] : await all.edits(open, options)
        const fresh = new Map(open.map((picture, i) => [picture, answers[i]!]))
        return asked.map((picture) => fresh.get(picture) ?? pictures.get(picture.name!)!)
      },
    },
  )
  return { ask: all, askOnce: once, known: () => [...sets.values()].filter(({ fill }) => fill === 0) }
}

function keyOf({ hidden, shown = [], strength }: HiddenSet, fill: number): string {
  const order = [...hidden.keys()].sort((a, b) => hidden[a]! - hidden[b]!)
  const each = order.map((i) => (strength === undefined ? hidden[i]! : `${hidden[i]!}x${strength[i]!}`))
  return `${fill}: ${each.join()} / ${[...shown].sort((a, b) => a - b).join()}`
}
