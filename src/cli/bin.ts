#!/usr/bin/env node

try {
  const [{ main }, { processTerminal }] = await Promise.all([import("./main.ts"), import("./terminal/terminal.ts")])
  const words = process.argv.slice(2)
  process.exitCode = await main(words, processTerminal({ color: !words.includes("--no-color") }))
} catch (error) {
  const [, missing] = /^Cannot find package '([^']+)'/.exec(error instanceof Error ? error.message : "") ?? []
  if (missing === undefined) throw error
  console.error(
    `error: the command needs the package ${missing}, which was left out. Run: npm install --include=optional`,
  )
  process.exitCode = 1
}

export {}
