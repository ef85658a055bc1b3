import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import type { Answer, LinkResult } from "./links.ts";
import { gatherResults, linksToCheck, readResults, verdictOf, writeResults } from "./links.ts";

function post(slug: string, url: string | undefined) {
  return { slug, job: jobWith({ apply_url: url }) };
}

describe("the links that are checked", () => {
  it("are those of posts that have one, except reserved domains", () => {
    const live = [
      post("a", "https://careers.acme-analytics.com/42"),
      post("b", undefined),
      ...["https://example.com/jobs", "https://jobs.example.org./", "https://a.example/"].map(
        (url, index) => post(`c${index}`, url),
      ),
      post("d", "https://notexample.com/"),
    ];
    expect(linksToCheck(live)).toEqual([
      { slug: "a", url: "https://careers.acme-analytics.com/42" },
      { slug: "d", url: "https://notexample.com/" },
    ]);
  });
});

describe("a response", () => {
  it.each<[string, Answer[]]>([
    ["fine", [{ status: 200 }, { status: 204 }, { status: 299 }]],
    ["gone", [{ status: 404 }, { status: 410 }, { failure: "no-such-name" }]],
    ["blocked", [401, 403, 405, 429, 451, 500, 503, 999, 304, 101].map((status) => ({ status }))],
    [
      "unreachable",
      [{ failure: "no-answer" }, { failure: "not-public" }, { failure: "name-unknown" }],
    ],
  ])("counts as %s", (verdict, answers) => {
    expect(answers.map(verdictOf)).toEqual(answers.map(() => verdict));
  });

  const silent = (["no-such-name", "name-unknown", "no-connection"] as const).map(
    (failure): LinkResult => ({ slug: failure, answer: { failure } }),
  );
  const linksTo = (...hosts: string[]) =>
    hosts.map((host) => ({ slug: "a", url: `https://${host}/job` }));

  it("is not judged if this machine has no network", () => {
    expect(() => gatherResults(linksTo("a.net", "b.net", "c.net"), silent)).toThrow(
      /^None of 3 hosts answered/,
    );
  });

  it("is judged if one host responds, or if there are few hosts", () => {
    const heard: LinkResult[] = [
      ...silent,
      { slug: "a", answer: { status: 404 } },
      { slug: "b", answer: { status: 200 } },
    ];
    const links = linksTo("a.net", "b.net", "c.net", "d.net", "e.net");
    expect(gatherResults(links, heard)).toEqual({ asked: 5, found: heard.slice(0, 4) });
    const alike = gatherResults(linksTo("a.net", "a.net", "b.net"), silent);
    expect(alike).toEqual({ asked: 3, found: silent });
    expect(gatherResults([], [])).toEqual({ asked: 0, found: [] });
  });
});

describe("results passed to the other job", () => {
  it("are the same at the other end, on one line", () => {
    const found: LinkResult[] = [
      { slug: "2026-11-22-a", answer: { status: 999 } },
      { slug: "b", answer: { failure: "no-answer" } },
    ];
    const text = writeResults({ asked: 7, found });
    expect(text).not.toContain("\n");
    expect(readResults(text)).toEqual({ asked: 7, found });
  });

  it("fit into an environment, however many they are", () => {
    const found = Array.from({ length: 9000 }, () => ({
      ...{ slug: "a".repeat(80), answer: { failure: "too-many-redirects" as const } },
    }));
    const text = writeResults({ asked: 9000, found });
    // Of one variable: https://man7.org/linux/man-pages/man2/execve.2.html
    expect(text.length).toBeLessThan(128 * 1024);
    expect(readResults(text).asked).toBe(9000);
  });

  it.each([
    "",
    "[]",
    "null",
    '{"asked":-1,"found":[]}',
    '{"asked":"1","found":[]}',
    '{"asked":1}',
    '{"asked":1,"found":[null]}',
    '{"asked":1,"found":[{"slug":"A b","answer":{"status":404}}]}',
    '{"asked":1,"found":[{"slug":"../a","answer":{"status":404}}]}',
    '{"asked":1,"found":[{"slug":"a","answer":{"status":"404"}}]}',
    '{"asked":1,"found":[{"slug":"a","answer":{"status":1e9}}]}',
    '{"asked":1,"found":[{"slug":"a","answer":{"failure":"<b>"}}]}',
    '{"asked":1,"found":[{"slug":"a"}]}',
    JSON.stringify({ asked: 1, found: Array(501).fill({ slug: "a", answer: { status: 404 } }) }),
  ])("are rejected if they are anything else: %.60s", (text) => {
    expect(() => readResults(text)).toThrow(/^LINK_RESULTS does not contain/);
  });

  it("have no additional properties", () => {
    const answer = { status: 404, words: "x" };
    const text = JSON.stringify({ asked: 1, found: [{ slug: "a", answer, more: 1 }], most: 2 });
    expect(readResults(text)).toEqual({
      asked: 1,
      found: [{ slug: "a", answer: { status: 404 } }],
    });
  });
});
