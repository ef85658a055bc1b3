import { describe, expect, it } from "vitest";
import { checkConfig, requireSoundConfig } from "./config-check.ts";
import { testConfig } from "./fixtures.ts";

const mail = { list: "team@example.org", from: { name: "Jobs", address: "board@example.org" } };

const web = { slug: "web", name: "Web" };
const data = { slug: "data", name: "Data" };
const reason = { slug: "spam", title: "Spam", text: "This is not a job." };

describe("valid settings", () => {
  it("pass with and without samples, sign-in and mail", () => {
    expect(checkConfig(testConfig)).toEqual([]);
    expect(checkConfig({ ...testConfig, demo: "2026-11-22" })).toEqual([]);
    expect(checkConfig({ ...testConfig, signInUrl: "https://auth.example.org" })).toEqual([]);
    expect(checkConfig({ ...testConfig, mail })).toEqual([]);
    const listId = "team.jobs.example.org";
    expect(checkConfig({ ...testConfig, mail: { ...mail, listId } })).toEqual([]);
    const announce = "new-jobs@example.org";
    expect(checkConfig({ ...testConfig, mail: { ...mail, announce } })).toEqual([]);
    const app = { login: "example-jobs[bot]", id: 77 };
    const repository = { ...testConfig.repository, app };
    expect(checkConfig({ ...testConfig, repository })).toEqual([]);
  });
});

describe("an invalid setting", () => {
  it.each([
    [{ pageSize: "x" }, "pageSize", 'must be a whole number, but it is "x"'],
    [{ pageSize: 2.5 }, "pageSize", "must be a whole number, but it is 2.5"],
    [{ pageSize: 0 }, "pageSize", "can’t be 0"],
    [{ url: "jobs.example.org" }, "url", 'can’t be "jobs.example.org"'],
    [{ url: "https://jobs.example.org/board" }, "url", "can’t be"],
    [{ closedPageYears: 0 }, "closedPageYears", "can’t be 0"],
    [{ closedPageYears: "1" }, "closedPageYears", 'can’t be "1"'],
    [{ host: "github" }, "host", 'can’t be "github"'],
    [{ host: undefined }, "host", "is missing"],
    [{ name: " " }, "name", "can’t be"],
    [{ contact: "us" }, "contact", 'can’t be "us"'],
    [{ mail: { ...mail, list: "a@example.org, b@example.org" } }, "mail.list", "can’t be"],
    [{ mail: { ...mail, from: "x@example.org" } }, "mail.from", "must be a group of settings"],
    [{ mail: { ...mail, announce: "everybody" } }, "mail.announce", 'can’t be "everybody"'],
    [{ mail: { ...mail, listId: "the team" } }, "mail.listId", 'can’t be "the team"'],
    [
      { repository: { ...testConfig.repository, app: { login: "example-jobs", id: 77 } } },
      "repository.app.login",
      'can’t be "example-jobs"',
    ],
    [{ categories: [] }, "categories", "can’t be []"],
    [{ categories: [web, data, web] }, "categories.2.slug", "is “web”, which another"],
    [{ types: [web, { ...web, retired: true }] }, "types.1.slug", "is “web”, which another"],
    [
      { review: { ...testConfig.review, reasons: [reason, reason] } },
      "review.reasons.1.slug",
      "is “spam”, which another",
    ],
    [{ categories: [{ ...web, retired: true }] }, "categories", "all are retired"],
    [{ types: [{ ...web, retired: true }] }, "types", "all are retired"],
    [{ types: [{ slug: "aux", name: "x" }] }, "types.0.slug", 'can’t be "aux"'],
    [{ types: [{ slug: "Big Data", name: "x" }] }, "types.0.slug", 'can’t be "Big Data"'],
    [{ demo: "soon" }, "demo", 'can’t be "soon"'],
    [{ lifetimes: { ...testConfig.lifetimes, newDays: -1 } }, "lifetimes.newDays", "can’t be -1"],
    [{ feedSize: undefined }, "feedSize", "is missing"],
    [{ colour: "red" }, "colour", "is not a setting"],
  ])("is reported with what is wrong and how to fix it: %j", (changes, setting, message) => {
    expect(checkConfig({ ...testConfig, ...changes })).toEqual([
      {
        setting,
        message: expect.stringContaining(message),
        fix: expect.stringMatching(/^[A-Z].*\.$/),
      },
    ]);
  });

  it("gets its correct spelling when only its case is wrong", () => {
    const [problem] = checkConfig({ ...testConfig, pagesize: 25 });
    expect(problem).toMatchObject({ setting: "pagesize", fix: "Write pageSize instead." });
  });

  it("is reported with all others at once, under the name of the file", () => {
    const wrong = { ...testConfig, pageSize: "x", url: "jobs.example.org" };
    expect(() => requireSoundConfig(wrong)).toThrow(
      /^src\/board\.config\.ts .*\n {2}url .*https:\/\/.*\n {2}pageSize must be a whole number/,
    );
    expect(() => requireSoundConfig(testConfig)).not.toThrow();
  });

  it("can be the whole configuration", () => {
    expect(checkConfig(undefined)).toMatchObject([{ setting: "boardConfig" }]);
  });
});
