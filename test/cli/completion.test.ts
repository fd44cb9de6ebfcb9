import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { completionScript } from "../../src/cli/completion/completion-script.ts"
import { createProgram } from "../../src/cli/program.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { fakeTerminal } from "./fake-terminal.ts"

type Shell = Parameters<typeof completionScript>[1]

function scriptFor(shell: Shell): string {
  return completionScript(createProgram(fakeTerminal()), shell)
}

function has(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0
}

/** What a shell prints for a script, in a folder with `my cat.png`. */
function ask(shell: string, words: readonly string[], script: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, "my cat.png"), "")
  const file = join(temporaryFolder(), "script")
  writeFileSync(file, script)
  const { status, stdout, stderr } = spawnSync(shell, [...words, file], { cwd: folder, encoding: "utf8" })
  if (status !== 0) throw new Error(`${shell} ended with ${status}: ${stderr}`)
  return stdout
}

const bash = scriptFor("bash")

/** What bash offers where its words end. It puts `=` between words by itself. */
function bashOffers(...words: readonly string[]): readonly string[] {
  const quoted = ["gridexplainer", ...words].map((word) => `'${word}'`).join(" ")
  const script = `${bash}
compopt() { :; } # Works only while a person completes.
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _gridexplainer; printf '%s\\n' "\${COMPREPLY[@]}"\n`
  return ask("bash", ["--norc", "--noprofile"], script)
    .split("\n")
    .filter((line) => line !== "")
}

describe.skipIf(!has("bash"))("completion in bash", () => {
  it("offers commands and sub-commands", () => {
    expect(bashOffers("")).toEqual([
      "demo",
      "explain",
      "predict",
      "check",
      "verify",
      "rerun",
      "diff",
      "convert",
      "models",
      "doctor",
      "completion",
      "help",
    ])
    expect(bashOffers("ex")).toEqual(["explain"])
    expect(bashOffers("models", "p")).toEqual(["pull", "path"])
    expect(bashOffers("completion", "")).toEqual(["bash", "zsh", "fish", "powershell"])
    expect(bashOffers("help", "d")).toEqual(["demo", "diff", "doctor"])
  })

  it("offers the options of the command where a dash is typed", () => {
    expect(bashOffers("explain", "cat.png", "--la")).toEqual(["--labels", "--layout"])
    expect(bashOffers("predict", "--la")).toEqual(["--labels"])
    expect(bashOffers("doctor", "--")).toEqual(["--json", "--help"])
  })

  it("offers the values of an option, after a space and after an equals sign", () => {
    expect(bashOffers("explain", "--layout", "")).toEqual([
      "beside",
      "alone",
      "overlay",
      "map",
      "pair",
      "sets",
      "sheet",
    ])
    expect(bashOffers("explain", "--layout", "=")).toEqual([
      "beside",
      "alone",
      "overlay",
      "map",
      "pair",
      "sets",
      "sheet",
    ])
    expect(bashOffers("explain", "--layout", "=", "o")).toEqual(["overlay"])
    expect(bashOffers("explain", "--fill", "c")).toEqual(["cell-mean", "cell-gray"])
    expect(bashOffers("explain", "--preprocessing", "t")).toEqual(["torchvision"])
    expect(bashOffers("explain", "--grid", "")).toEqual([])
    expect(bashOffers("convert", "r.json", "--format", "n")).toEqual(["npy"])
    expect(bashOffers("explain", "--evidence", "")).toEqual(["none", "quick", "standard", "thorough"])
  })

  it("offers what may follow --show, which may also stand by itself", () => {
    expect(bashOffers("explain", "--show", "a")).toEqual(["alone", "average"])
    expect(bashOffers("explain", "--show", "=", "al")).toEqual(["alone"])
  })

  it("offers the names of models", () => {
    expect(bashOffers("explain", "-m", "r")).toEqual(["resnet50"])
    expect(bashOffers("models", "pull", "")).toEqual(["efficientnet-lite0", "resnet50", "skin-lesion"])
  })

  it("starts no program, and never runs what was typed", () => {
    expect(bashOffers("explain", "$(touch owned)`touch owned`", "--fit", "c")).toEqual(["crop"])
    expect(bash).not.toMatch(/\beval\b/)
  })

  it("leaves no variable behind", () => {
    const names = "compgen -v | grep -v -e '^BASH' -e '^_$' -e PIPESTATUS"
    const script = `${bash}\nbefore=''; before=$(${names}); COMP_WORDS=(gridexplainer ''); COMP_CWORD=1; COMPREPLY=()
compopt() { :; }; after=''; before=$(${names}); _gridexplainer; after=$(${names}); [[ $before == "$after" ]] && echo same\n`
    expect(ask("bash", ["--norc", "--noprofile"], script)).toBe("same\n")
  })
})

/** The words that a command gets when a person types lines with Tab and Enter, in the terminal of util-linux's `script`. */
function typed(shell: string, setUp: string, lines: readonly string[]): readonly string[] {
  const folder = temporaryFolder()
  writeFileSync(join(folder, "my cat.png"), "")
  const got = join(temporaryFolder(), "got")
  const setUpFile = join(temporaryFolder(), "set-up")
  writeFileSync(setUpFile, `${setUp}\ngridexplainer() { printf '%s|' "$@" >> '${got}'; echo >> '${got}'; }\n`)
  const keys = [`. '${setUpFile}'`, ...lines, "exit"].map((line) => `${line}\n`)
  // What is typed while a shell starts may be lost.
  const hands = `sleep 1; ${keys.map((_, i) => `printf %s "$KEY${i}"; sleep 0.7`).join("; ")}`
  const environment = Object.fromEntries(keys.map((line, i) => [`KEY${i}`, line]))
  spawnSync("sh", ["-c", `(${hands}) | script -qec '${shell}' /dev/null`], {
    cwd: folder,
    env: { ...process.env, ...environment, TERM: "dumb", HOME: folder },
    timeout: 50_000,
  })
  return readFileSync(got, "utf8").split("\n").slice(0, -1)
}

describe.skipIf(!has("script") || process.platform !== "linux")("the Tab key", () => {
  it.skipIf(!has("bash"))("in bash completes options, values, models and files, and leaves numbers alone", () => {
    const lines = [
      "explain --lay\t",
      "explain --layout=o\t",
      "explain -m r\t",
      "explain -o my\t",
      "explain --grid my\t",
      "explain --show my\t",
      "rerun my\t",
      "rerun r.json --image my\t",
      "convert my\t",
      "convert r.json --image my\t",
    ]
    expect(
      typed(
        "bash --norc --noprofile",
        bash,
        lines.map((line) => `gridexplainer ${line}`),
      ),
    ).toEqual([
      "explain|--layout|",
      "explain|--layout=overlay|",
      "explain|-m|resnet50|",
      "explain|-o|my cat.png|",
      "explain|--grid|my|",
      "explain|--show|my cat.png|",
      "rerun|my cat.png|",
      "rerun|r.json|--image|my cat.png|",
      "convert|my cat.png|",
      "convert|r.json|--image|my cat.png|",
    ])
  })

  it.skipIf(!has("zsh"))("in zsh completes the same", () => {
    const lines = ["explain --lay\t", "explain --layout=o\t", "explain -m r\t", "explain -o my\t", "models pull r\t"]
    const setUp = `autoload -Uz compinit; compinit -u -D\n${scriptFor("zsh")}`
    expect(
      typed(
        "zsh -f",
        setUp,
        lines.map((line) => `gridexplainer ${line}`),
      ),
    ).toEqual([
      "explain|--layout|",
      "explain|--layout=overlay|",
      "explain|-m|resnet50|",
      "explain|-o|my cat.png|",
      "models|pull|resnet50|",
    ])
  })
})

describe.skipIf(!has("fish"))("completion in fish", () => {
  const fish = (typed: string): readonly string[] =>
    ask("fish", ["--no-config"], `${scriptFor("fish")}\ncomplete -C "gridexplainer ${typed}"\n`)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t")[0]!)

  it("offers commands, options, values, models and files", () => {
    expect(fish("")).toEqual([
      "check",
      "completion",
      "convert",
      "diff",
      "doctor",
      "explain",
      "help",
      "models",
      "predict",
      "rerun",
      "verify",
    ])
    expect(fish("models p")).toEqual(["path", "pull"])
    expect(fish("explain --la")).toEqual(["--labels", "--layout"])
    expect(fish("explain --fit ")).toEqual(["crop", "pad", "squash"])
    expect(fish("explain --layout=o")).toEqual(["--layout=overlay"])
    expect(fish("explain --grid m")).toEqual([])
    expect(fish("explain --show=al")).toEqual(["--show=alone"])
    expect(fish("explain --show m")).toEqual(["my cat.png"])
    expect(fish("models pull r")).toEqual(["resnet50"])
    expect(fish("explain m")).toEqual(["my cat.png"])
  })
})

describe("completion in PowerShell", () => {
  const script = scriptFor("powershell")

  it("has every command, option and value, each in quotes", () => {
    expect(script).toContain("'explain --layout' = @('beside', 'alone', 'overlay', 'map', 'pair', 'sets', 'sheet')")
    expect(script).toContain("'models pull' = @('efficientnet-lite0', 'resnet50', 'skin-lesion')")
    expect(script).toContain("' models' = 'models'")
    expect(script).toContain("'doctor' = @('--json', '--help')")
    expect(script).toContain("'explain --show' = @('alone', 'average')")
  })
})
