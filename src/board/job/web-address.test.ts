import { describe, expect, it } from "vitest";
import { refuseWebAddress } from "./web-address.ts";

describe("a web address", () => {
  it.each([
    "https://example.com/jobs/42",
    "http://example.com",
    "HTTPS://Example.COM:8443/a?b=c&d=%20#e",
    "https://bücher.example.com/größe",
    "https://xn--bcher-kva.example.com/",
    "https://例え.jp/仕事",
    "https://example.com./",
    "https://jobs.my_company.example.com/a?f={x}|y^z",
    "https://a.b.c.example.co.uk/~x/(y)/@z",
  ])("may be %s", (address) => expect(refuseWebAddress(address)).toBeUndefined());

  it.each([
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "//evil.example.com",
    "https:evil.example.com",
    "https:/evil.example.com",
    "https:///evil.example.com",
    "ftp://example.com/",
    "www.example.com",
    " https://example.com",
    "https://example.com/a b",
    "https://example.com\\@evil.example.org",
    "https://bank.example.com@evil.example.org/",
    "https://@example.com/",
    "https://localhost/",
    "https://intranet/",
    "https://printer.local/",
    "https://service.internal/",
    "https://127.0.0.1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://①②⑦.0.0.1/",
    "https://[::1]/",
    "https://10.0.0.1/",
    "https://example.com%2f@evil.example.org",
    "https://exa mple.com/",
    "https://example..com/",
    "https://-example.com/",
    "https://example.c/",
    "",
  ])("is rejected with a reason: %j", (address) => expect(refuseWebAddress(address)).toMatch(/\w/));
});
