/**
 * Decides which IP addresses may be requested for a stranger's link: only public ones. Also looks up host names,
 * so that connections go to the addresses that were checked.
 */
import { Resolver } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

export type Address = { address: string; family: 4 | 6 };

/** The network over which links are requested. Tests pass in their own. */
export type Network = {
  /** The IP addresses of a host. Throws an Error with Node's code if there are none. */
  resolve(host: string): Promise<Address[]>;
  /** Whether connections to an address and port are allowed. */
  permits(address: string, port: number): boolean;
};

/** IANA's registry of special addresses, and multicast: https://www.iana.org/assignments/iana-ipv4-special-registry */
const special4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // Not in the registry: on Azure, where GitHub's runners are, the address of the host machine.
  // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** The only range of public addresses: mapped, local and multicast addresses are outside. RFC 4291 */
const global6 = ["2000::", 3] as const;

/** Within it: protocols, tunnels that lead to any IPv4 address, documentation. iana-ipv6-special-registry */
const special6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of special4) refused.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of special6) refused.addSubnet(net, prefix, "ipv6");

const global = new BlockList();
global.addSubnet(...global6, "ipv6");

/** Ports of the web. */
const ports: readonly number[] = [80, 443, 8080, 8443];

/** Whether an IP address, as Node writes it, is public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, "ipv4");
  return family === 6 && global.check(address, "ipv6") && !refused.check(address, "ipv6");
}

/** Timeout in milliseconds and number of tries for each lookup. */
const patience = { timeout: 4000, tries: 2 };

export const publicNetwork: Network = {
  /** Only DNS, not the machine's hosts file. */
  async resolve(host) {
    const resolver = new Resolver(patience);
    return joinLookups(
      ...(await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])),
    );
  },
  permits: (address, port) => isPublicAddress(address) && ports.includes(port),
};

type Lookup = PromiseSettledResult<string[]>;

/** IPv4 and IPv6 addresses. Throws a lookup's error if neither finds any. */
export function joinLookups(four: Lookup, six: Lookup): Address[] {
  const found = [
    ...addressesOf(four).map((address) => ({ address, family: 4 as const })),
    ...addressesOf(six).map((address) => ({ address, family: 6 as const })),
  ];
  if (found.length > 0) return found;
  // A missing record of one kind says little if the other lookup failed.
  const reasons: unknown[] = [four, six].flatMap((lookup) =>
    lookup.status === "rejected" ? [lookup.reason] : [],
  );
  throw reasons.find((reason) => !isUnknownName(reason)) ?? reasons[0];
}

function addressesOf(lookup: Lookup): string[] {
  return lookup.status === "fulfilled" ? lookup.value : [];
}

/** Whether DNS says that a name does not exist. */
export function isUnknownName(error: unknown): boolean {
  return ["ENOTFOUND", "ENODATA"].includes(codeOf(error));
}

/** Node's error code, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
