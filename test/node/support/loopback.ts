import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"

export interface LoopbackOptions {
  /** Hears which server a client wants to reach through this one as its proxy; it never does. */
  readonly connect?: (target: string | undefined) => unknown
}

/** Serves on this computer until the test ends; answers the address, `http://127.0.0.1:12345/`. */
export async function loopback(answer: RequestListener, { connect }: LoopbackOptions = {}): Promise<string> {
  const server = createServer(answer).on("connect", ({ url }, socket) => {
    connect?.(url)
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
