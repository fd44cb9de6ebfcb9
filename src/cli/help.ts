import type { Command, Help, Option } from "commander"
import { listed } from "./nearest.ts"

/** How help looks: short terms, and choices in words. */
export const helpStyle: Partial<Help> = {
  subcommandTerm: (command: Command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
  optionDescription: ({ argChoices, description }: Option) =>
    argChoices === undefined || argChoices.every((choice) => description.includes(choice))
      ? description
      : `${description}: ${listed(argChoices)}`,
}

function argumentTerm(argument: Command["registeredArguments"][number]): string {
  const word = `${argument.name()}${argument.variadic ? "..." : ""}`
  return argument.required ? `<${word}>` : `[${word}]`
}
