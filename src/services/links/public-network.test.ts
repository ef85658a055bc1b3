import { describe, expect, it } from "vitest";
import { codeOf, isPublicAddress, joinLookups, publicNetwork } from "./public-network.ts";

describe("an address that may be requested", () => {
  it.each([
    "1.1.1.1",
    "93.184.215.14",
    "172.15.0.1",
    "172.32.0.1",
    "2606:2800:21f:cb07::1",
    "2a00:1450::1",
  ])("is public: %s", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254"],
    "168.63.129.16",
    ...["172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1"],
    ...[
      "198.51.100.1",
      "203.0.113.1",
      "224.0.0.1",
      "239.255.255.255",
      "240.0.0.1",
      "255.255.255.255",
    ],
    ...["::", "::1", "::ffff:127.0.0.1", "::ffff:1.1.1.1", "::127.0.0.1", "64:ff9b::7f00:1"],
    ...["fe80::1", "fe80::1%lo", "fc00::1", "fd00::1", "fec0::1", "ff02::1", "100::1"],
    ...["2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::1"],
    ...["", "localhost", "0x7f.1", "2130706433", "127.1", "1.1.1.1.", " 1.1.1.1"],
  ])("is not: %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it("is requested only at the ports of the web", () => {
    expect([80, 443].map((port) => publicNetwork.permits("1.1.1.1", port))).toEqual([true, true]);
    for (const port of [0, 22, 25, 3306, 6379, 65_535]) {
      expect(publicNetwork.permits("1.1.1.1", port)).toBe(false);
    }
    expect(publicNetwork.permits("127.0.0.1", 443)).toBe(false);
  });
});

describe("a DNS lookup", () => {
  const found = (...value: string[]) => ({ status: "fulfilled", value }) as const;
  const failed = (code: string) =>
    ({ status: "rejected", reason: Object.assign(new Error(code), { code }) }) as const;

  it("finds IPv4 and IPv6 addresses, or one kind", () => {
    expect(joinLookups(found("1.1.1.1"), found("2a00::1"))).toEqual([
      { address: "1.1.1.1", family: 4 },
      { address: "2a00::1", family: 6 },
    ]);
    expect(joinLookups(failed("ETIMEOUT"), found("2a00::1"))).toHaveLength(1);
    expect(joinLookups(found("1.1.1.1"), failed("ENODATA"))).toHaveLength(1);
  });

  it.each([
    ["ENOTFOUND", "ENOTFOUND", "ENOTFOUND"],
    ["ENODATA", "ENODATA", "ENODATA"],
    ["ENODATA", "ETIMEOUT", "ETIMEOUT"],
    ["ESERVFAIL", "ENODATA", "ESERVFAIL"],
  ])("does not claim that a name is missing if that is unknown: %s, %s", (four, six, code) => {
    try {
      expect(joinLookups(failed(four), failed(six))).toBe("never");
    } catch (error) {
      expect(codeOf(error)).toBe(code);
    }
  });
});
