import { describe, expect, it, vi } from "vitest"
import { closeGuard, guarded, nativeGuard, waitForGuard } from "../../../src/models/onnx/native-guard.ts"

describe("nativeGuard", () => {
  it("is busy during a task, and free after it, also if it fails", async () => {
    const guard = nativeGuard()
    expect(await guarded(guard, async () => [...guard])).toEqual([1, 0])
    expect([...guard]).toEqual([0, 0])
    await expect(guarded(guard, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
    expect([...guard]).toEqual([0, 0])
  })

  it("lets nothing begin once it is closed", async () => {
    const guard = nativeGuard()
    closeGuard(guard)
    const task = vi.fn(async () => {})
    await expect(guarded(guard, task)).rejects.toThrow("about to be stopped")
    expect(task).not.toHaveBeenCalled()
    expect([...guard]).toEqual([0, 1])
  })

  it("holds nobody up where nothing runs", () => {
    const guard = nativeGuard()
    waitForGuard(guard, 1000)
    expect([...guard]).toEqual([0, 0])
  })
})
