import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type FetchFileOptions, fetchFile } from "../../../src/node/files/fetch-file.ts"
import { isPrivateAddress } from "../../../src/node/files/private-address.ts"
import { shownAddress, withoutAddresses } from "../../../src/node/files/shown-address.ts"
import { findPictures } from "../../../src/node/pictures/find-pictures.ts"
import { loopback } from "../support/loopback.ts"
import { problemOf } from "../support/problem-of.ts"

/** Four numbers of an address that is not public. */
const inside = fc
  .tuple(
    fc.constantFrom([10], [127], [0], [172, 16], [172, 31], [192, 168], [169, 254], [100, 64], [198, 18], [224], [255]),
    fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }),
  )
  .map(([start, rest]) => [...start, ...rest].slice(0, 4))

const hex = (numbers: readonly number[]): string[] =>
  [0, 2].map((i) => ((numbers[i]! << 8) | numbers[i + 1]!).toString(16))

/** Ways to write the same address in a URL. */
const spellings: readonly ((numbers: readonly number[]) => string)[] = [
  (numbers) => numbers.join("."),
  (numbers) => String(numbers.reduce((sum, number) => sum * 256 + number, 0)),
  (numbers) => numbers.map((number) => `0${number.toString(8)}`).join("."),
  (numbers) => numbers.map((number) => `0x${number.toString(16)}`).join("."),
  ([a, b, c, d]) => `${a}.${b}.${c! * 256 + d!}`,
  (numbers) => `[::ffff:${numbers.join(".")}]`,
  (numbers) => `[0:0:0:0:0:FFFF:${hex(numbers).join(":")}]`,
  (numbers) => `[64:ff9b::${hex(numbers).join(":")}]`,
  (numbers) => `[::${numbers.join(".")}]`,
  (numbers) => `[2002:${hex(numbers).join(":")}::1]`,
  (numbers) => `${numbers.join(".")}.`,
  // Full-width digits and full stops, as a header can carry them.
  (numbers) =>
    encodeURIComponent(numbers.join("。").replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
]

/** What fetching says where a server on this computer sends it elsewhere. */
async function redirected(location: string, options: FetchFileOptions = {}): Promise<string> {
  const base = await loopback((_, reply) => void reply.writeHead(302, { location }).end())
  return problemOf(() => fetchFile(base, { retries: 0, ...options }))
}

describe("a redirect", () => {
  it("to a private address is refused, however that is written", async () => {
    await fc.assert(
      fc.asyncProperty(inside, fc.constantFrom(...spellings), async (numbers, spell) => {
        const host = spell(numbers)
        expect([host, await redirected(`https://${host}:9/x`)]).toEqual([
          host,
          expect.stringMatching(
            /^DOWNLOAD_FAILED: .* the server redirects to https:\S+, which is on this computer or in a private network/,
          ),
        ])
      }),
      { numRuns: 120 },
    )
  })

  it.each(["[::1]", "[::]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]", "[ff02::1]", "[fec0::1]"])(
    "to %s is refused",
    async (host) => {
      expect(await redirected(`https://${host}:9/`)).toContain("in a private network")
    },
  )

  it.each(["localhost", "LOCALHOST"])("to the name %s, which stands for such an address, is refused", async (name) => {
    expect(await redirected(`https://${name}:9/`)).toContain("which is on this computer or in a private network")
  })

  it("to another port of this computer is refused, and to another path of the same server is not", async () => {
    const other = await loopback((_, reply) => void reply.end("secret"))
    expect(await redirected(other)).toContain("in a private network")
    const same = await loopback(
      ({ url }, reply) => void (url === "/" ? reply.writeHead(302, { location: "/there" }).end() : reply.end("here")),
    )
    expect(new TextDecoder().decode(await fetchFile(same))).toBe("here")
  })

  it("to this computer is followed where the caller allows it", async () => {
    const other = await loopback((_, reply) => void reply.end("wanted"))
    const base = await loopback((_, reply) => void reply.writeHead(302, { location: other }).end())
    const bytes = await fetchFile(base, { privateNetworks: "always" })
    expect(new TextDecoder().decode(bytes)).toBe("wanted")
  })
})

describe("an address of this computer", () => {
  it("is not even asked where the caller says never", async () => {
    let asked = 0
    const base = await loopback((_, reply) => void reply.end(`${++asked}`))
    for (const address of [base, base.replace("127.0.0.1", "localhost")])
      expect(await problemOf(() => fetchFile(address, { privateNetworks: "never", retries: 0 }))).toContain(
        "which is on this computer or in a private network",
      )
    expect(asked).toBe(0)
  })
})

describe("isPrivateAddress", () => {
  it.each([
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "192.167.1.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "[2a00:1450::1]",
  ])("takes %s for public", (address) => expect(isPrivateAddress(address)).toBe(false))

  it("says nothing of names", () => expect(isPrivateAddress("localhost")).toBe(false))
})

const secret = fc.stringMatching(/^[a-z0-9]{12}$/).map((text) => `S${text}`)

describe("the secrets of an address", () => {
  it("appear in no message", async () => {
    const base = new URL(await loopback((_, reply) => void reply.writeHead(404).end()))
    const shapes = (user: string, password: string, token: string): readonly string[] => [
      `http://${user}:${password}@${base.host}/cat.png?token=${token}`,
      `http://${base.host}/cat.png?token=${token}#${password}`,
      `http:\\\\${user}:${password}@${base.host}\\cat.png?${token}`,
      `http:${user}:${password}@example.org/?${token}`,
      `ftp://${user}:${password}@example.org/?${token}`,
      `http://${user}:${password}@[bad/?${token}`,
      `x-y://${user}:${password}@example.org/?${token}`,
    ]
    await fc.assert(
      fc.asyncProperty(secret, secret, secret, fc.nat(6), async (user, password, token, which) => {
        const address = shapes(user, password, token)[which]!
        const said = [
          await problemOf(() => fetchFile(address, { retries: 0 })),
          await problemOf(() => findPictures([address])),
        ].join("\n")
        expect(said).toMatch(/DOWNLOAD_FAILED|Error/)
        for (const part of [user, password, token]) expect(said).not.toContain(part)
      }),
      { numRuns: 70 },
    )
  })

  it("appear in no message about where a server redirects to", async () => {
    expect(await redirected("http://user:S3CRET@example.org/x?token=S3CRET")).not.toContain("S3CRET")
    expect(await redirected("https://user:S3CRET@127.0.0.1/x?token=S3CRET")).not.toContain("S3CRET")
  })

  it("are left out of what others say", () => {
    expect(withoutAddresses("request to https://me:pw@npm.example/x?t=1 failed")).toBe(
      "request to https://npm.example/x failed",
    )
    expect(shownAddress("data:text/plain,x")).toBe("data:text/plain,x")
  })

  it("do not make two addresses one", async () => {
    expect(await findPictures(["https://x.org/a?1", "https://x.org/a?2", "https://x.org/a?1"])).toHaveLength(2)
  })

  it("are sent to the server that they are for, and to no other", async () => {
    const heard: (string | undefined)[] = []
    const other = await loopback(({ headers }, reply) => {
      heard.push(headers.authorization)
      reply.end("there")
    })
    const base = new URL(
      await loopback(({ headers }, reply) => {
        heard.push(headers.authorization)
        reply.writeHead(302, { location: other }).end()
      }),
    )
    base.username = "me"
    base.password = "p:w ü"
    await fetchFile(base, { privateNetworks: "always" })
    expect(heard).toEqual([`Basic ${Buffer.from("me:p:w ü").toString("base64")}`, undefined])
  })
})

describe("a server that asks to be left alone", () => {
  it.each([
    ["99999", "status 503 and asks to be left alone for 99999 s"],
    [
      "Fri, 31 Dec 2999 23:59:59 GMT",
      "status 503 and asks to be left alone for some time (Fri, 31 Dec 2999 23:59:59 GMT)",
    ],
  ])("for %s is quoted, and not waited for", async (wait, says) => {
    const base = await loopback((_, reply) => void reply.writeHead(503, { "retry-after": wait }).end())
    expect(await problemOf(() => fetchFile(base, { retries: 1, timeout: 10_000 }))).toContain(says)
  })
})
