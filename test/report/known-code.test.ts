import { expect, test } from "vitest"
import { codeHash } from "../../src/report/code-hash.ts"
import { codeProblem } from "../../src/report/code-problem.ts"
import { script } from "../../src/report/html/script.ts"
import { style } from "../../src/report/html/style.ts"
import { knownCode } from "../../src/report/known-code.ts"
import { report } from "../../src/report/report.ts"
import { anyExplanation } from "./any-explanation.ts"
import { fullRecord, pictures } from "./make-report.ts"

test("the style and script of this version are known: `node scripts/known-code.mjs` adds them", async () => {
  expect(knownCode).toContainEqual({ style: await codeHash(style), script: await codeHash(script) })
})

test("a page of a version that is known no more, or not yet, is told from one of a version that is", async () => {
  const html = await report(fullRecord(), { pictures })
  expect(await codeProblem(html)).toBeUndefined()
  expect(await codeProblem(html, [])).toContain("not those of any version")
})

test("no tag or attribute of any report is taken for a stranger's", async () => {
  for (let seed = 200; seed < 225; seed++)
    for (const record of await anyExplanation(seed)) {
      const caution = { ...record, model: { ...record.model, caution: "A demonstration." } }
      expect(await codeProblem(await report(caution, { pictures })), `seed ${seed}`).toBeUndefined()
    }
})
