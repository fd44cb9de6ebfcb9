import type { Explanation } from "../../index.ts"
import { catalog } from "../engine.ts"
import { listed } from "../guessing/did-you-mean.ts"
import type { ModelOptions } from "../options/model-options.ts"

/**
 * The model that a record names, with its preprocessing and scale, unless the command line says otherwise. Another model of the catalog keeps its own.
 *
 * @throws RangeError if the record's model is a file and `--model` is missing.
 */
export function recordedModel<Flags extends ModelOptions>({ model }: Pick<Explanation, "model">, flags: Flags): Flags {
  const { name, preprocessing, scale } = model
  const names = catalog.map((entry) => entry.name)
  const wanted = flags.model ?? name
  const isNamed = names.includes(wanted)
  if (flags.model === undefined && !isNamed)
    throw new RangeError(
      `--model must give the file of the record's model, which is none of ${listed(names)}, but "${name}"`,
    )
  if (isNamed && wanted !== name) return flags
  return { ...(preprocessing === undefined ? {} : { preprocessing }), scale, ...flags, model: wanted }
}
