#!/usr/bin/env node

const words = process.argv.slice(2)
// Help and the like are there at once; what works for seconds is watched, so that Ctrl-C always ends it.
const watched = ["check", "convert", "demo", "diff", "explain", "predict", "rerun", "verify"]
const isWatched = watched.includes(words[0] ?? "") && !words.some((word) => word === "--help" || word === "-h")
if (isWatched) (await import("./process/supervise.ts")).supervise(words)
else await (await import("./process/run-command.ts")).runCommand(words)

export {}
