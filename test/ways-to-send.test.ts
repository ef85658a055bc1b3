/** What people write is read by one function, whatever way it comes. */
import { describe, expect, it } from "vitest";
import { jobFormat, markChecked, unreadable } from "../admin/job-format.ts";
import { prepareSave } from "../admin/save.ts";
import { noCities } from "../src/board/cities/city-names.ts";
import { checkForm } from "../src/board/form/check-form.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import { formFromJob } from "../src/board/form/form-data.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import { planRequested } from "../src/board/listing/archiving.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { draftMailedPost, readMailedPost } from "../src/board/mailed-post.ts";
import type { Problem } from "../src/board/problem.ts";
import { exampleConfig as config, exampleNow as now } from "./example-job.ts";
import { body, fields, file, readJob, withText } from "./hostile/job-text.ts";

const plain = `---\n${fields}---\n\n${body}`;

/** Sends a file, and returns what is wrong with it or, if nothing is, the text that is written next. */
type Route = (text: string) => { refusedBy: string } | { written: string; advice: string[] };

const source = (text: string) => ({ file, content: new TextEncoder().encode(text) });

function rulesOf(problems: readonly Problem[], severity: Problem["severity"]): string[] {
  const some = problems.filter((problem) => problem.severity === severity);
  return [...new Set(some.map(({ rule }) => rule))];
}

/** By Git: what `npm run validate`, the bot and the site say, and the file that the archive keeps of the post. */
const git: Route = (text) => {
  const { sound, problems } = checkSources([source(text)], config, now);
  const [refusedBy] = rulesOf(problems, "error");
  if (refusedBy !== undefined) return { refusedBy };
  const facts = { posts: sound, files: new Set([file]) };
  const { steps } = planRequested([{ file, reason: "filled" }], facts, config, now);
  const written = steps[0]?.text.replace(/^(?:published|closed).*\n/gm, "") ?? "";
  return { written, advice: rulesOf(problems, "advice") };
};

/** Opened and saved in the editor. */
const editor: Route = (text) => {
  const format = jobFormat(config);
  const form = { ...format.fromFile(text) };
  if (unreadable(form).length > 0) return { refusedBy: unreadable(form).join(" ") };
  return { written: format.toFile(markChecked(form)), advice: [] };
};

/** By mail, sent on by a maintainer. */
const mail: Route = (text) => {
  const read = readMailedPost("mail.txt", source(text).content, config);
  if (!read.ok) return { refusedBy: rulesOf(read.problems, "error").join(" ") };
  const sent = draftMailedPost(
    read.post,
    { login: "octocat" },
    { posts: [], others: [], sent: [] },
    config,
    now,
    noCities,
  );
  if (!sent.ok) return { refusedBy: rulesOf(sent.problems, "error").join(" ") };
  const written = sent.text.replace(/^(submitted): .*$/m, `$1: ${readJob(plain).submitted}`);
  return { written, advice: [] };
};

const routes = { git, editor, mail };

describe.each(Object.entries(routes))("a file that comes by %s", (name, route) => {
  it.each([
    ["a byte order mark", `\ufeff${plain}`],
    ["Windows’ line ends", plain.replaceAll("\n", "\r\n")],
    ["blanks behind the fences", plain.replaceAll("---\n", "--- \t\n")],
    ["all of these", `\ufeff${plain.replaceAll("---\n", "---  \n").replaceAll("\n", "\r\n")}`],
    ["comments on lines of their own", plain.replace("city:", "# the office\ncity:")],
    ["a zero-width space in the text", plain.replace("reports", "re\u200bports")],
    ["soft hyphens in the text", plain.replace("reports", "re\u00adports")],
  ])("is read, and written as usual, with %s", (_, text) => {
    expect(route(text)).toMatchObject({ written: plain });
  });

  it.each([
    ["a line separator", "One.\u2028Two.", "One.\nTwo."],
    ["a paragraph separator", "One.\u2029Two.", "One.\nTwo."],
    ["a page break", "One.\f\nTwo.", "One.\n\nTwo."],
    ["a vertical tab", "One.\vTwo.", "One.\nTwo."],
    [
      "a zero-width space behind an address",
      "See https://example.com/x\u200b.",
      "See https://example.com/x.",
    ],
    ["list marks with other spaces", "-\u00a0One\n-\u00a0\u00a0Two", "- One\n- Two"],
    ["numbers with other spaces", "1.\u00a0One\n2.\u202fTwo", "1. One\n2. Two"],
    ["an inner list with other spaces", "- One\n\u00a0\u00a0-\u00a0Two", "- One\n  - Two"],
    ["a heading with another space", "##\u00a0Tasks\n\nOne.", "## Tasks\n\nOne."],
    [
      "an indented mark outside a list",
      "One:\n\n\u00a0\u00a0\u00a0\u00a0-\u00a0Two",
      "One:\n\n- Two",
    ],
  ])("is read as meant with %s in its text", (_, original, meant) => {
    const result = route(withText(original));
    expect(result).toMatchObject({ written: withText(meant) });
    if (name === "git")
      expect(result).toMatchObject({ advice: expect.arrayContaining(["soft-characters"]) });
  });

  it.each([
    ["## Your profile", "## Your profile"],
    ["### What you bring:", "## What you bring:"],
    ["Skills\n======", "## Skills"],
    ["# Requirements", "## Requirements"],
  ])("keeps its author’s heading above the requirements: %j", (heading, kept) => {
    const text = plain.replace("## Requirements", heading);
    expect(route(text)).toMatchObject({ written: plain.replace("## Requirements", kept) });
  });

  it("is refused without any heading that means “Requirements”", () => {
    const result = route(plain.replace("## Requirements", "## Tasks"));
    if (name === "editor") {
      expect(result).toEqual({
        refusedBy: expect.stringContaining("Add a line “## Requirements”"),
      });
    } else expect(result).toEqual({ refusedBy: "schema" });
  });

  it.each([
    ["a second byte order mark", `\ufeff\ufeff${plain}`, "characters"],
    ["a lone carriage return among the fields", plain.replace("\ncity:", "\rcity:"), "characters"],
    ["the line ends of old", plain.replaceAll("\n", "\r"), "characters"],
    ["a line separator among the fields", plain.replace("\ncity:", "\u2028city:"), "characters"],
    ["a page break among the fields", plain.replace("city:", "\fcity:"), "characters"],
    ["a zero-width space in a value", plain.replace("Senior", "Sen\u200bior"), "characters"],
    ["a soft hyphen in the name of a field", plain.replace("city", "ci\u00adty"), "characters"],
    ["an escaped zero-width space", plain.replace("Berlin", '"Ber\\u200blin"'), "characters"],
    [
      "an invisible character in the link",
      plain.replace("example.com", "exam\u200bple.com"),
      "characters",
    ],
    ["an invisible character in a login", plain.replace("octocat", "octo\u2060cat"), "characters"],
    [
      "an invisible character in an address in the text",
      withText("https://exam\u200bple.com"),
      "characters",
    ],
    ["a carriage return in the text", withText("One.\rTwo."), "characters"],
    ["another direction in the text", withText("One \u202e.owT"), "characters"],
    ["a filler in the text", withText("One\u3164"), "characters"],
    ["a # that would drop words", plain.replace("Developer", "Developer # Django"), "yaml"],
    ["words behind the opening fence", plain.replace("---\n", "---js\n"), "fences"],
    ["words behind the closing fence", plain.replace("\n---\n", "\n--- js\n"), "fences"],
  ])("is refused with %s", (_, text, rule) => {
    const result = route(text);
    if (name !== "editor") expect(result).toEqual({ refusedBy: rule });
    else expect(result).toHaveProperty("refusedBy");
  });
});

const filled: FormData = formFromJob(readJob(plain));

/** A post that is filled in and sent; what the form says if that is not possible. */
type FormRoute = (form: FormData) => string | string[];

/** With the site's form. */
const siteForm: FormRoute = (form) => {
  const stamp = { today: "2026-11-20", login: "octocat" };
  const { job, file: name, problems } = checkForm({ form, path: undefined }, config, stamp);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return errors.map(({ control }) => String(control));
  const written = writeJobFile(name, job, config);
  return written.ok ? written.text : [];
};

/** With the editor. */
const editorForm: FormRoute = (form) => {
  const stamp = { today: "2026-11-20", login: "octocat" };
  const checked = checkForm({ form, path: undefined }, config, stamp);
  const errors = checked.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return errors.map(({ control }) => String(control));
  return jobFormat(config).toFile(prepareSave({ form, path: undefined }, config, stamp));
};

describe.each(Object.entries({ siteForm, editorForm }))("a post filled in with %s", (_, send) => {
  it.each([
    [{ title: "Senior \u200bDjango\u00a0Developer\u2028" }, plain],
    [{ company: "Robots #1 GmbH" }, plain.replace(/company: .*/, "company: 'Robots #1 GmbH'")],
    [{ description: "Build\u200b **reports** in Python.\u2028" }, plain],
    [{ description: "-\u00a0One\f-\u00a0Two" }, withText("- One\n- Two")],
    [
      { description: "Text.\n\n# What you bring\n\nDjango.", requirements: "" },
      plain.replace(body, "Text.\n\n## What you bring\n\nDjango.\n"),
    ],
    [
      { requirements: "## Your profile\n\nDjango." },
      plain.replace("## Requirements\n\nThree years of ", "## Your profile\n\n"),
    ],
    [
      { salary_min: "65k-85k €", salary_per: "year" },
      plain.replace("apply", "salary: {min: 65000, max: 85000, currency: EUR, per: year}\napply"),
    ],
    [
      { managers: "https://github.com/ann @Ann,bob" },
      plain.replace("---\n\n", "managers: [ann, bob]\n---\n\n"),
    ],
    [{ expires: "31. Jan 2027" }, plain.replace("submitted:", "expires: 2027-01-31\nsubmitted:")],
  ])("is read as meant: %o", (changes, text) => {
    expect(send({ ...filled, ...changes })).toBe(text);
  });

  it.each([
    [{ description: "One \u202e.owT" }, ["description"]],
    [{ title: "Dev\u202e" }, ["title"]],
    [{ apply_url: "https://exam\u200bple.com/" }, ["apply_url"]],
    [{ managers: "octo\u2060cat" }, ["managers"]],
    [{ requirements: "" }, ["requirements"]],
    [{ salary_min: "$65k", salary_per: "year" }, ["salary_currency"]],
    [{ expires: "01/02/2027" }, ["expires"]],
  ])("is refused at the field that is wrong: %o", (changes, controls) => {
    expect(send({ ...filled, ...changes })).toEqual(controls);
  });
});
