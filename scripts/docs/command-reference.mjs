/**
 * `npm run docs:reference`: writes `docs/reference/command.md` from the command itself. `test/docs/command-reference.test.ts` says when that is due.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** @typedef {import("commander").Command} Command */
/** @typedef {import("commander").Option} Option */

/**
 * The page: every command with its arguments, options and examples.
 *
 * @param {(print: (text: string) => void) => Command} createProgram makes the command, whose help goes to `print`
 */
export function commandReference(createProgram) {
  let printed = ""
  const program = createProgram((text) => {
    printed += text
  })
  const helpOf = (/** @type {Command} */ command) => {
    printed = ""
    command.outputHelp()
    return printed
  }
  const commands = withSubcommands(program).filter((command) => command.name() !== "help")
  const parts = commands.map((command) => section(command, helpOf(command)))
  return [
    "---\noutline: [2, 2]\n---\n\n# Command\n",
    "This page is made from the command itself; `gridexplainer <command> --help` says the same.\n",
    ...parts,
  ].join("\n")
}

/**
 * @param {Command} command
 * @returns {Command[]}
 */
function withSubcommands(command) {
  return [command, ...command.createHelp().visibleCommands(command).flatMap(withSubcommands)]
}

/**
 * @param {Command} command
 * @param {string} help all of it, with what was added behind
 */
function section(command, help) {
  const guide = command.createHelp()
  const words = guide.visibleArguments(command)
  const children = guide.visibleCommands(command).filter((child) => child.name() !== "help")
  const own = guide.visibleOptions(command).filter(({ long }) => long !== "--help")
  const { texts, examples } = added(help.slice(command.helpInformation().length))
  return [
    `## ${pathOf(command)}\n`,
    `${plain(guide.commandDescription(command))}\n`,
    code(`${guide.commandUsage(command)}`),
    table(
      "Argument",
      words.map((word) => [`\`${word.name()}\``, plain(guide.argumentDescription(word))]),
    ),
    table(
      "Command",
      children.map((child) => [linkTo(child), plain(guide.subcommandDescription(child))]),
    ),
    ...groupsOf(own).map(([heading, options]) => table(heading, options.map(optionRow))),
    examples === "" ? "" : code(examples),
    texts.map((text) => `${plain(text)}\n`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n")
}

/**
 * What stands behind the options: indented lines under "Examples:" are commands, the rest is text.
 *
 * @param {string} text
 */
function added(text) {
  const blocks = text.trim().split(/\n\s*\n/)
  const examples = blocks.filter((block) => block.startsWith("Examples:"))
  const shown = examples.map((block) => block.split("\n").slice(1).join("\n").replace(/^ {2}/gm, ""))
  return { texts: blocks.filter((block) => block !== "" && !examples.includes(block)), examples: shown.join("\n") }
}

/**
 * Options under the headings that the help gives them.
 *
 * @param {readonly Option[]} options
 */
function groupsOf(options) {
  /** @type {Map<string, Option[]>} */
  const groups = new Map()
  for (const option of options) {
    const heading = (option.helpGroupHeading ?? "Option").replace(/:$/, "")
    groups.set(heading, [...(groups.get(heading) ?? []), option])
  }
  return [...groups]
}

/** @param {Option} option */
function optionRow(option) {
  const { flags, description, argChoices, defaultValue } = option
  const choices = argChoices === undefined ? "" : ` One of ${argChoices.map((choice) => `\`${choice}\``).join(", ")}.`
  const usual = defaultValue === undefined || defaultValue === false ? "" : ` Default: \`${String(defaultValue)}\`.`
  const end = choices + usual === "" ? "" : "."
  return [`\`${flags}\``, `${plain(description)}${end}${choices}${usual}`]
}

/**
 * @param {string} heading
 * @param {readonly (readonly string[])[]} rows
 */
function table(heading, rows) {
  if (rows.length === 0) return ""
  const lines = rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
  return `| ${heading} | |\n| --- | --- |\n${lines.join("\n")}\n`
}

/** @param {string} text */
function code(text) {
  return `\`\`\`text\n${text}\n\`\`\`\n`
}

/**
 * Text in which no sign is markup.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll("<", "&lt;").replaceAll("{{", "{&#123;")
}

/** @param {Command} command */
function linkTo(command) {
  return `[${command.name()}](#${pathOf(command).replaceAll(" ", "-")})`
}

/**
 * @param {Command} command
 * @returns {string}
 */
function pathOf(command) {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [{ createProgram }, { processTerminal }] = await Promise.all([
    import("../../dist/cli/program.js"),
    import("../../dist/cli/terminal/terminal.js"),
  ])
  const terminal = { ...processTerminal(), width: 80 }
  const page = commandReference((print) => createProgram({ ...terminal, print }))
  writeFileSync(fileURLToPath(new URL("../../docs/reference/command.md", import.meta.url)), page)
}
