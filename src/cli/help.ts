import type { Command, Help, Option } from "commander"
import { listed } from "./guessing/did-you-mean.ts"

/** How help looks: short terms, and choices in words. */
export const helpStyle: Partial<Help> = {
  // Terms take 28 columns: in windows of 50 columns and more, texts are wrapped beside them.
  minWidthToWrap: 20,
  subcommandTerm: (command: Command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
  // Options with choices name them.
  argumentDescription: ({ description }: Command["registeredArguments"][number]) => description,
  optionDescription: ({ argChoices, description }: Option) =>
    argChoices === undefined || argChoices.every((choice) => description.includes(choice))
      ? description
      : `${description}: ${listed(argChoices)}`,
}

function argumentTerm(argument: Command["registeredArguments"][number]): string {
  const word = `${argument.name()}${argument.variadic ? "..." : ""}`
  return argument.required ? `<${word}>` : `[${word}]`
}
