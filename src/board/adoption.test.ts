import { describe, expect, it } from "vitest";
import * as words from "#words/starting-settings.ts";
import {
  adoptionFields,
  planAdoption,
  readAnswer,
  requiredFields,
  settingsNaming,
} from "./adoption.ts";
import { checkConfig } from "./config-check.ts";
import { jobWith, testConfig } from "./fixtures.ts";
import { withChanges } from "./setting-path.ts";

const config = { ...testConfig, name: "Sample Board", demo: "2026-11-22" };
const english = { language: "en", words };
const languages = { from: english, to: english };

function post(file: string, submitted: string) {
  return { file, slug: "x", archived: false, job: jobWith({ submitted }), firstListed: undefined };
}

describe("an adopter’s answer", () => {
  it.each([
    ["name", " Ruby Jobs ", [{ path: ["name"], value: "Ruby Jobs" }]],
    ["url", "https://jobs.example.com", [{ path: ["url"], value: "https://jobs.example.com/" }]],
    ["url", "https://a.example.io/b", [{ path: ["url"], value: "https://a.example.io/b/" }]],
    ["contact", "a@example.com", [{ path: ["contact"], value: "a@example.com" }]],
    ["topic", "C++", [{ path: ["topic", "name"], value: "C++" }]],
    ["terms", "Rust, Tokio,, Rust", [{ path: ["topic", "terms"], value: ["Rust", "Tokio"] }]],
    [
      "categories",
      "C++ & Games, Other",
      [
        {
          path: ["categories"],
          value: [
            { slug: "cpp-and-games", name: "C++ & Games" },
            { slug: "other", name: "Other" },
          ],
        },
      ],
    ],
    ["host", "netlify", [{ path: ["host"], value: "netlify" }]],
    ["host", "other", [{ path: ["host"], value: null }]],
  ] as const)("to %s may be %j", (field, text, changes) => {
    expect(readAnswer(field, text)).toEqual({ changes });
  });

  it.each(adoptionFields)("to %s may be left out, unless it is needed", (field) => {
    const isNeeded = requiredFields.includes(field);
    expect("refused" in readAnswer(field, " ")).toBe(isNeeded);
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
    ["topic", "a".repeat(61)],
    ["host", "heroku"],
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
    expect(planAdoption(changes, posts, config, languages)).toEqual({
      changes: [...changes, { path: ["demo"], value: null }],
      samples: ["jobs/sample.md"],
    });
  });

  it("is empty once it has been applied", () => {
    const adopted = { ...config, name: "Ruby Jobs", demo: null };
    const posts = [post("jobs/old.md", "2026-11-01")];
    expect(planAdoption(changes, posts, adopted, languages)).toEqual({ changes: [], samples: [] });
  });
});

describe("settings that follow from the topic", () => {
  const shipped = {
    ...config,
    topic: { name: "Python", terms: ["Python", "Django"], exampleTitle: "Django Developer" },
    ...{ description: words.description("Python"), criteria: words.criteria("Python") },
    ...{ categories: words.categories, types: words.types },
    review: { ...config.review, reasons: words.reasons("Python") },
  };
  const rust = [{ path: ["topic", "name"], value: "Rust" }];

  function adopted(changes: Parameters<typeof planAdoption>[0], before = shipped) {
    return withChanges(before, planAdoption(changes, [], before, languages).changes);
  }

  it("speak of the new one only", () => {
    const after = adopted(rust);
    expect(after).toMatchObject({
      description: words.description("Rust"),
      topic: { name: "Rust", terms: ["Rust"], exampleTitle: "Senior Rust Developer" },
      criteria: words.criteria("Rust"),
      review: { reasons: words.reasons("Rust") },
    });
    const { repository: _, ...others } = after;
    expect(settingsNaming("Python", others)).toEqual([]);
    expect(checkConfig(after)).toEqual([]);
  });

  it("give way to answers of their own", () => {
    const terms = { path: ["topic", "terms"], value: ["Rust", "Tokio"] };
    const own = { path: ["description"], value: "Rust jobs in Spain." };
    expect(adopted([...rust, terms, own])).toMatchObject({
      description: "Rust jobs in Spain.",
      topic: { terms: ["Rust", "Tokio"] },
    });
  });

  it("stay as the community has written them", () => {
    const criteria = [{ title: "Paid", text: "It is paid work." }];
    expect(adopted(rust, { ...shipped, criteria }).criteria).toEqual(criteria);
    const once = adopted(rust);
    const edited = { ...once, topic: { ...once.topic, terms: ["Rust", "Serde"] } };
    expect(planAdoption(rust, [], edited, languages).changes).toEqual([]);
  });

  it("are in the new language, with the same slugs", () => {
    const categories = words.categories.map(({ slug }) => ({ slug, name: `${slug} (es)` }));
    const to = { language: "es", words: { ...words, categories } };
    const { changes } = planAdoption([], [], shipped, { from: english, to });
    expect(withChanges(shipped, changes)).toMatchObject({ categories, postLanguages: ["es"] });
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
