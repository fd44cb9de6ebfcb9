/** What every run must keep to. */
export const mostSeconds = 10
export const mostMegabytes = 1024

/**
 * What is wrong with how an attack ended, in words.
 *
 * @param {import("./attack.d.ts").Attack} attack
 * @param {import("./attack.d.ts").AttackResult} result
 * @returns {string | undefined}
 */
export function judgeAttack(attack, result) {
  const { code, signal, stderr, seconds, megabytes } = result
  if (seconds > mostSeconds) return `took ${seconds.toFixed(1)} s`
  if (megabytes > mostMegabytes) return `took ${megabytes.toFixed(0)} MB`
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) return `showed a stack: ${stderr.slice(0, 200)}`
  if (signal !== null && !(attack.endsBy ?? []).includes(signal)) return `was ended by ${signal}`
  if (signal === null && (code === null || ![0, 1, 2, 3, 4, 130].includes(code))) return `ended with ${code}`
  return attack.expect(result)
}

/**
 * Expects an exit code, and words on standard error.
 *
 * @param {number | readonly number[]} codes
 * @param {RegExp} [words]
 * @returns {(result: import("./attack.d.ts").AttackResult) => string | undefined}
 */
export function endsWith(codes, words) {
  const wanted = /** @type {number[]} */ ([codes].flat())
  return ({ code, stderr }) => {
    if (!wanted.includes(code ?? -1)) return `ended with ${code}, not ${wanted.join(" or ")}: ${stderr.slice(0, 200)}`
    return words === undefined || words.test(stderr) ? undefined : `said ${JSON.stringify(stderr.slice(0, 300))}`
  }
}

/** Ends well. @param {import("./attack.d.ts").AttackResult} result */
export function succeeds({ code, stderr }) {
  return code === 0 ? undefined : `expected 0, got ${code}: ${stderr.slice(0, 200)}`
}

/** Ends with 1 and says why. @param {import("./attack.d.ts").AttackResult} result */
export function isRefused({ code, stdout, stderr }) {
  if (code !== 1) return `expected 1, got ${code}`
  return (stdout + stderr).trim() === "" ? "it does not say why" : undefined
}

/** Ends with 1, or well: whichever, in time. @param {import("./attack.d.ts").AttackResult} result */
export function endsInWords({ code, stderr }) {
  return code === 0 || (code === 1 && stderr.trim() !== "") ? undefined : `expected 0 or 1 with a reason, got ${code}`
}
