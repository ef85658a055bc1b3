import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { jobFields } from "../job/schema.ts";
import { problemText } from "../problem.ts";
import { checkForm, loginControl } from "./check-form.ts";
import type { FormData } from "./form-data.ts";
import { formFromJob } from "./form-data.ts";

const config = exampleConfig;
const stamp = { today: "2026-11-25", login: "hubot" };
const typed: FormData = formFromJob(exampleJob);

function errorsOf(form: FormData) {
  return checkForm({ form, path: undefined }, config, stamp)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ field, rule }) => `${field} ${rule}`);
}

describe("the check of a form", () => {
  it("finds nothing wrong with a valid form", () => {
    expect(errorsOf(typed)).toEqual([]);
  });

  it("finds missing fields, and does not guess about the location without a workplace", () => {
    expect(errorsOf({})).toEqual([
      "title schema",
      "company schema",
      "category schema",
      "workplace schema",
      "description schema",
      "requirements schema",
      "apply_url way-to-apply",
    ]);
  });

  it("applies rules across fields while others are still missing", () => {
    expect(errorsOf({ ...typed, title: "", workplace: "remote" })).toEqual([
      "title schema",
      "remote_from workplace",
      "city workplace",
    ]);
    expect(errorsOf({ ...typed, company: "", apply_url: "" })).toContainEqual(
      expect.stringMatching(/way-to-apply$/),
    );
  });

  it.each([
    ["-quince-", undefined],
    ["octo_", "That is not a GitHub username."],
    ["", "“GitHub username” is missing."],
  ])(
    "names the field for the GitHub username if the submitter is wrong: “%s”",
    (login, message) => {
      const { problems } = checkForm({ form: typed, path: undefined }, config, { ...stamp, login });
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(errors).toMatchObject(message ? [{ control: loginControl, message }] : []);
    },
  );

  it("names the field with an invisible character", () => {
    const form = { ...typed, requirements: "One\ntwo \u202e three" };
    const { problems } = checkForm({ form, path: undefined }, config, stamp);
    expect(problems).toContainEqual(
      expect.objectContaining({
        field: "requirements",
        message: expect.stringContaining("(U+202E) on line 2"),
      }),
    );
  });

  it.each([
    ["apply_url", "https://exam\u200bple.com/", "Link to apply", "U+200B"],
    ["email", "jobs@exam\u00adple.com", "Email address for applications", "U+00AD"],
    ["managers", "hubot, octo\u2060cat", "Colleagues who may edit and close the post", "U+2060"],
  ])(
    "names the address or username with an invisible character: %s",
    (name, value, label, code) => {
      const { problems } = checkForm(
        { form: { ...typed, [name]: value }, path: undefined },
        config,
        {
          ...stamp,
          login: "octocat",
        },
      );
      const own = problems.filter(({ field }) => field === name);
      expect(own.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          new RegExp(`^“${label}” contains .*\\(${code.replace("+", "\\+")}\\)\\.$`),
        ),
      ]);
    },
  );

  it("reads addresses and usernames with invisible characters around them", () => {
    const around = (text: string) => `\u200b ${text}\ufeff\n`;
    const form = {
      ...typed,
      apply_url: around("https://example.com/"),
      email: around("jobs@example.com"),
      managers: around("hubot, octocat"),
    };
    expect(checkForm({ form, path: undefined }, config, stamp).job).toMatchObject({
      apply_url: "https://example.com/",
      email: "jobs@example.com",
      managers: ["hubot", "octocat"],
    });
  });

  it("rejects a text with one of the file’s own headings", () => {
    expect(errorsOf({ ...typed, description: "Text\n\n## Requirements\n\nMore" })).toEqual([
      "description sections",
    ]);
  });

  it("takes the requirements from a description that has all, and offers to move them", () => {
    const { requirements: _, company_description: __, ...rest } = typed;
    const description = "Childrenâ€™s museum.\n\n### Skills\n\nPython";
    const form = { ...rest, description };
    const { job, problems } = checkForm({ form, path: undefined }, config, stamp);
    expect(job).toMatchObject({
      description: "Childrenâ€™s museum.",
      requirements: "## Skills\n\nPython",
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const requirements = "## Skills\n\nPython";
    expect(problems.find(({ rule }) => rule === "sections")).toMatchObject({
      control: "description",
      repair: { values: { description: "Childrenâ€™s museum.", requirements } },
    });
    expect(problems.find(({ rule }) => rule === "garbled-text")).toMatchObject({
      repair: { values: { description: "Children’s museum.", requirements } },
    });
  });

  it("allows the same words in a code block", () => {
    expect(errorsOf({ ...typed, description: "```\n## Requirements\n```" })).toEqual([]);
  });

  it("makes a job for the preview of whatever is filled in", () => {
    const { job } = checkForm({ form: { city: "Graz" }, path: undefined }, config, stamp);
    expect(job).toMatchObject({ title: "Job title", city: "Graz", submitted: "2026-11-25" });
  });
});

const { submitted: _on, submitted_by: _by, salary: _salary, ...job } = exampleJob;
const right = formFromJob({ ...job, submitted: "2026-11-25", submitted_by: "octocat" });

/** What the form says of errors, by the control beside which it does. */
function said(changes: FormData) {
  const post = { form: { ...right, ...changes }, path: undefined };
  const { problems } = checkForm(post, config, stamp);
  return problems
    .filter(({ severity }) => severity === "error")
    .map((problem) => [problem.control, problemText(problem)]);
}

describe("what the form says of a value", () => {
  it.each([
    [{ salary_min: "$80k-100k", salary_per: "year" }, "salary_currency", "“Currency” is missing."],
    [
      { salary_min: "€80k", salary_currency: "USD", salary_per: "year" },
      "salary_min",
      "one amount",
    ],
    [{ expires: "01/02/2027" }, "expires", "year-month-day, such as 2027-01-31"],
    [{ expires: "31.1.2020" }, "expires", "which is before the post was sent (2026-11-25)"],
    [{ managers: "octo cat!" }, "managers", "not a GitHub username"],
    [{ email: "jobs(at)example.com" }, "email", "not an email address"],
  ] as const)(
    "is next to it, and names only what is on the screen: %o",
    (changes, control, text) => {
      expect(said(changes)).toEqual([[control, expect.stringContaining(text)]]);
    },
  );

  it("is nothing where a value is understood", () => {
    const changes = {
      ...{ salary_min: "65k-85k EUR", salary_per: "year", expires: "31.12.2026" },
      ...{ managers: "https://github.com/ann, @bob, Ann", job_types: ["web", "web"] },
    };
    expect(said(changes)).toEqual([]);
  });

  it("has no character that posts may not contain, whatever it quotes", () => {
    const form = {
      ...right,
      title: "Dev \u202ereleveD !!!",
      company: "<TODO \u202e>",
      email: "a\u202eb",
      description: "##Tasks \u202e\n\n![\u202e](x) <b\u202e> [x](y\u2066z)\n\n• One\u202e\n• Two",
    };
    const { problems } = checkForm({ form, path: undefined }, config, stamp);
    expect(problems.length).toBeGreaterThan(5);
    for (const { message, fix, repair } of problems) {
      expect(`${message}${fix}${repair?.shown ?? ""}`).not.toMatch(/[\u202e\u2066]/);
    }
  });
});

describe("a problem with the pay", () => {
  it("is shown next to each missing part", () => {
    const fix = "Fill this in too, or leave all pay fields empty.";
    expect(said({ salary_max: "900" })).toEqual([
      ["salary_min", `“Minimum pay” is missing. ${fix}`],
      ["salary_currency", `“Currency” is missing. ${fix}`],
      ["salary_per", `“Pay period” is missing. ${fix}`],
    ]);
  });

  it("is shown next to the wrong part", () => {
    const pay = { salary_min: "800", salary_currency: "EUR", salary_per: "month" };
    const [first] = said({ ...pay, salary_max: "about 900" });
    expect(first).toEqual([
      "salary_max",
      expect.stringMatching(
        /^“Maximum pay” can’t be read as one amount. Enter the amount in figures/,
      ),
    ]);
  });

  it("uses the form’s labels if minimum and maximum are swapped", () => {
    const pay = {
      salary_min: "900",
      salary_max: "800",
      salary_currency: "EUR",
      salary_per: "month",
    };
    expect(said(pay)).toEqual([
      ["salary_min", expect.stringContaining("Make “Minimum pay” the lower amount")],
    ]);
  });
});

describe("a problem with one of several places", () => {
  const graz = { "places.2.city": "Graz", "places.2.country": "AT" };

  it("does not exist if all are complete", () => {
    expect(said(graz)).toEqual([]);
  });

  it("is shown next to the field, and says which place", () => {
    expect(said({ ...graz, "places.2.country": "", "places.3.region": "x" })).toEqual([
      ["places.2.country", "“Country of place 2” is missing. It is required for hybrid jobs."],
      [
        "places.3.city",
        expect.stringMatching(/^“City of place 3” is missing\. It is required for hybrid jobs\./),
      ],
      ["places.3.country", "“Country of place 3” is missing. It is required for hybrid jobs."],
    ]);
    expect(said({ ...graz, city: "" })).toEqual([
      ["city", expect.stringMatching(/^“City of place 1” is missing/)],
    ]);
    expect(said({ ...graz, "places.2.city": "Gr\u202eaz" })).toEqual([
      ["places.2.city", expect.stringMatching(/^“City of place 2” contains .*U\+202E/)],
    ]);
  });

  it("is shown next to the second place if the job is remote", () => {
    expect(said({ ...graz, workplace: "remote", remote_from: ["AT"] })).toEqual([
      ["places.2.city", expect.stringMatching(/^Remote jobs have no places\. Remove the places/)],
    ]);
  });

  it("has its repair in the fields of the form", () => {
    const form = { ...right, city: "Gie&szlig;en", ...graz, "places.2.region": "K&auml;rnten" };
    const { problems } = checkForm({ form, path: undefined }, config, stamp);
    const repairs = problems.flatMap(({ control, rule, repair }) =>
      rule === "garbled-text" ? [{ control, values: repair?.values }] : [],
    );
    expect(repairs).toEqual([
      { control: "city", values: { city: "Gießen" } },
      { control: "places.2.region", values: { "places.2.region": "Kärnten" } },
    ]);
  });

  it("leaves the other places in the preview", () => {
    const form = { ...right, ...graz, "places.2.country": "XX" };
    const { job } = checkForm({ form, path: undefined }, config, stamp);
    expect(job.places).toEqual([{ city: "Berlin", country: "DE" }, { city: "Graz" }]);
  });
});

describe("a problem with a field", () => {
  it("has the label of the field, and quotes the value unchanged", () => {
    expect(said({ email: "email" })).toEqual([
      [
        "email",
        expect.stringMatching(/^“Email address for applications” can’t be “email”, which is not/),
      ],
    ]);
  });

  it("does not name fields of the file", () => {
    expect(said({ city: "" })).toEqual([
      ["city", expect.stringMatching(/^“City” is missing. It is required for hybrid jobs/)],
    ]);
    expect(said({ apply_url: "", email: "" })).toEqual([
      ["apply_url", expect.stringContaining("Enter a link, an email address, or both.")],
    ]);
  });

  it("does not explain how to write a choice into a file", () => {
    expect(said({ workplace: "remote", city: "", region: "" })).toEqual([
      ["remote_from", "“Eligible countries” is missing. It is required for remote jobs."],
    ]);
  });

  it("never has the name of a field in the file", () => {
    const underscored = jobFields.filter((field) => field.includes("_"));
    const texts = [
      { workplace: "remote", region: "Wien" },
      { remote_from: ["AT"] },
      { job_types: ["web", "cloud", "database", "testing", "search", "lead"] },
      { other_job_type: "x".repeat(101), apply_url: "ftp://example.com", managers: "a__b" },
      { company_description: "x".repeat(30_001), description: "Text\n\n## Requirements\n\nMore" },
    ].flatMap((changes) => said(changes).map(([, text]) => text));
    expect(texts).toHaveLength(10);
    expect(texts.filter((text) => underscored.some((name) => text?.includes(name)))).toEqual([]);
  });
});
