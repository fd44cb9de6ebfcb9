import { describe, expect, it } from "vitest"
import { doctorText } from "../../../src/cli/doctor/run-doctor.ts"
import type { Doctor } from "../../../src/node/doctor/doctor.ts"

const found: Doctor = {
  works: false,
  modelsRun: true,
  versions: { gridexplainer: "0.1.0", node: "20.19.0", system: "linux x64" },
  cores: 2,
  memoryBytes: 8 * 2 ** 30,
  runtimes: [
    { name: "native", works: false, problem: "running ONNX models needs the package onnxruntime-node" },
    {
      name: "wasm",
      works: true,
      runtime: "onnxruntime-web 1.30.0 (wasm)",
      loadMilliseconds: 1040,
      picturesPerSecond: 9.64,
      answer: { label: "honeycomb", score: 0.765 },
    },
  ],
  packages: [
    { name: "sharp", wanted: "0.35.5", works: false, problem: "not installed", serves: "reads pictures", needed: true },
    { name: "tar", wanted: "7.5.23", version: "7.5.23", works: true, serves: "unpacks models", needed: false },
  ],
  cache: { path: "/home/ada/.cache/gridexplainer", exists: false, writable: true, bytes: 0 },
  models: [{ name: "resnet50", state: "absent", bytes: 102_585_951, path: "/home/ada/resnet50.onnx" }],
  advice: ["Packages that are missing: npm install sharp@0.35.5"],
}

describe("doctorText", () => {
  it("says in plain lines what runs, what does not, and what to do", () => {
    expect(doctorText(found).split("\n")).toEqual([
      "gridexplainer 0.1.0, Node 20.19.0, linux x64, 2 cores, 8.0 GB memory",
      "",
      "The model of the package, asked about a picture with a known answer",
      "  NO  native                         running ONNX models needs the package onnxruntime-node",
      "  ok  onnxruntime-web 1.30.0 (wasm)  9.6 pictures a second, loaded in 1.0 s",
      "",
      "Packages",
      "  NO  sharp 0.35.5  not installed; reads pictures",
      "  ok  tar 7.5.23    unpacks models",
      "",
      "Models",
      "  resnet50  absent  102.6 MB",
      "",
      "Cache",
      "  /home/ada/.cache/gridexplainer, not made yet, writable",
      "",
      "Packages that are missing: npm install sharp@0.35.5",
      "",
    ])
  })
})
