import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import nunjucks from "nunjucks";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkForm } from "../src/board/form/check-form.ts";
import { formFromJob } from "../src/board/form/form-data.ts";
import { longestReturnAddress } from "../src/board/form/new-file.ts";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import type { Job, JobField } from "../src/board/job/schema.ts";
import { fieldNotes } from "../src/board/job/schema.ts";
import { renderMarkdown } from "../src/board/post/markdown.ts";
import { copied } from "../src/html-to-markdown/fixtures.ts";
import { previewHtml } from "../src/site/checked-preview.ts";
import { createTemplates } from "../src/site/templates.ts";
import { copyAndPaste, openPage, type PageOptions } from "./browser.ts";
import { everyKindOfPost } from "./every-kind.ts";
import { exampleConfig, exampleDay, exampleJob, exampleNow } from "./example-job.ts";
import { closedPosts, examplePosts, filledPost } from "./example-posts.ts";
import { blob } from "./github-answers.ts";
import {
  expected,
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubPages,
  repository,
  type SiteInBrowser,
  showSite,
  violationsOn,
} from "./site-in-browser.ts";

const address = "/jobs/create/form/";
const editor = `${gitHubPages}/${repository}/new/main`;

/** The job that these tests send by default. */
const job: Job = {
  title: "Data Engineer",
  company: "Example Analytics GmbH",
  category: "developer-engineer",
  job_types: ["web", "database"],
  employment: "full_time",
  workplace: "hybrid",
  city: "Berlin",
  country: "DE",
  salary: { min: 65000, max: 85000, currency: "EUR", per: "year" },
  languages: ["en", "de"],
  apply_url: "https://jobs.example.net/data-engineer",
  expires: "2026-12-12",
  submitted: exampleDay,
  submitted_by: "octo-sam",
  description: "You build **pipelines** in Python.\n\n- plan them\n- run them",
  requirements: "Some years of Python, and joy in C&A & 100 % “tests”.",
};

let shown: SiteInBrowser;

beforeAll(async () => {
  shown = await showSite(examplePosts);
});

afterAll(() => shown[Symbol.asyncDispose]());

beforeEach(() => shown.gitHub.answer({}));

async function open(query = "", options: PageOptions = {}): Promise<Page> {
  const page = await shown.open(address + query, options);
  await page.locator("#form").waitFor();
  return page;
}

const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const problem = async (page: Page, name: string) =>
  (await page.locator(`[id^=problem-${name}-]`).allTextContents()).join(" ");
const summary = (page: Page) => page.locator("#summary");
const paper = (page: Page) => page.locator("#paper");
const status = (page: Page) => page.locator("#status").textContent();
const hasFocus = (element: Locator) => element.evaluate((one) => one === document.activeElement);
const toGitHub = (page: Page) => page.getByRole("button", { name: "Continue on GitHub" });
const byMail = (page: Page) => page.getByRole("button", { name: "Send by email instead" });

/** Fills in the job, or other texts for some fields. */
async function write(page: Page, changes: Partial<Record<keyof Job, string>> = {}): Promise<void> {
  const texts = ["title", "company", "city", "apply_url", "expires", "description", "requirements"];
  for (const name of texts as (keyof Job)[]) {
    await field(page, name).fill(changes[name] ?? String(job[name]));
  }
  for (const name of ["category", "employment", "country"] as const) {
    await field(page, name).selectOption(job[name] ?? "");
  }
  for (const name of ["Web", "Database", "Hybrid"]) {
    await page.getByLabel(name, { exact: true }).check();
  }
  await field(page, "salary_min").fill("65000");
  await field(page, "salary_max").fill("85.000");
  await field(page, "salary_currency").selectOption("EUR");
  await field(page, "salary_per").selectOption("year");
  await field(page, "languages").selectOption("en");
  await page.locator("[data-add=languages]").click();
  await field(page, "languages").selectOption("de");
  await field(page, "login").fill(changes.submitted_by ?? job.submitted_by);
}

/** Runs an action that opens GitHub, and returns the URL that is opened. */
async function openedOnGitHub(page: Page, action: () => Promise<void>): Promise<URL> {
  const context = page.context();
  await context.route(`${gitHubPages}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>GitHub</title>" }),
  );
  const opening = context.waitForEvent("page");
  await action();
  const other = await opening;
  await other.waitForURL(`${gitHubPages}/**`);
  return new URL(other.url());
}

function read(file: string, text: string | null): Job {
  const result = readJobFile(file, text ?? "", exampleConfig);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.job;
}

const file = `jobs/${exampleDay}-example-analytics-gmbh-data-engineer-berlin.md`;

describe("the form, used with the keyboard only", () => {
  it("opens GitHub’s editor with the post as it was written", async () => {
    const page = await open();
    const tabTo = async (locator: Locator) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await hasFocus(locator)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Nobody gets to ${locator} by the Tab key.`);
    };
    const type = async (name: string, text: string) => {
      await tabTo(field(page, name));
      await page.keyboard.type(text);
    };
    await type("title", job.title);
    await type("company", job.company);
    await type("category", "Developer");
    for (const name of ["Web", "Database"]) {
      await tabTo(page.getByLabel(name, { exact: true }));
      await page.keyboard.press("Space");
    }
    await type("employment", "Full");
    await tabTo(field(page, "workplace"));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await type("city", "Berlin");
    await type("country", "Germany");
    await type("languages", "English");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await type("languages", "German");
    await type("salary_min", "65 000");
    await type("salary_max", "85,000");
    await type("salary_currency", "EUR");
    await type("salary_per", "year");
    await type("description", job.description);
    await type("requirements", job.requirements);
    await type("apply_url", job.apply_url ?? "");
    // Whether the day or the month comes first in this locale.
    await type("expires", "12122026");
    await type("login", "@octo-sam");
    await tabTo(toGitHub(page));
    const opened = await openedOnGitHub(page, () => page.keyboard.press("Enter"));
    await page.bringToFront();
    expect(opened.origin + opened.pathname).toBe(editor);
    expect(opened.searchParams.get("filename")).toBe(file);
    expect(read(file, opened.searchParams.get("value"))).toEqual(job);
    const steps = page.locator("#gitHub-steps");
    expect(await hasFocus(steps)).toBe(true);
    expect(await steps.innerText()).toMatch(/Propose changes.*Create pull request/s);
    expect(await steps.getByRole("link", { name: "What happens next" }).getAttribute("href")).toBe(
      "/jobs/thanks/",
    );
  });
});

describe("the preview", () => {
  it("shows what the site would show, whatever the text is", async () => {
    const description = `${exampleJob.description}\n\n&eacute; &notit; &NewLine; &fjlig; &semi; &AMP &lt;b&gt; &#12; <b>x</b> [a](https://example.com/?a&copy;=1)`;
    const page = await open();
    await write(page, { description });
    await field(page, "remote_from").focus();
    const html = await domOf(page, { ...job, description });
    await expect.poll(async () => closeUp(await paper(page).innerHTML())).toBe(closeUp(html));
  });

  it("is updated while typing, and shows no choice before it is made", async () => {
    const page = await open();
    expect(await paper(page).innerText()).not.toContain("Workplace");
    await field(page, "title").fill("A title");
    await page.getByLabel("Remote", { exact: true }).check();
    await expect.poll(() => paper(page).innerText()).toMatch(/^A title.*Workplace\s+Remote/s);
  });
});

/** The HTML of a job from the board's own template, as the browser serializes it. */
async function domOf(page: Page, shownJob: Job): Promise<string> {
  const templates = createTemplates(
    new nunjucks.FileSystemLoader("src/site/_includes"),
    exampleConfig,
  );
  const stamp = { today: exampleDay, login: undefined };
  const checked = checkForm({ form: formFromJob(shownJob), path: undefined }, exampleConfig, stamp);
  const html = previewHtml(checked, exampleConfig, exampleNow, (name, context) =>
    templates.render(name, context),
  );
  return await page.evaluate((text) => {
    const place = document.createElement("div");
    place.innerHTML = text;
    return place.innerHTML;
  }, html);
}

/** Without whitespace between elements, which the site removes if possible. */
function closeUp(html: string): string {
  return html.replace(/\s+/g, " ").replaceAll("> <", "><");
}

describe("a post that is too long for a URL", () => {
  const description = `${"You build pipelines in Python, and keep them running. ".repeat(200).trim()}`;
  const text = textOf({ ...job, description });

  it("is copied, and GitHub’s editor opens with only its name", async () => {
    const page = await open("", { permissions: ["clipboard-read", "clipboard-write"] });
    await write(page, { description });
    const opened = await openedOnGitHub(page, () => toGitHub(page).click());
    expect([...opened.searchParams]).toEqual([["filename", file]]);
    await page.bringToFront();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    expect(await page.locator("#gitHub-steps").innerText()).toMatch(/has been copied.*paste it/s);
  });

  it("is shown for copying by hand or saving as a file, if the browser cannot copy", async () => {
    const page = await open();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "clipboard", { value: undefined }),
    );
    await page.reload();
    await write(page, { description });
    await toGitHub(page).click();
    const area = page.getByLabel(/Copy this text yourself/);
    await area.waitFor();
    const selected = await area.evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement;
      return one === document.activeElement && value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toBe(text);
    const link = page.locator("#gitHub-steps").getByRole("link", { name: "open GitHub" });
    expect(await link.getAttribute("href")).toBe(`${editor}?filename=${encodeURIComponent(file)}`);
    expect(await downloaded(page, "Download it as a file")).toBe(text);
    expect(page.context().pages()).toHaveLength(1);
  });
});

async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name }).filter({ visible: true }).click();
  return await readFile(await (await download).path(), "utf8");
}

function textOf(each: Job): string {
  const written = writeJobFile(file, each, exampleConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

describe("a post in Arabic", () => {
  const arabic = everyKindOfPost["jobs/2026-11-22-arabic.md"] ?? job;

  it("is written and shown from right to left, and reaches GitHub unharmed", async () => {
    const page = await open();
    const { title, company, description, requirements } = arabic;
    await write(page, { title, company, description, requirements });
    const direction = (locator: Locator) =>
      locator.evaluate((one) => getComputedStyle(one).direction);
    for (const name of ["title", "company", "description"]) {
      expect(await direction(field(page, name)), name).toBe("rtl");
    }
    expect(await direction(field(page, "apply_url"))).toBe("ltr");
    await expect.poll(() => paper(page).locator("h1").textContent()).toBe(title);
    await expect.poll(() => direction(paper(page).locator("h1"))).toBe("rtl");
    const opened = await openedOnGitHub(page, () => toGitHub(page).click());
    expect(encodeURIComponent(opened.href).length).toBeLessThanOrEqual(longestReturnAddress);
    const name = opened.searchParams.get("filename") ?? "";
    const texts = { title, company, description, requirements };
    expect(read(name, opened.searchParams.get("value"))).toEqual({ ...job, ...texts });
  });
});

describe("a problem", () => {
  it("is shown next to a field once it is left, until it is fixed", async () => {
    const page = await open();
    await field(page, "email").fill("jobs at example");
    expect(await problem(page, "email")).toBe("");
    await field(page, "email").blur();
    await expect.poll(() => problem(page, "email")).toMatch(/Enter one email address/);
    expect(await field(page, "email").getAttribute("aria-invalid")).toBe("true");
    const described = await field(page, "email").getAttribute("aria-describedby");
    expect(described).toBe("hint-email problem-email-0");
    expect(await problem(page, "title")).toBe("");
    await field(page, "email").fill("jobs@example.org");
    await expect.poll(() => problem(page, "email")).not.toMatch(/one email address/);
    expect(await field(page, "email").getAttribute("aria-invalid")).toBeNull();
  });

  it("is listed above the form on sending, with a link to the field", async () => {
    const page = await open();
    await page.getByLabel("Hybrid", { exact: true }).check();
    await toGitHub(page).click();
    await summary(page).waitFor();
    expect(await hasFocus(summary(page))).toBe(true);
    const links = summary(page).getByRole("link");
    expect(await links.allTextContents()).toEqual([
      ...["“Job title” is missing.", "“Company” is missing.", "“Category” is missing."],
      ...[
        "“City” is missing. It is required for hybrid jobs.",
        "“Country” is missing. It is required for hybrid jobs.",
      ],
      ...["“Description” is missing.", "“Requirements” is missing."],
      ...["The post does not say how to apply.", "“GitHub username” is missing."],
    ]);
    await links.filter({ hasText: "City" }).press("Enter");
    expect(await hasFocus(field(page, "city"))).toBe(true);
    expect(await problem(page, "city")).toMatch(/“City” is missing/);
    expect(page.context().pages()).toHaveLength(1);
  });

  it("is shown at the group of choices that lacks one", async () => {
    const page = await open();
    await toGitHub(page).click();
    const group = page.getByRole("radiogroup", { name: "Workplace" });
    expect(await group.getAttribute("aria-invalid")).toBe("true");
    expect(await problem(page, "workplace")).toBe("“Workplace” is missing.");
  });

  it("is an impossible GitHub username, which an email does not need", async () => {
    const page = await open();
    await write(page, { submitted_by: "sam smith" });
    await toGitHub(page).click();
    expect(await summary(page).innerText()).toMatch(/is not a GitHub username/);
    expect(await problem(page, "login")).toMatch(/is not a GitHub username/);
    await field(page, "login").fill("");
    await byMail(page).click();
    await page.locator("#mail-steps").waitFor();
    expect(await summary(page).isVisible()).toBe(false);
  });

  it("is announced when a text comes close to its limit", async () => {
    const page = await open();
    const left = page.locator("#left-title");
    await field(page, "title").fill("x".repeat(79));
    await expect.poll(() => paper(page).locator("h1").textContent()).toHaveLength(79);
    expect(await left.textContent()).toBe("");
    await field(page, "title").fill("x".repeat(99));
    await expect.poll(() => left.textContent()).toBe("1 character left");
    await field(page, "title").fill("🐍".repeat(102));
    await expect.poll(() => left.textContent()).toBe("2 characters too many");
  });
});

/** A text with five kinds of flaws. */
const flawed = `    We have worked with Python since 1999.

We offer:
Remote work
A laptop
Free fruit

Read [about us](../about.md), it is **important.

##Tasks`;

describe("the correction of a problem", () => {
  const correct = (page: Page, name: string) =>
    page.locator(`#of-${name}`).getByRole("button", { name: "Correct it" });
  const undo = (page: Page, name: string) =>
    page.locator(`#of-${name}`).getByRole("button", { name: "Undo" });

  it("is put into the field by one press, announced, and undone by another", async () => {
    const page = await open();
    await field(page, "title").fill("R&amp;D Engineer");
    await page.keyboard.press("Tab");
    await correct(page, "title").focus();
    expect(await page.locator("#of-title pre").textContent()).toBe("R&D Engineer");
    await page.keyboard.press("Enter");
    expect(await field(page, "title").inputValue()).toBe("R&D Engineer");
    expect(await page.getByRole("status").filter({ hasText: "Corrected." }).count()).toBe(1);
    expect(await problem(page, "title")).toBe("");
    expect(await hasFocus(undo(page, "title"))).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem("post-form.draft"))).toContain("R&D");
    await page.keyboard.press("Enter");
    expect(await field(page, "title").inputValue()).toBe("R&amp;D Engineer");
    expect(await hasFocus(correct(page, "title"))).toBe(true);
  });

  it("solves one after another, and the preview shows how it looks", async () => {
    const page = await open();
    await field(page, "description").fill(flawed);
    await page.keyboard.press("Tab");
    for (const left of [4, 3, 2, 1, 0]) {
      await correct(page, "description").first().click();
      expect(await correct(page, "description").count()).toBe(left);
    }
    expect(
      await field(page, "description").inputValue(),
    ).toBe(`We have worked with Python since 1999.

We offer:

- Remote work
- A laptop
- Free fruit

Read about us, it is **important.**

## Tasks`);
    expect(await paper(page).locator("li").allTextContents()).toContain("A laptop");
    expect(await paper(page).getByRole("heading", { name: "Tasks" }).count()).toBe(1);
  });

  it("of a long text is one step for the browser’s undo, and leaves the rest alone", async () => {
    const page = await open();
    const area = field(page, "description");
    const text = "One\n\nThe Childrenâ€™s museum\n\n## x";
    await area.focus();
    await page.keyboard.insertText(text);
    await field(page, "requirements").focus();
    await correct(page, "description").click();
    expect(await area.inputValue()).toBe(text.replace("â€™", "’"));
    await area.focus();
    await page.keyboard.press("Control+Z");
    expect(await area.inputValue()).toBe(text);
    await field(page, "requirements").focus();
    await correct(page, "description").waitFor();
    expect(await undo(page, "description").count()).toBe(0);
  });
});

describe("a post as people paste and type it", () => {
  it("is understood: a whole text in the description, pay in one field, a profile’s address", async () => {
    const page = await open();
    const description = "You build it.\n\n### What you bring:\n\n- Python";
    await write(page, { description, requirements: "" });
    await field(page, "salary_min").fill("65k-85k €");
    await field(page, "salary_max").fill("");
    await field(page, "salary_currency").selectOption("");
    await field(page, "login").fill("https://github.com/octo-sam");
    await field(page, "description").focus();
    await field(page, "requirements").focus();
    await expect.poll(() => paper(page).innerText()).toContain("What you bring:");
    expect(await paper(page).locator(".pay").textContent()).toContain("85,000");
    expect(await problem(page, "description")).toContain("below “What you bring:” is shown as");
    expect(await violationsOn(page)).toEqual([]);
    await page.locator("#of-description").getByRole("button", { name: "Correct it" }).click();
    await expect.poll(() => field(page, "description").inputValue()).toBe("You build it.");
    const requirements = "## What you bring:\n\n- Python";
    expect(await field(page, "requirements").inputValue()).toBe(requirements);
    const url = await openedOnGitHub(page, () => toGitHub(page).click());
    const sent = read(file, url.searchParams.get("value"));
    expect(sent).toEqual({ ...job, description: "You build it.", requirements });
  });

  it("offers currencies with their names", async () => {
    const page = await open();
    const euro = field(page, "salary_currency").locator("option[value=EUR]");
    expect(await euro.textContent()).toBe("EUR – Euro");
  });
});

describe("the draft", () => {
  it("is restored after a reload, with every choice", async () => {
    const page = await open();
    await write(page);
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/your saved draft/);
    await field(page, "login").fill(job.submitted_by);
    const opened = await openedOnGitHub(page, () => toGitHub(page).click());
    expect(read(file, opened.searchParams.get("value"))).toEqual(job);
    await page.reload();
    await expect.poll(() => field(page, "login").inputValue()).toBe(job.submitted_by);
  });

  it("is cleared when somebody starts over, after a confirmation", async () => {
    const page = await open();
    await write(page);
    page.once("dialog", (dialog) => dialog.dismiss());
    await page.getByRole("button", { name: "Clear form" }).click();
    expect(await field(page, "title").inputValue()).toBe(job.title);
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Clear form" }).click();
    await page.reload();
    await page.locator("#form").waitFor();
    const values = await page.locator("#form").evaluate((form) => {
      const data = new FormData(form as HTMLFormElement);
      return [...data].filter(([name, value]) => value !== "" && name !== "login");
    });
    expect(values).toEqual([]);
  });

  it("does not prevent writing if it cannot be saved or read", async () => {
    const page = await open();
    for (const kept of ["{not JSON", '{"title":{"toString":1},"city":null,"company":"Kept"}']) {
      await page.evaluate((text) => localStorage.setItem("post-form.draft", text), kept);
      await page.reload();
      await page.locator("#form").waitFor();
    }
    expect(await field(page, "title").inputValue()).toBe("");
    expect(await field(page, "company").inputValue()).toBe("Kept");
    await page.addInitScript(() => {
      for (const name of ["getItem", "setItem", "removeItem"] as const) {
        Storage.prototype[name] = () => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        };
      }
    });
    await page.reload();
    await write(page);
    const opened = await openedOnGitHub(page, () => toGitHub(page).click());
    expect(read(file, opened.searchParams.get("value"))).toEqual(job);
  });
});

describe("a link with values", () => {
  const link = "?title=From+a+link&remote_from=DE,AT&workplace=remote&submitted_by=mallory";

  it("fills in the form, once", async () => {
    const page = await open(link);
    expect(await field(page, "title").inputValue()).toBe("From a link");
    const chosen = page.locator("#chosen-remote_from").getByRole("checkbox", { checked: true });
    expect(await chosen.count()).toBe(2);
    expect(await status(page)).toMatch(/from the link/);
    expect(new URL(page.url()).search).toBe("");
    await field(page, "title").fill("Changed since");
    await page.reload();
    await expect.poll(() => field(page, "title").inputValue()).toBe("Changed since");
  });

  it("replaces a draft only if the person agrees", async () => {
    const page = await open();
    await field(page, "title").fill("My draft");
    await page.goto(address + link);
    await page.getByText("You already have a draft here").waitFor();
    expect(await field(page, "title").inputValue()).toBe("My draft");
    await page.getByRole("button", { name: "Keep my draft" }).click();
    expect(await hasFocus(field(page, "title"))).toBe(true);
    await page.reload();
    await expect.poll(() => field(page, "title").inputValue()).toBe("My draft");

    await page.goto(address + link);
    await page.getByRole("button", { name: "Use the details in the link" }).click();
    expect(await hasFocus(field(page, "title"))).toBe(true);
    expect(await field(page, "title").inputValue()).toBe("From a link");
    expect(await page.getByText("You already have a draft here").isVisible()).toBe(false);
  });
});

describe("posting a job again", () => {
  const old: Job = {
    ...{ ...job, ...closedPosts[filledPost], expires: "2026-11-14", featured: true },
    managers: ["hubot", "rita"],
  };
  const filledSlug = "2026-11-10-filled";
  const path = `/contents/${filledPost}`;
  const answer = () => shown.gitHub.answer({ [path]: { body: blob(textOf(old)) } });

  it("begins on the page of a closed post, and requests its file once", async () => {
    answer();
    const page = await shown.open("/jobs/2026-11-10-filled/");
    await page.getByRole("link", { name: "Post this job again" }).click();
    await expect.poll(() => status(page)).toMatch(/Filled in from “A filled job”/);
    expect(shown.gitHub.asked).toEqual([`${path}?ref=main`]);
    await field(page, "login").fill("octo-sam");
    const opened = await openedOnGitHub(page, () => toGitHub(page).click());
    const name = opened.searchParams.get("filename") ?? "";
    const isLeft = (name: string) =>
      name === "expires" || fieldNotes(name as JobField).filledBy === "board";
    const kept = Object.entries(old).filter(([field]) => !isLeft(field));
    expect(Object.keys(old).filter(isLeft)).toEqual(
      expect.arrayContaining(["expires", "published", "closed", "aliases", "featured"]),
    );
    expect(read(name, opened.searchParams.get("value"))).toEqual({
      ...{ ...Object.fromEntries(kept), submitted: exampleDay, submitted_by: "octo-sam" },
    });
  });

  it("begins with an older link too, which has the path of the file", async () => {
    answer();
    const page = await open("?again=jobs/2026-11-10-filled.md", expected);
    await expect.poll(() => status(page)).toMatch(/Filled in from “A filled job”/);
    expect(shown.gitHub.asked).toEqual([
      "/contents/jobs/2026-11-10-filled.md?ref=main",
      `${path}?ref=main`,
    ]);
  });

  it("keeps what somebody types while the file is loading", async () => {
    answer();
    const page = await open();
    const isHeld = Promise.withResolvers<void>();
    await page.route("**/contents/**", async (route) => {
      await isHeld.promise;
      await route.continue();
    });
    await page.goto(`${address}?again=${filledSlug}`);
    await page.getByText("Loading from GitHub…").waitFor();
    await field(page, "title").fill("Written meanwhile");
    isHeld.resolve();
    await page.getByText("You already have a draft here").waitFor();
    expect(await field(page, "title").inputValue()).toBe("Written meanwhile");
    await page.getByRole("button", { name: "Use the earlier post" }).click();
    await expect.poll(() => field(page, "title").inputValue()).toBe("A filled job");
  });

  it("asks first if there is a draft, and only then loads the file", async () => {
    answer();
    const page = await open();
    await field(page, "title").fill("My draft");
    await page.goto(`${address}?again=${filledSlug}`);
    await page.getByText("You already have a draft here").waitFor();
    expect(shown.gitHub.asked).toEqual([]);
    await page.getByRole("button", { name: "Use the earlier post" }).click();
    await expect.poll(() => field(page, "title").inputValue()).toBe("A filled job");
  });

  it.each([
    ["jobs/../src/board.config.ts", [], /no post with that name/],
    [
      "2026-01-01-nothing",
      [
        "/contents/jobs/archive/2026/01/2026-01-01-nothing.md?ref=main",
        "/contents/jobs/2026-01-01-nothing.md?ref=main",
        "/git/trees/main:jobs%2Farchive",
      ],
      /no post with/,
    ],
  ])("reports that there is no file for %s", async (earlier, asked, words) => {
    const page = await open(`?again=${earlier}`, expected);
    await expect.poll(() => status(page)).toMatch(words);
    expect(shown.gitHub.asked).toEqual(asked);
  });

  it("says so if GitHub does not respond, or the file cannot be read", async () => {
    shown.gitHub.answer({ [path]: { status: 429, headers: { "retry-after": "60" } } });
    const page = await open(`?again=${filledSlug}`, expected);
    await expect.poll(() => status(page)).toMatch(/Too many requests/);
    shown.gitHub.answer({ [path]: { body: blob("no post") } });
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/does not follow the board’s current rules/);
  });
});

describe("sending by email", () => {
  const steps = (page: Page) => page.locator("#mail-steps");
  const mail = async (page: Page) => {
    const link = steps(page).getByRole("link", { name: /^Email/ });
    return new URL((await link.filter({ visible: true }).getAttribute("href")) ?? "");
  };
  const { submitted_by: _login, ...unsigned } = job;

  it("puts a short post into the email, without a GitHub username", async () => {
    const page = await open();
    await write(page, { submitted_by: "" });
    await byMail(page).click();
    const { pathname, searchParams } = await mail(page);
    expect(pathname).toBe(exampleConfig.contact);
    expect(searchParams.get("subject")).toBe("Job post: Data Engineer");
    const [, text = ""] = /\r\n(---\r\n.*)$/s.exec(searchParams.get("body") ?? "") ?? [];
    expect(text).not.toContain("submitted_by");
    const signed = text.replace("---\r\n", "---\r\nsubmitted_by: rita\r\n");
    expect(read(file, signed)).toEqual({ ...unsigned, submitted_by: "rita" });
  });

  it("provides a long one as a file to attach, with the name of the future post", async () => {
    const page = await open();
    const description = "You build pipelines in Python. ".repeat(100).trim();
    await write(page, { description });
    await byMail(page).click();
    const link = steps(page).getByRole("link", { name: "Download your post" });
    expect(await link.getAttribute("download")).toBe(file.replace("jobs/", ""));
    const text = await downloaded(page, "Download your post");
    expect(text).not.toContain("submitted_by");
    expect(read(file, text.replace("---\n", "---\nsubmitted_by: rita\n"))).toMatchObject({
      ...{ title: job.title, description },
    });
    expect((await mail(page)).searchParams.get("body")).toMatch(/is attached/);
  });

  it("is no longer offered after further changes", async () => {
    const page = await open();
    await write(page);
    await byMail(page).click();
    await steps(page).waitFor();
    await field(page, "title").fill("Another title");
    expect(await steps(page).isVisible()).toBe(false);
  });
});

describe("the page of the form", () => {
  it("is accessible with many problems", async () => {
    const page = await open("?title=x&workplace=remote&remote_from=DE");
    await toGitHub(page).click();
    await summary(page).waitFor();
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
  });

  it("is accessible with advice that it can follow by itself", async () => {
    const page = await open("?title=R%26amp%3BD&company=Childrenâ€™s");
    await field(page, "description").fill(flawed);
    await toGitHub(page).click();
    const corrections = page.getByRole("button", { name: "Correct it" });
    expect(await corrections.count()).toBe(7);
    await corrections.first().click();
    expect(await corrections.count()).toBe(6);
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    await expectLargeTargets(page);
  });

  it("is accessible while it asks a question, or makes an email", async () => {
    const page = await open("?title=x");
    await page.goto(`${address}?title=y`);
    await page.getByRole("button", { name: "Use the details in the link" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep my draft" }).click();
    await write(page);
    await byMail(page).click();
    await page.locator("#mail-steps").waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOn(page)).toEqual([]);
    await expectNoSidewaysScrolling(page);
  });

  it("is accessible when it is ready, also in Arabic", async () => {
    const page = await open();
    await write(page, { title: "مهندس برمجيات" });
    await page.getByText("How to add headings").click();
    await openedOnGitHub(page, () => toGitHub(page).click());
    await page.bringToFront();
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
  });

  it("says what to do instead if JavaScript is off", async () => {
    const page = await openPage({
      ...{ baseURL: shown.origin, javaScriptEnabled: false },
    });
    await page.goto(address);
    expect(await page.locator("noscript").innerText()).toMatch(/email your post to.*know Git/s);
    expect(await page.locator("#form").isVisible()).toBe(false);
  });

  it("loads the converter of pasted HTML only with the first paste, in at most 20,000 bytes", async () => {
    const page = await open();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await field(page, "description").focus();
    await copyAndPaste(page, { text: "plain words" });
    expect(loaded).toEqual([]);
    await copyAndPaste(page, { html: "<p>a <b>word</b></p>", text: "a word" });
    await expect.poll(() => field(page, "description").inputValue()).toContain("**word**");
    expect(loaded).toEqual(["/assets/html-to-markdown.js"]);
    expect(gzipSync(await shown.site.read("assets/html-to-markdown.js")).length).toBeLessThan(
      20_000,
    );
  });

  it("fills in empty fields from an ad, and marks them", async () => {
    const page = await open();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await field(page, "title").fill("My own title");
    await page.locator("#ad summary").click();
    await expect.poll(() => loaded).toEqual(["/assets/ad.js"]);
    await page.locator("#ad-file").setInputFiles({
      name: "ad.html",
      mimeType: "text/html",
      buffer: Buffer.from(
        `<script type="application/ld+json">${JSON.stringify({
          "@type": "JobPosting",
          title: "Python Engineer",
          hiringOrganization: { name: "Kiln <img src=x onerror=alert(1)> & Co" },
          jobLocation: { address: { addressLocality: "Delft", addressCountry: "NL" } },
          description: "<p>Fire <b>kilns</b>.</p><h3>Requirements</h3><p>Python</p>",
        })}</script>`,
      ),
    });
    await expect.poll(() => page.locator("#ad-status").textContent()).toContain("1 field left");
    expect(await field(page, "title").inputValue()).toBe("My own title");
    expect(await field(page, "company").inputValue()).toBe("Kiln & Co");
    expect(await field(page, "country").inputValue()).toBe("NL");
    expect(await field(page, "description").inputValue()).toBe("Fire **kilns**.");
    expect(await page.locator("#of-company .taken").textContent()).toContain("please check");
    expect(await page.locator("#of-title .taken").count()).toBe(0);
    await field(page, "company").fill("Kiln GmbH");
    expect(await page.locator("#of-company .taken").count()).toBe(0);
    // As ever, the board is asked whether it has this job already, once a company and a title are given.
    expect(new Set(loaded.filter((path) => path.startsWith("/assets/")))).toEqual(
      new Set(["/assets/ad.js", "/assets/html-to-markdown.js", "/assets/cities.js"]),
    );
  });

  it("loads the core in at most 142,300 bytes, and little else", async () => {
    const size = async (path: string) => gzipSync(await shown.site.read(path)).length;
    expect(await size("assets/form.js")).toBeLessThanOrEqual(142_300);
    expect(await size("assets/form.css")).toBeLessThanOrEqual(2000);
    expect(await size("jobs/create/form/index.html")).toBeLessThanOrEqual(7800);
  });
});

describe("the city", () => {
  const suggested = (page: Page) =>
    page
      .locator("#cities option")
      .evaluateAll((options) =>
        options.map((one) => [one.getAttribute("value"), one.getAttribute("label")]),
      );
  const load = async (page: Page) => {
    await field(page, "city").pressSequentially("be");
    await expect.poll(async () => (await suggested(page)).length).toBe(8);
    await field(page, "city").fill("");
  };

  it("is suggested, by a table that is loaded with the first key, in at most 60,000 bytes", async () => {
    const page = await open();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await field(page, "title").pressSequentially("D");
    await field(page, "city").focus();
    expect(loaded).toEqual([]);
    await field(page, "city").pressSequentially("mün");
    await expect.poll(() => suggested(page)).toContainEqual(["München", "München, Germany"]);
    expect(loaded).toEqual(["/assets/cities.js"]);
    const size = gzipSync(await shown.site.read("assets/cities.js")).length;
    expect(size).toBeLessThanOrEqual(60_000);
    await field(page, "country").selectOption("AT");
    await field(page, "city").fill("vi");
    await expect.poll(() => suggested(page)).toContainEqual(["Vienna", "Vienna, Austria"]);
    expect((await suggested(page)).every(([, label]) => label?.endsWith(", Austria"))).toBe(true);
  });

  it("fills in the country of the only city of its name, and announces it", async () => {
    const page = await open();
    await load(page);
    await field(page, "city").fill("Köln");
    await page.keyboard.press("Tab");
    await expect.poll(() => field(page, "country").inputValue()).toBe("DE");
    expect(await page.locator("#repaired").textContent()).toBe("The country is set to Germany.");
    await field(page, "city").fill("Wien");
    await page.keyboard.press("Tab");
    expect(await field(page, "country").inputValue()).toBe("DE");
  });

  it("fills in no country if there are several of its name", async () => {
    const page = await open();
    await load(page);
    await field(page, "city").fill("Birmingham");
    await page.keyboard.press("Tab");
    await field(page, "title").fill("Dev");
    expect(await field(page, "country").inputValue()).toBe("");
  });

  it("can be corrected to its usual name, and apart from region and country", async () => {
    const page = await open();
    await page.getByLabel("Hybrid", { exact: true }).check();
    await field(page, "country").selectOption("DE");
    await field(page, "city").fill("Muenchen");
    await page.keyboard.press("Tab");
    await expect.poll(() => problem(page, "city")).toContain("usually written “München”");
    await page.locator("#of-city").getByRole("button", { name: "Correct it" }).click();
    expect(await field(page, "city").inputValue()).toBe("München");
    await field(page, "country").selectOption("US");
    await field(page, "city").fill("Austin, TX");
    await page.keyboard.press("Tab");
    await page.locator("#of-city").getByRole("button", { name: "Correct it" }).click();
    expect(await field(page, "city").inputValue()).toBe("Austin");
    expect(await field(page, "region").inputValue()).toBe("TX");
  });

  it("becomes a remote job if it is “Remote”, and the undo restores all its countries", async () => {
    const page = await open();
    const countries = () =>
      page.evaluate(() =>
        new FormData(document.querySelector<HTMLFormElement>("#form") ?? undefined)
          .getAll("remote_from")
          .filter(Boolean),
      );
    for (const code of ["AT", "SI"]) {
      await field(page, "remote_from").selectOption(code);
      await page.locator("[data-add=remote_from]").click();
    }
    await page.getByLabel("Hybrid", { exact: true }).check();
    await field(page, "country").selectOption("DE");
    await field(page, "city").fill("Remote (Germany)");
    await page.keyboard.press("Tab");
    await page.locator("#of-city").getByRole("button", { name: "Correct it" }).click();
    expect(await countries()).toEqual(["DE"]);
    await page.locator("#of-city").getByRole("button", { name: "Undo" }).click();
    expect(await countries()).toEqual(["AT", "SI"]);
    expect(await field(page, "city").inputValue()).toBe("Remote (Germany)");
  });

  it("becomes several places if it names several cities, and can be suggested in each", async () => {
    const page = await open();
    await load(page);
    await page.getByLabel("Hybrid", { exact: true }).check();
    await field(page, "country").selectOption("DE");
    await field(page, "city").fill("Berlin / Wien");
    await page.keyboard.press("Tab");
    await page.locator("#of-city").getByRole("button", { name: "Correct it" }).click();
    const second = (part: string) => page.locator(`[id="field-places.2.${part}"]`);
    expect(await field(page, "city").inputValue()).toBe("Berlin");
    expect(await second("city").inputValue()).toBe("Wien");
    expect(await second("country").inputValue()).toBe("AT");
    await second("city").fill("gra");
    await expect.poll(() => suggested(page)).toContainEqual(["Graz", "Graz, Austria"]);
  });

  it("can be typed without suggestions if the table cannot be loaded", async () => {
    const page = await open("", { allow: [/cities|ERR_FAILED/] });
    await page.route("**/cities.js*", (route) => route.abort());
    await field(page, "city").pressSequentially("Berlin");
    await page.keyboard.press("Tab");
    expect(await suggested(page)).toEqual([]);
    expect(await field(page, "city").inputValue()).toBe("Berlin");
  });
});

describe("a paste into the form", () => {
  const { markdown: converted, ...word } = copied.Word;

  it("from every program is clean Markdown, previewed, and removed by one undo", async () => {
    const page = await open();
    const area = field(page, "description");
    const preview = paper(page).locator("#description + div");
    await area.focus();
    for (const [program, { markdown, ...clipboard }] of Object.entries(copied)) {
      await copyAndPaste(page, clipboard);
      await expect.poll(() => area.inputValue(), { message: program }).toBe(markdown);
      await expect
        .poll(async () => closeUp(await preview.innerHTML()).trim(), { message: program })
        .toBe(closeUp(renderMarkdown(markdown)).trim());
      await page.keyboard.press("Control+Z");
      await expect.poll(() => area.inputValue(), { message: program }).toBe("");
    }
  });

  it("is kept as a draft and sent", async () => {
    const page = await open();
    await write(page, { description: "" });
    await field(page, "description").focus();
    await copyAndPaste(page, word);
    await expect.poll(() => field(page, "description").inputValue()).toBe(converted);
    await page.reload();
    expect(await field(page, "description").inputValue()).toBe(converted);
    await field(page, "login").fill("octo-sam");
    const url = await openedOnGitHub(page, () => toGitHub(page).click());
    expect(read(file, url.searchParams.get("value")).description).toBe(converted);
  });

  it("is removed by one undo, and stays apart from the words around it", async () => {
    const page = await open();
    const area = field(page, "requirements");
    await area.focus();
    await page.keyboard.insertText("Before after");
    for (const _ of "after") await page.keyboard.press("ArrowLeft");
    await copyAndPaste(page, word);
    await expect.poll(() => area.inputValue()).toBe(`Before \n\n${converted}\n\nafter`);
    await page.keyboard.press("Control+Z");
    await expect.poll(() => area.inputValue()).toBe("Before after");
  });

  it("has lists instead of typed bullets in plain text", async () => {
    const page = await open();
    await field(page, "description").focus();
    await copyAndPaste(page, { text: "You will:\r\n\uf0b7\tWrite\r\n\uf0b7\tRead" });
    await expect
      .poll(() => field(page, "description").inputValue())
      .toBe("You will:\n- Write\n- Read");
    await page.keyboard.press("Control+Z");
    await expect.poll(() => field(page, "description").inputValue()).toBe("");
  });

  it("is the plain text if the converter cannot be loaded", async () => {
    const page = await open("", { allow: [/html-to-markdown|ERR_FAILED/] });
    await page.route("**/html-to-markdown.js*", (route) => route.abort());
    await field(page, "description").focus();
    await copyAndPaste(page, { ...word, text: "Your tasks\n·\tWrite Python" });
    await expect
      .poll(() => field(page, "description").inputValue())
      .toBe("Your tasks\n·\tWrite Python");
  });

  it("into a line stays as it is", async () => {
    const page = await open();
    await field(page, "title").focus();
    await copyAndPaste(page, { html: "<b>Data *Engineer*</b>", text: "Data *Engineer*" });
    expect(await field(page, "title").inputValue()).toBe("Data *Engineer*");
  });
});
