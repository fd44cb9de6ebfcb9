import { describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { packError, unpackError } from "../../../src/models/onnx/worker-messages.ts"

describe("an error on its way from a thread", () => {
  it.each([
    ["a problem alone", "expected 8 rows, got 7", undefined],
    ["a next step", "expected 8 rows, got 7", "Check the model."],
    ["a problem that ends like its next step", "the model says: Check the model.", "Check the model."],
    ["a problem with a full stop", "the model stopped.", "Try again."],
  ])("arrives as it left: %s", (_, problem, nextStep) => {
    const sent = new GridExplainerError("MODEL_FAILED", problem, { nextStep })
    const { code, message, ...more } = unpackError(structuredClone(packError(sent)))
    expect({ code, message, ...more }).toEqual({
      code: "MODEL_FAILED",
      message: sent.message,
      name: "GridExplainerError",
      problem,
      nextStep,
    })
  })

  it("is a failure of the model where it is no error of ours", () =>
    expect(unpackError(packError(new Error("no memory")))).toMatchObject({
      code: "MODEL_FAILED",
      problem: "Error: no memory",
      nextStep: undefined,
    }))
})
