import { GridExplainerError } from "../../errors.ts"

/** A proxy that the environment names. */
export interface ProxyServer {
  /** The variable that names it: `https_proxy`. */
  readonly variable: string
  readonly address: string
  /** Its name and port without a user or password, for messages. */
  readonly host: string
}

/** The proxies of the environment; without a scheme, as in `proxy:3128`, http is assumed, as in curl. */
export interface Proxies {
  readonly http: ProxyServer | undefined
  readonly https: ProxyServer | undefined
}

/**
 * Reads `http_proxy` and `https_proxy`, in lower or upper case.
 *
 * @throws GridExplainerError `DOWNLOAD_FAILED` for a value that is not the address of a proxy
 */
export function environmentProxies(env: NodeJS.ProcessEnv = process.env): Proxies {
  const http = proxyOf("http_proxy", env)
  return { http, https: proxyOf("https_proxy", env) ?? http }
}

/** The proxy between this computer and an address; undefined if there is none, or if `no_proxy` excludes the address. */
export function proxyFor(url: URL, proxies: Proxies, env: NodeJS.ProcessEnv = process.env): ProxyServer | undefined {
  const proxy = url.protocol === "https:" ? proxies.https : proxies.http
  const without = (env.no_proxy ?? env.NO_PROXY ?? "").toLowerCase().split(/[\s,]+/)
  const [name, host] = [url.hostname, url.host].map((text) => `.${text.toLowerCase()}`) as [string, string]
  const leftOut = without.some((entry) => {
    const end = entry.replace(/^\*?\.?/, ".")
    return entry === "*" || (end !== "." && (name.endsWith(end) || host.endsWith(end)))
  })
  return leftOut ? undefined : proxy
}

function proxyOf(name: string, env: NodeJS.ProcessEnv): ProxyServer | undefined {
  const variable = env[name] === undefined ? name.toUpperCase() : name
  const said = env[variable]
  if (said === undefined || said === "") return undefined
  const address = said.includes("://") ? said : `http://${said}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url !== undefined && /^(https?|socks5?):$/.test(url.protocol) && url.hostname !== "")
    return { variable, address, host: url.host }
  const shown = said.replace(/\/\/[^@/]*@/, "//")
  throw new GridExplainerError(
    "DOWNLOAD_FAILED",
    `${variable} must be the address of a proxy, such as http://proxy:3128, got ${shown}`,
    { nextStep: "Set it right, or unset it." },
  )
}
