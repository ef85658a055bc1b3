import { describe, expect, it } from "vitest";
import { factsWith, reviewConfig, submittedJob } from "./fixtures.ts";
import { conflictOf, isReviewer, rotaFor } from "./permissions.ts";

const facts = factsWith({ permissions: { rita: "write", tom: "triage", anna: "read" } });

describe("a reviewer", () => {
  it.each([
    ["rita", true],
    ["RITA", true],
    ["rosa", true],
    ["tom", false],
    ["anna", false],
    ["stranger", false],
    ["github-actions[bot]", false],
  ])("%s: %s", (login, may) => {
    expect(isReviewer(login, facts, reviewConfig)).toBe(may);
  });
});

describe("a conflict of interest", () => {
  const of = (login: string, job: object, author = "anna") =>
    conflictOf(login, { author, jobs: [{ ...submittedJob, ...job }] }, reviewConfig);

  it("exists for people who sent the post, or are named in it", () => {
    expect(of("Anna", {})).toBe("you sent it yourself");
    expect(of("rita", { submitted_by: "Rita" }, "mona")).toMatch(/names you/);
    expect(of("rita", { managers: ["rita"] })).toMatch(/names you/);
  });

  it("exists for colleagues and companies that a reviewer names", () => {
    expect(of("rosa", {}, "colin")).toBe("you are affiliated with colin");
    expect(of("rosa", { apply_url: "https://jobs.example.net/1" })).toBe(
      "you are affiliated with example.net",
    );
    expect(of("rosa", { email: "hr@EXAMPLE.net" })).toBe("you are affiliated with example.net");
    expect(of("rosa", { apply_url: "https://example.net./1" })).toBeDefined();
  });

  it("still exists if the edit removes its cause", () => {
    const jobs = [{ apply_url: "https://example.net/1" }, { apply_url: "https://example.com/1" }];
    expect(conflictOf("rosa", { author: "anna", jobs }, reviewConfig)).toBeDefined();
  });

  it("does not exist for a domain with a similar ending", () => {
    expect(of("rosa", { apply_url: "https://notexample.net/1" })).toBeUndefined();
    expect(of("rita", { apply_url: "https://jobs.example.net/1" })).toBeUndefined();
  });

  it("keeps reviewers off a rota", () => {
    expect(rotaFor({ author: "colin", jobs: [submittedJob] }, reviewConfig)).toEqual(["ravi"]);
  });
});
