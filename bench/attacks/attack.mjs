/**
 * What one case of an attack came to.
 *
 * @typedef {{ code: number | null, signal: string | null, stdout: string, stderr: string, seconds: number, megabytes: number, files: string[] }} Result
 */

/**
 * One case: arguments of the command, and what is wrong with how it ended, in words; undefined where it ended as it should.
 *
 * @typedef {{ name: string, command: string[], expect: (result: Result) => string | undefined }} Attack
 */

/** Ends well. @param {Result} result */
export function succeeds({ code, stderr }) {
  return code === 0 ? undefined : `expected 0, got ${code}: ${stderr.slice(0, 200)}`
}

/** Ends with 1 and says why. @param {Result} result */
export function isRefused({ code, stdout, stderr }) {
  if (code !== 1) return `expected 1, got ${code}`
  return (stdout + stderr).trim() === "" ? "it does not say why" : undefined
}

/** Ends with 1, or well: whichever, in time. @param {Result} result */
export function endsInWords({ code, stderr }) {
  return code === 0 || (code === 1 && stderr.trim() !== "") ? undefined : `expected 0 or 1 with a reason, got ${code}`
}
