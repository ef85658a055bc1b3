import { beforeEach, describe, expect, it } from "vitest";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import { boardConfig } from "../src/board.config.ts";
import { exampleConfig } from "./example-job.ts";
import type { PostsFolder } from "./posts-folder.ts";
import { newPostsFolder } from "./posts-folder.ts";
import { runScript } from "./run-script.ts";

let posts: PostsFolder;

beforeEach(async () => {
  posts = await newPostsFolder();
});

const flags = {
  title: "Senior Django Developer",
  company: "Müller & Söhne",
  category: "developer-engineer",
  workplace: "hybrid",
  city: "Köln",
  country: "DE",
  "apply-url": "https://example.com/jobs/42",
  "submitted-by": "octocat",
  description: `You build our reports in ${boardConfig.topic.terms[0]}.\n\n${"They count what museums own. ".repeat(15).trim()}`,
  requirements: "- Django\n- Patience",
};

function newPost(changes: Record<string, string | undefined> = {}, ...more: string[]) {
  const words = Object.entries({ ...flags, ...changes }).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}`, value],
  );
  const variables = { JOBS_DIR: posts.path, BOARD_NOW: "2027-01-31T10:00:00Z" };
  return runScript("new", [...words, ...more], { variables });
}

const file = "2027-01-31-mueller-and-soehne-senior-django-developer-koeln.md";

describe("a new post", () => {
  it("is written under its slug, in canonical form, and dated today", async () => {
    const { code, stdout, stderr } = await newPost();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // A board that is not a demo has advice about example.com.
    expect(stdout.split("\n")[0]).toBe(`Wrote jobs/${file}.`);
    if (boardConfig.demo) expect(stdout).toBe(`Wrote jobs/${file}.\n`);
    const { [file]: text = "", ...others } = await posts.contents();
    expect(others).toEqual({});
    const read = readJobFile(`jobs/${file}`, text, exampleConfig);
    expect(read).toMatchObject({
      ok: true,
      job: {
        title: flags.title,
        city: "Köln",
        submitted: "2027-01-31",
        submitted_by: "octocat",
        description: flags.description,
        requirements: flags.requirements,
      },
    });
    expect(read.ok && writeJobFile(`jobs/${file}`, read.job, exampleConfig)).toEqual({
      ok: true,
      text,
    });
  });

  it("can have every kind of value, written as in the file", async () => {
    const { code } = await newPost({
      workplace: "remote",
      city: undefined,
      country: undefined,
      "remote-from": "DE, AT",
      job_types: "[web, database]",
      salary: "{min: 65000, max: 85000, currency: EUR, per: year}",
      "visa-sponsorship": "true",
      languages: "en",
    });
    expect(code).toBe(0);
    expect(
      (await posts.contents())[file.replace("-koeln", "")],
    ).toContain(`job_types: [web, database]
workplace: remote
remote_from: [DE, AT]
salary: {min: 65000, max: 85000, currency: EUR, per: year}
visa_sponsorship: true
languages: [en]
`);
  });

  it("never overwrites another", async () => {
    await posts.add(file, "somebody’s post");
    const { code, stderr } = await newPost();
    expect(code).toBe(1);
    expect(stderr).toContain(`jobs/${file} already exists`);
    expect(await posts.contents()).toEqual({ [file]: "somebody’s post" });
  });

  it("gets a reviewer’s advice, such as about a placeholder", async () => {
    const { code, stdout } = await newPost({ requirements: "TODO" });
    expect(code).toBe(0);
    expect(stdout).toMatch(/advice +requirements: .*placeholder/);
  });

  it("is only printed with --dry-run", async () => {
    const { code, stdout } = await newPost({}, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain(`jobs/${file} would be written.`);
    expect(stdout).toContain("## Requirements\n\n- Django\n- Patience\n");
    expect(await posts.contents()).toEqual({});
  });
});

describe("a missing or wrong value, without a terminal", () => {
  it("is named by its flag, with all others, and not replaced by a guess", async () => {
    const { code, stdout, stderr } = await newPost({
      company: undefined,
      description: undefined,
      category: "gardener",
      salary: "{min: plenty}",
      "visa-sponsorship": "yes",
      "apply-url": "javascript:alert(1)",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const line of [
      "  --company: “Company” is missing.",
      "  --description: “Description” is missing. What the person will do",
      "  --category: “Category” can’t be “gardener”, which is not one of its choices.",
      "  --salary: ",
      "  --visa-sponsorship: “We sponsor visas” must be true or false.",
      "  --apply-url: ",
    ]) {
      expect(stderr).toContain(line);
    }
    expect(await posts.contents()).toEqual({});
  });

  it.each([
    [{ city: undefined }, "--city: "],
    [
      { city: undefined, country: undefined, places: "{city: Berlin, country: DE}, {city: Graz}" },
      "--places: “Country of place 2” is missing. It is required for hybrid jobs. Use the country’s",
    ],
    [{ workplace: "remote" }, "--remote-from: "],
    [{ "apply-url": undefined }, "--apply-url: The post does not say how to apply."],
  ])("is found by rules across fields: %j", async (changes, says) => {
    const { code, stderr } = await newPost(changes);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe("the help", () => {
  let help: string;

  beforeEach(async () => {
    help = (await newPost({}, "--help")).stdout.replaceAll(/\s+/g, " ");
  });

  it("marks the fields that every post needs", () => {
    expect(help.match(/--[\w-]+ \S+ [^.-]+ \(required\)/g)).toEqual([
      "--title TEXT Job title (required)",
      "--company TEXT Company (required)",
      "--category CODE Category (required)",
      "--workplace CODE Workplace (required)",
      "--submitted-by LOGIN Submitted by (required)",
      "--description TEXT Description (required)",
      "--requirements TEXT Requirements (required)",
    ]);
  });

  it("says which fields depend on other values", () => {
    expect(help).toContain("also need --city and --country (or --places for several), remote jobs");
    expect(help).toContain("every job --apply-url or --email.");
  });

  it.each([
    "Category (required). Choose one of the board’s categories. Choices: developer-engineer, ",
    "--workplace CODE Workplace (required). Use onsite, hybrid, or remote. --",
    "--salary {…} Pay. Write it like {min: 65000, max: 85000, currency: EUR, per: year}",
    "--visa-sponsorship true|false We sponsor visas. Write true or false",
    "--expires DAY Last day. Write the date as year-month-day, such as 2027-01-31.",
  ])("says how to write a value, and what the choices are: %s", (words) =>
    expect(help).toContain(words),
  );
});

describe("the command line", () => {
  it("has a flag for every field that submitters fill in, and for no other", async () => {
    const { stdout } = await newPost({}, "--help");
    for (const flag of ["--job-types", "--salary", "--company-description", "--submitted-by"]) {
      expect(stdout).toContain(flag);
    }
    expect(stdout).not.toContain("--closed");
    expect(await newPost({ featured: "true" })).toMatchObject({ code: 2 });
  });
});
