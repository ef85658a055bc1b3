import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { jobWith } from "../fixtures.ts";
import type { FoundIssue } from "./link-report.ts";
import { linkReport, linksTag, planIssue } from "./link-report.ts";
import type { Answer } from "./links.ts";

const files = "https://github.com/example-org/board/blob/main";

function post(slug: string, changes: JobChanges = {}) {
  return { slug, file: `jobs/${slug}.md`, job: jobWith(changes) };
}

function reportOf(answers: Readonly<Record<string, Answer>>, changes: JobChanges = {}) {
  const found = Object.entries(answers).map(([slug, answer]) => ({ slug, answer }));
  const posts = Object.keys(answers).map((slug) => post(slug, changes));
  return linkReport({ asked: 40, found }, posts, files);
}

describe("the report of links", () => {
  it("has sections for broken, unreachable and blocked links", () => {
    const { isWell, body } = reportOf({
      d: { status: 403 },
      c: { failure: "no-answer" },
      b: { failure: "no-such-name" },
      a: { status: 404 },
    });
    expect(isWell).toBe(false);
    const [, gone = "", unreachable = "", blocked = ""] = body.split("\n## ");
    expect(gone).toMatch(
      /^Broken \(2\)\n.*jobs\/a\.md.*answers 404\n.*jobs\/b\.md.*does not exist/s,
    );
    expect(unreachable).toMatch(/^Unreachable \(1\)\n.*jobs\/c\.md.*does not answer in time/s);
    expect(blocked).toMatch(/^Blocked for automated checks \(1\)\n.*jobs\/d\.md.*answers 403/s);
    expect(body.endsWith(`\n\n${linksTag}`)).toBe(true);
  });

  it("has nothing to report if links are only blocked, or there are none", () => {
    expect(reportOf({ a: { status: 403 } }).isWell).toBe(true);
    expect(reportOf({})).toMatchObject({
      isWell: true,
      body: expect.stringContaining("(40 checked)"),
    });
    expect(reportOf({ a: { failure: "not-public" } }).isWell).toBe(false);
  });

  it("names each post, its file, its sender and its link", () => {
    const url = "https://careers.acme-analytics.com/42";
    const { body } = reportOf(
      { a: { status: 410 } },
      { title: "Lead", apply_url: url, submitted_by: "ada" },
    );
    expect(body).toContain(
      `- \`Lead\` ([file](${files}/jobs/a.md), sent by \`ada\`): \`${url}\` answers 410`,
    );
  });

  it("shows strangers’ words as code", () => {
    const title = "@everyone `fixes #1` <!-- job-board: links -->";
    const { body } = reportOf({ a: { status: 404 } }, { title, apply_url: "https://a.net/`@x`" });
    expect(body).toContain("``@everyone `fixes #1` <!-- job-board: links -->``");
    expect(body).toContain("`` https://a.net/`@x` ``");
  });

  it("leaves out posts that are no longer live", () => {
    const found = [{ slug: "a", answer: { status: 404 } }];
    expect(linkReport({ asked: 1, found }, [], files)).toMatchObject({ isWell: true });
  });

  it("stays within GitHub’s limit, however long it is", () => {
    const kinds: Answer[] = [{ status: 404 }, { failure: "not-public" }, { status: 403 }];
    const answers = Object.fromEntries(
      Array.from({ length: 500 }, (_, index): [string, Answer] => [
        `${"a".repeat(76)}-${100 + index}`,
        kinds[index % 3] ?? { status: 404 },
      ]),
    );
    const long = { title: "`".repeat(100), apply_url: `https://a.net/${"é`".repeat(900)}` };
    const { body } = reportOf(answers, { ...long, submitted_by: "a".repeat(39) });
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain("## Broken (167)");
    expect(body).toContain("- and 142 more");
  });
});

describe("the issue about links", () => {
  const bad = reportOf({ a: { status: 404 } });
  const well = reportOf({});
  const issue = (changes: Partial<FoundIssue> = {}): FoundIssue => {
    return { number: 9, state: "open", body: bad.body, ...changes };
  };

  it("is opened only if there is something to report", () => {
    expect(planIssue(bad, undefined)).toEqual({ do: "open", title: bad.title, body: bad.body });
    expect(planIssue(well, undefined)).toEqual({ do: "nothing" });
  });

  it("is unchanged while nothing changes, whatever line endings GitHub uses", () => {
    expect(planIssue(bad, issue())).toEqual({ do: "nothing" });
    expect(planIssue(bad, issue({ body: bad.body.replaceAll("\n", "\r\n") }))).toEqual({
      do: "nothing",
    });
  });

  it("is updated with new results", () => {
    const plan = { do: "change", number: 9, body: bad.body, state: "open" };
    expect(planIssue(bad, issue({ body: "old" }))).toEqual(plan);
    expect(planIssue(bad, issue({ body: "old", state: "closed" }))).toEqual(plan);
  });

  it("is closed once when no link is broken", () => {
    expect(planIssue(well, issue())).toEqual({
      do: "change",
      number: 9,
      body: well.body,
      state: "closed",
    });
    expect(planIssue(well, issue({ body: "x", state: "closed" }))).toEqual({ do: "nothing" });
  });

  it("stays closed after somebody has closed it", () => {
    expect(planIssue(bad, issue({ state: "closed" }))).toEqual({ do: "nothing" });
  });
});
