import { describe, expect, it } from "vitest";
import { deadLinks } from "./dead-links.ts";
import { findingsOf } from "./fixtures.ts";

describe("a link that is shown as text", () => {
  it.each([
    ["[Apply](jobs.example.com/42)", "jobs.example.com/42"],
    ["[Apply](/jobs/42)", "/jobs/42"],
    ["[Apply](javascript:alert(1))", "javascript:alert"],
    ["[Apply](//evil.example)", "//evil.example"],
    ["[mail](mailto:a@example.com?bcc=b@example.com)", "mailto:a@example.com?bcc=b@example.com"],
    ["[intranet](http://wiki/jobs)", "http://wiki/jobs"],
    ["[call](tel:+49301234)", "tel:+49301234"],
    ["See [here].\n\n[here]: file:///etc/passwd", "file:///etc/passwd"],
    ["<intent://scan/#Intent;end>", "intent://scan/#Intent;end"],
    ["ftp://example.com/x", "ftp://example.com/x"],
    ["Apply at www.example.com/jobs.", "“www.example.com/jobs”"],
    ["**WWW.Example.com** tells more", "“WWW.Example.com”"],
  ])("is reported: %s", (description, target) => {
    const [finding] = findingsOf(deadLinks, { description });
    expect(finding).toMatchObject({
      field: "description",
      message: expect.stringContaining(target),
    });
  });
});

it("an address without a scheme is reported with the missing scheme", () => {
  const [finding] = findingsOf(deadLinks, { requirements: "See www.example.com/jobs" });
  expect(finding).toMatchObject({ field: "requirements", fix: "Put https:// in front of it." });
});

it("a link without an address is reported", () => {
  const [finding] = findingsOf(deadLinks, { description: "Then [apply]() today, as in `a[0]()`." });
  expect(finding).toMatchObject({
    field: "description",
    message: expect.stringContaining("no address"),
  });
  expect(findingsOf(deadLinks, { description: "`[x]()` and f[0]\\(\\)" })).toEqual([]);
});

describe("what needs no link", () => {
  it.each([
    "[Apply](https://example.com/jobs/42) or <https://example.com/>",
    "[www.example.com](https://www.example.com/), https://www.example.com/jobs",
    "`www.example.com`, jobs@www.example.com, awww.cute.example",
    "[Mail](mailto:jobs@example.com), <jobs@example.com>",
    "https://example.com/a_(b)",
    "Call array[0](x) or [optional](2 years).",
    "`[a](javascript:1)` and `ftp://x`",
    "[Note]: bring a towel.",
    "[ ] or [x] in a list, f[i](j)",
    "std::vector<int>, <T: Clone>",
    "[See the handbook][h]\n\n[h]: https://example.com/handbook",
  ])("passes: %s", (description) => {
    expect(findingsOf(deadLinks, { description })).toEqual([]);
  });
});
