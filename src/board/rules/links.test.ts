import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { links } from "./links.ts";

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
    ["[About us](../about.md)", "../about.md"],
    ["[About us](about.html)", "about.html"],
    ["[Contact](jobs@example.com)", "jobs@example.com"],
    ["Apply at www.example.com/jobs.", "“www.example.com/jobs”"],
    ["**WWW.Example.com** tells more", "“WWW.Example.com”"],
  ])("is reported: %s", (description, target) => {
    const [finding] = findingsOf(links, { description });
    expect(finding).toMatchObject({
      field: "description",
      message: expect.stringContaining(target),
    });
  });
});

it("an address without a scheme is reported with the missing scheme", () => {
  const [finding] = findingsOf(links, { requirements: "See www.example.com/jobs" });
  expect(finding).toMatchObject({ field: "requirements", fix: "Put https:// in front of it." });
});

it.each(["[us](www.example.com)", "[us](https://example.com"])(
  "one flaw is reported once: %s",
  (description) => {
    expect(findingsOf(links, { description })).toHaveLength(1);
  },
);

it("a link without an address is reported", () => {
  const [finding] = findingsOf(links, { description: "Then [apply]() today, as in `a[0]()`." });
  expect(finding).toMatchObject({
    field: "description",
    message: expect.stringContaining("no address"),
  });
  expect(findingsOf(links, { description: "`[x]()` and f[0]\\(\\)" })).toEqual([]);
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
    expect(findingsOf(links, { description })).toEqual([]);
  });
});

describe("the correction of a link", () => {
  it.each([
    ["[About us](../about.md) and [top](#top)", "About us and top"],
    ['[Apply](jobs.example.com/42 "Now")', "[Apply](https://jobs.example.com/42)"],
    ["[Contact](jobs@example.com)", "[Contact](mailto:jobs@example.com)"],
    ["[Apply](javascript:alert)", "Apply"],
    ["Then [apply]() today", "Then apply today"],
    [
      "See www.example.com/jobs, or [www.a.example](https://a.example/).",
      "See https://www.example.com/jobs, or [www.a.example](https://a.example/).",
    ],
    [
      "See [here].\n\n[here]: jobs.example.com/x",
      "See [here].\n\n[here]: https://jobs.example.com/x",
    ],
    ["![Our office](https://example.com/o.png)", "[Our office](https://example.com/o.png)"],
    ["![](https://example.com/o.png)", "[https://example.com/o.png](https://example.com/o.png)"],
    ["`[a](../b.md)` and [a](../b.md)", "`[a](../b.md)` and a"],
    ["See [us](https://example.com/us for more", "See [us](https://example.com/us) for more"],
    ["[a](https://example.com/a b.pdf) now", "[a](https://example.com/a%20b.pdf) now"],
    ["[a](https://example.com and more)", "[a](https://example.com) and more"],
    ["![Our logo](logo.png)", "Our logo"],
    ["ftp://example.com/x", undefined],
  ])("%s", (description, corrected) => {
    const [finding] = findingsOf(links, { description });
    expect(finding?.repair?.values.description).toBe(corrected);
  });
});

describe("a definition of a link", () => {
  it("that nothing uses is reported, and becomes a link", () => {
    const description =
      "Text.\n\n[Careers]: https://example.com/careers\n[used]: https://example.com/\n\nA [used] one.";
    expect(findingsOf(links, { description })).toMatchObject([
      {
        line: 3,
        message: expect.stringContaining("“[Careers]: https://example.com/careers”"),
        repair: {
          values: {
            description:
              "Text.\n\n[Careers](https://example.com/careers)\n\n[used]: https://example.com/\n\nA [used] one.",
          },
        },
      },
    ]);
  });

  it.each([
    ["- [Careers]: https://example.com/x", "- [Careers](https://example.com/x)\n"],
    ["> [Careers]: https://example.com/x", "> [Careers](https://example.com/x)\n"],
    ["[Careers]:\nhttps://example.com/x\n\nWe.", "[Careers](https://example.com/x)\n\nWe."],
  ])("that is in a list or on two lines is, too: %j", (description, corrected) => {
    expect(findingsOf(links, { description })).toMatchObject([
      {
        message: expect.stringMatching(/^Readers will not see/),
        repair: { values: { description: corrected } },
      },
    ]);
  });

  it("that is no definition within a paragraph is not", () => {
    const description = "Contact:\n[Careers]: https://example.com/x";
    expect(findingsOf(links, { description })).toEqual([]);
  });

  it("that is used, or in code, is not", () => {
    const description =
      "[A  b][] and [c][D].\n\n[a b]: https://a.example/\n[d]: https://d.example/\n\n    [e]: https://e.example/";
    expect(findingsOf(links, { description })).toEqual([]);
  });
});

it.each([
  ["![Our office](https://example.com/office.png)", 1],
  ["See ![][x].\n\n[x]: https://example.com/x.png", 1],
  ["`![alt](https://example.com/x.png)`", 0],
  ["Wow![1] said nobody.", 0],
  ["[Our office](https://example.com/office.png)", 0],
])("%j has %d kinds of images", (description, count) => {
  expect(findingsOf(links, { description })).toHaveLength(count);
});

it("an image in a link without an address is shown as a link, and corrected to one", () => {
  const description = "[![us](https://example.com/us.png)]()";
  expect(findingsOf(links, { description }).map(({ message }) => message)).toContain(
    "The text contains an image. Readers will see a link to it instead.",
  );
});

it.each([
  "[![our office](https://example.com/o.png)](https://example.com/)",
  "[us: ![](https://example.com/o.png)](https://example.com/)",
  "![our office]() and ![us](https://example.com/us.png)",
])("an image that cannot become a link is reported without a correction: %s", (description) => {
  const [finding] = findingsOf(links, { description });
  expect(finding?.message).toBe("The text contains an image, which readers will not see.");
  expect(finding?.repair).toBeUndefined();
});
