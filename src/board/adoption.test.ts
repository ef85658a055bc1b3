import { describe, expect, it } from "vitest";
import { planAdoption, readAnswer, settingsNaming, withChanges } from "./adoption.ts";
import { jobWith, testConfig } from "./fixtures.ts";

const config = { ...testConfig, name: "Sample Board", demo: "2026-11-22" };

function post(file: string, submitted: string) {
  return { file, slug: "x", archived: false, job: jobWith({ submitted }), firstListed: undefined };
}

describe("an adopter’s answer", () => {
  it.each([
    ["name", " Ruby Jobs ", [{ path: ["name"], value: "Ruby Jobs" }]],
    ["url", "https://jobs.example.com", [{ path: ["url"], value: "https://jobs.example.com/" }]],
    ["url", "https://a.example.io/b", [{ path: ["url"], value: "https://a.example.io/b/" }]],
    ["contact", "a@example.com", [{ path: ["contact"], value: "a@example.com" }]],
  ] as const)("to %s may be %j", (field, text, changes) => {
    expect(readAnswer(field, text)).toEqual({ changes });
  });

  it.each(["ruby/board", "https://github.com/ruby/board", "https://github.com/ruby/board.git"])(
    "names the repository as %s",
    (text) => {
      expect(readAnswer("repository", text)).toEqual({
        changes: [
          { path: ["repository", "owner"], value: "ruby" },
          { path: ["repository", "name"], value: "board" },
        ],
      });
    },
  );

  it.each([
    ["name", ""],
    ["name", "a\nb"],
    ["url", "jobs.example.com"],
    ["url", "http://localhost:8080/"],
    ["url", "https://example.com/?q=1"],
    ["url", "https://example.com/#top"],
    ["repository", "board"],
    ["repository", "a/b/c"],
    ["repository", "https://gitlab.com/a/b"],
    ["contact", "nobody"],
  ] as const)("to %s may not be %j", (field, text) => {
    expect(readAnswer(field, text)).toEqual({ refused: expect.stringMatching(/\.$/) });
  });
});

describe("the plan of an adoption", () => {
  const changes = [{ path: ["name"], value: "Ruby Jobs" }];

  it("deletes the samples, keeps real posts, and clears the samples’ day last", () => {
    const posts = [post("jobs/sample.md", "2026-11-22"), post("jobs/own.md", "2026-11-23")];
    expect(planAdoption(changes, posts, config)).toEqual({
      changes: [...changes, { path: ["demo"], value: null }],
      samples: ["jobs/sample.md"],
    });
  });

  it("is empty once it has been applied", () => {
    const adopted = { ...config, name: "Ruby Jobs", demo: null };
    const posts = [post("jobs/old.md", "2026-11-01")];
    expect(planAdoption(changes, posts, adopted)).toEqual({ changes: [], samples: [] });
  });
});

describe("the settings that mention a topic", () => {
  it("are found at any depth, ignoring case", () => {
    const settings = {
      name: "Ruby Jobs",
      description: "Jobs for Rubyists",
      repository: { owner: "example-org", name: "python-job-board" },
      criteria: [{ title: "The work is paid" }, { title: "Python is mentioned" }],
      demo: null,
    };
    expect(settingsNaming("Python", settings)).toEqual(["repository", "criteria"]);
  });
});

describe("changing the configuration", () => {
  it("returns a copy, and leaves the original unchanged", () => {
    const changes = [
      { path: ["repository", "owner"], value: "ruby" },
      { path: ["demo"], value: null },
    ];
    expect(withChanges(config, changes)).toEqual({
      ...config,
      repository: { ...config.repository, owner: "ruby" },
      demo: null,
    });
    expect(config.demo).toBe("2026-11-22");
    expect(() => withChanges(config, [{ path: ["a", "b"], value: "x" }])).toThrow("no a.b");
  });
});
