import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, contentSecurityPolicyHeader } from "./content-security-policy.ts";

describe("the policy of a reader's page", () => {
  it("allows the site's own files and nothing else", () => {
    expect(contentSecurityPolicy("page")).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; " +
        "style-src 'self'; img-src 'self' data:; connect-src 'self'",
    );
  });
});

describe("the policy of a redirect page", () => {
  it("allows nothing at all", () => {
    expect(contentSecurityPolicy("redirect")).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'",
    );
  });
});

describe("the policy of the CMS", () => {
  it("is the only one that allows eval and inline styles", () => {
    expect(contentSecurityPolicy("admin")).toContain("'unsafe-eval'");
    for (const kind of ["page", "redirect", "machine"] as const) {
      expect(contentSecurityPolicy(kind)).not.toContain("unsafe");
    }
  });

  it("also allows requests to the local backend in a local build", () => {
    const local = "http://127.0.0.1:8081";
    expect(contentSecurityPolicy("admin", [local])).toMatch(
      /connect-src [^;]*http:\/\/127\.0\.0\.1:8081/,
    );
    expect(contentSecurityPolicy("admin")).not.toContain(local);
  });
});

describe("the policy as a header", () => {
  it("also forbids frames around the page, which a meta element cannot", () => {
    expect(contentSecurityPolicyHeader("page")).toBe(
      `${contentSecurityPolicy("page")}; frame-ancestors 'none'`,
    );
    expect(contentSecurityPolicy("page")).not.toContain("frame-ancestors");
  });
});
