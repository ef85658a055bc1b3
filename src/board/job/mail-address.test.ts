import { describe, expect, it } from "vitest";
import { isMailAddress } from "./mail-address.ts";

describe("an email address", () => {
  it.each([
    "jobs@example.com",
    "o'neill+python_2026@mail.example.co.uk",
    "jobs@xn--e1afmkfd.xn--p1ai",
    "jobs@müller.example.com",
  ])("may be %s", (address) => expect(isMailAddress(address)).toBe(true));

  it.each([
    "",
    "jobs",
    "@example.com",
    "jobs@",
    "jobs@localhost",
    "jobs@127.0.0.1",
    "jobs @example.com",
    "a@b@example.com",
    "jobs@example.com,other@example.org",
    "jobs@example.com?bcc=x@example.org",
    "a?bcc=spam@evil.example.com",
    "a&b@example.com",
    "a%0abcc:b@example.com",
    "a#b@example.com",
    "a/b@example.com",
    "jobs@example.com/x",
    `${"a".repeat(65)}@example.com`,
  ])("is not %j", (address) => expect(isMailAddress(address)).toBe(false));
});
