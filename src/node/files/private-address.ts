import { lookup as lookUp } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

/** Networks that are not the public internet, from the registries of special-purpose addresses (RFC 6890 and its successors). */
const networks: readonly string[] = [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16",
  "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
  "::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8",
].flatMap((line) => line.split(" "))

const notPublic = new BlockList()
for (const network of networks) {
  const [address = "", bits] = network.split("/")
  notPublic.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4")
}

/** IPv6 prefixes that are followed by an IPv4 address: mapped and translated (NAT64) ones. */
const ipv4Behind = /^(::ffff:(0:)?|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/i

/** Whether an IP address belongs to this computer, a private network, or nobody. False for anything that is not an IP address. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "")
  const version = isIP(plain)
  if (version === 0) return false
  if (version === 4) return notPublic.check(plain, "ipv4")
  const [, , , high, low] = ipv4Behind.exec(new URL(`http://[${plain}]/`).hostname.slice(1, -1)) ?? []
  if (high === undefined || low === undefined) return notPublic.check(plain, "ipv6")
  const numbers = [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255])
  return notPublic.check(numbers.join("."), "ipv4")
}

/** Thrown if a name resolves to an address that must not be reached. */
export class PrivateAddress extends Error {}

/** Finds the addresses of a name, at the moment of connecting, and refuses those of this computer and of private networks. */
export const publicLookup: LookupFunction = (name, options, callback) => {
  lookUp(name, { ...options, all: true }, (error, found) => {
    const closed = found?.find(({ address }) => isPrivateAddress(address))
    const [first] = found ?? []
    if (error !== null) callback(error, [])
    else if (closed !== undefined || first === undefined)
      callback(new PrivateAddress(`${name} is ${closed?.address ?? "nowhere"}`), [])
    else if (options.all === true) callback(null, found)
    else callback(null, first.address, first.family)
  })
}
