import { mkdtempDisposable, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { pages, postAddress } from "../src/board/addresses.ts";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import { liveJobPath } from "../src/board/job/path.ts";
import { renderMarkdown } from "../src/board/post/markdown.ts";
import { copied } from "../src/html-to-markdown/fixtures.ts";
import { writeAdminPage } from "../src/services/admin-page.ts";
import { copyAndPaste, openPage } from "./browser.ts";
import { archivedPost, Editor, LocalBoard, livePost, refusedSave, testNow } from "./cms-editor.ts";
import { exampleConfig } from "./example-job.ts";
import type { SiteServer } from "./site-server.ts";
import { serveSite } from "./site-server.ts";

let board: LocalBoard;
let server: SiteServer;

beforeAll(async () => {
  board = await LocalBoard.start();
  server = board.server;
});

afterAll(async () => {
  await board.stop();
});

/** The default of `expect.poll`, one second, is too short on a busy machine. */
const patiently = { timeout: 20_000 };

type Options = { width?: number; allow?: RegExp[] };

/** Opens a page of the CMS, by the part of its address after the #. */
async function openCms(hash: string, { width = 1280, allow = [] }: Options = {}) {
  const page = await openPage({ viewport: { width, height: 900 }, allow });
  await page.clock.install({ time: testNow });
  await page.goto(`${server.origin}${pages.admin}#${hash}`);
  return new Editor(page);
}

/** Fills in all required fields, with the given values if any. */
async function fillIn(editor: Editor, names: { title: string; company: string }) {
  await fillInButDescription(editor, names);
  await editor.compose("description", "You look after beehives with Python and Django.");
}

async function fillInButDescription(editor: Editor, names: { title: string; company: string }) {
  await fillInButTexts(editor, names);
  await editor.compose("requirements", "Patience, and some years of Python.");
}

async function fillInButTexts(
  editor: Editor,
  { title, company }: { title: string; company: string },
) {
  await editor.write("title", title);
  await editor.write("company", company);
  await editor.choose("category", "Developer / Engineer");
  await editor.write("apply_url", "https://example.com/jobs/42");
}

/** Runs a function that writes a new post, and reads that post. Throws if it is not in canonical form. */
async function newPost(write: () => Promise<void>) {
  const before = await board.slugs();
  await write();
  const [slug = "", ...others] = (await board.slugs()).filter((one) => !before.includes(one));
  expect(others).toEqual([]);
  const file = liveJobPath(slug);
  const bytes = await board.read(slug);
  const read = readJobFile(file, bytes, exampleConfig);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const text = new TextDecoder().decode(bytes);
  expect(writeJobFile(file, read.job, exampleConfig)).toEqual({ ok: true, text });
  return { slug, job: read.job, text };
}

describe("a post written in the CMS", () => {
  it("is saved in jobs/ in canonical form, and listed by the next build", async () => {
    const editor = await openCms("/collections/jobs");
    const { page } = editor;
    await page.getByRole("link", { name: "Post a job", exact: true }).click();
    const { slug, job } = await newPost(async () => {
      await fillIn(editor, { title: "Beekeeping Developer", company: "Example Apiaries" });
      await editor.choose("workplace", "Remote");
      await editor.choose("remote_from", "Austria", "Slovenia");
      await editor.save();
    });
    expect(slug).toBe("2026-11-25-example-apiaries-beekeeping-developer");
    expect(job).toEqual({
      title: "Beekeeping Developer",
      company: "Example Apiaries",
      category: "developer-engineer",
      workplace: "remote",
      remote_from: ["AT", "SI"],
      apply_url: "https://example.com/jobs/42",
      submitted: "2026-11-25",
      submitted_by: "local_editor",
      description: "You look after beehives with Python and Django.",
      requirements: "Patience, and some years of Python.",
    });

    await board.build();
    await page.goto(`${server.origin}${pages.list}`);
    await page.getByRole("link", { name: "Beekeeping Developer" }).click();
    await page.getByRole("heading", { level: 1, name: "Beekeeping Developer" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(postAddress(slug));
  });

  it("keeps every field, and looks the same in the preview as on the site", async () => {
    const editor = await openCms("/collections/jobs/new");
    const { page } = editor;
    const { slug, job } = await newPost(async () => {
      await fillIn(editor, { title: "Lead C++ & Python Engineer", company: "O’Reilly & Søns" });
      await editor.choose("job_types", "Web", "Machine Learning");
      await editor.write("other_job_type", "Apiculture");
      await editor.choose("employment", "Full time");
      await editor.choose("seniority", "Lead");
      await editor.choose("workplace", "Hybrid");
      await editor.write("city", "Århus");
      await editor.write("region", "Midtjylland");
      await editor.choose("country", "Denmark");
      await editor.choose("agencies_welcome", "No");
      await editor.choose("posted_by_agency", "Yes");
      await editor.write({ label: "Minimum pay" }, "550.000");
      await editor.write({ label: "Maximum pay" }, "650000.5");
      await editor.choose({ label: "Currency" }, "DKK – Danish Krone");
      await editor.choose({ label: "Pay period" }, "Year");
      await editor.choose("visa_sponsorship", "Yes");
      await editor.choose("languages", "English", "Danish");
      await editor.write("contact", "Ægir Sørensen");
      await editor.write("email", "jobs@example.com");
      await editor.input("expires").fill("2026-12-15");
      await editor.write("managers", "octocat, hubot");
      await editor.composePlain("company_description", "We *are*:\n\n- small\n- `{{ kind }}`");
      await editor.save();
    });
    expect(job).toEqual({
      title: "Lead C++ & Python Engineer",
      company: "O’Reilly & Søns",
      category: "developer-engineer",
      job_types: ["web", "machine-learning"],
      other_job_type: "Apiculture",
      employment: "full_time",
      seniority: "lead",
      workplace: "hybrid",
      city: "Århus",
      region: "Midtjylland",
      country: "DK",
      agencies_welcome: false,
      posted_by_agency: true,
      salary: { min: 550000, max: 650000.5, currency: "DKK", per: "year" },
      visa_sponsorship: true,
      languages: ["en", "da"],
      contact: "Ægir Sørensen",
      email: "jobs@example.com",
      apply_url: "https://example.com/jobs/42",
      expires: "2026-12-15",
      submitted: "2026-11-25",
      submitted_by: "local_editor",
      managers: ["octocat", "hubot"],
      description: "You look after beehives with Python and Django.",
      requirements: "Patience, and some years of Python.",
      company_description: "We *are*:\n\n- small\n- `{{ kind }}`",
    });

    await board.build();
    const preview = page.frameLocator("#preview-pane").locator("article");
    const width = await preview.evaluate(() => window.innerWidth);
    const site = await openPage({ viewport: { width, height: 900 } });
    await site.clock.install({ time: testNow });
    await site.goto(`${server.origin}${postAddress(slug)}`);
    const article = site.locator("main article").first();
    // What is not published yet cannot be saved or shared.
    await article.evaluate((node) => {
      for (const part of node.querySelectorAll(".keep, .kept")) part.remove();
    });
    // The preview may not show the last change yet.
    await expect.poll(() => preview.innerText()).toBe(await article.innerText());
    await expect.poll(() => lookOf(preview)).toEqual(await lookOf(article));
  });
});

describe("a post with several places", () => {
  const places = [
    { city: "Berlin", country: "DE" },
    { city: "Portland", region: "Maine", country: "US" },
    { city: "Portland", region: "Oregon", country: "US" },
    { city: "São Paulo", country: "BR" },
    { city: "東京", country: "JP" },
  ];

  it("is written place by place, opened again, and reduced to one", async () => {
    const editor = await openCms("/collections/jobs/new", { allow: refusedSave });
    const { page } = editor;
    const add = page.getByRole("button", { name: "Add another place" });
    const group = (number: number) => page.getByRole("group", { name: `Place ${number}` });
    const writePlace = async (number: number, place: (typeof places)[number]) => {
      await add.click();
      await page.keyboard.insertText(place.city);
      const suggested = group(number).locator("datalist option");
      const named = suggested.and(page.locator(`[value="${place.city}"]`));
      if (place.country === "US") await named.waitFor({ state: "attached" });
      await group(number)
        .getByLabel(/^Region or state/)
        .fill(place.region ?? "");
      await group(number).getByLabel("Country").selectOption(place.country);
    };
    const { slug, text } = await newPost(async () => {
      await fillIn(editor, { title: "Travelling Developer", company: "Example Circus" });
      await editor.choose("workplace", "On site");
      await editor.write("city", "Berlin");
      await editor.choose("country", "Germany");
      for (const [index, place] of places.slice(1).entries()) await writePlace(index + 2, place);
      expect(await add.count()).toBe(0);
      await group(3).getByLabel("Country").selectOption("");
      await editor.pressSave();
      await group(3).getByText("“Country of place 3” is missing").waitFor();
      await page.getByText("Not saved. One field needs your attention:").waitFor();
      await group(3).getByLabel("Country").selectOption("US");
      await editor.save();
    });
    expect(text).toContain(
      "\nplaces:\n  - {city: Berlin, country: DE}\n  - {city: Portland, region: Maine, country: US}\n",
    );

    await board.build();
    for (const place of ["berlin-de", "portland-maine-us", "portland-oregon-us", "jp"]) {
      const list = await readFile(join(board.site, `jobs/location/${place}/index.html`), "utf8");
      expect(list).toContain(`<a href="${postAddress(slug)}"`);
    }

    const again = await openCms(`/collections/jobs/entries/${slug}`);
    const cities = again.page.getByLabel(/^City/);
    await expect
      .poll(
        () => cities.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
        patiently,
      )
      .toEqual(places.map(({ city }) => city));
    for (const number of [4, 2, 2, 2]) {
      await again.page.getByRole("button", { name: `Remove place ${number}` }).click();
    }
    await again.save();
    const single = text.replace(/\nplaces:\n(?: {2}- .*\n)+/, "\ncity: Berlin\ncountry: DE\n");
    expect(new TextDecoder().decode(await board.read(slug))).toBe(single);
  });
});

describe("an existing post", () => {
  const slug = livePost;

  it("is opened by “Edit” on its page", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}${postAddress(slug)}`);
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect
      .poll(() => new Editor(page).input("title").inputValue(), patiently)
      .toMatch(/^Motion/);
  });

  it("links to its page on the site", async () => {
    const { page } = await openCms(`/collections/jobs/entries/${slug}`);
    const link = page.getByRole("link", { name: "View on the site" });
    expect(await link.getAttribute("href")).toBe(`${server.origin}${postAddress(slug)}`);
  });

  it("changes only in the edited line", async () => {
    const before = await readLines(slug);
    const editor = await openCms("/collections/jobs");
    await editor.page.getByRole("link", { name: /^Motion Control Engineer/ }).click();
    await editor.write("contact", "Ms Example");
    await editor.save();
    const { page } = editor;
    await expectBelow(toastOf(page), page.getByRole("link", { name: "View on the site" }));
    const after = await readLines(slug);
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual(["contact: Ms Example"]);
  });

  it("loses the fields that were cleared", async () => {
    const before = await readLines(slug);
    const editor = await openCms(`/collections/jobs/entries/${slug}`);
    await editor.write("contact", "");
    await editor.save();
    expect(await readLines(slug)).toEqual(before.filter((line) => !line.startsWith("contact:")));
  });

  it("keeps its address, day and submitter when its title is changed", async () => {
    const before = await readLines(slug);
    const editor = await openCms(`/collections/jobs/entries/${slug}`);
    await editor.write("title", "Robotics Engineer");
    await editor.save();
    const changed = before.map((line) =>
      line.startsWith("title:") ? "title: Robotics Engineer" : line,
    );
    expect(await readLines(slug)).toEqual(changed);
  });
});

describe("a form with mistakes", () => {
  it("says what is wrong next to each field, and saves nothing", async () => {
    const before = await board.slugs();
    const editor = await openCms("/collections/jobs/new", { allow: refusedSave });
    await fillIn(editor, { title: "Developer", company: "Example" });
    await editor.choose("workplace", "Remote");
    await editor.write("apply_url", "javascript:alert(1)");
    await editor.write({ label: "Minimum pay" }, "900");
    await editor.pressSave();

    const says = async (field: Parameters<Editor["field"]>[0], message: RegExp) =>
      await editor.field(field).getByText(message).waitFor();
    await says(
      "apply_url",
      /^“Link to apply” can’t be “javascript:alert\(1\)”, which does not start/,
    );
    await says("remote_from", /^“Eligible countries” is missing/);
    await says({ label: "Currency" }, /^“Currency” is missing\./);
    await says({ label: "Pay period" }, /^“Pay period” is missing\./);
    await editor.page.getByText("Not saved. 4 fields need your attention:").waitFor();
    expect(await board.slugs()).toEqual(before);
  });

  it("says so as soon as a field is left, and links from the notice to the field", async () => {
    const editor = await openCms("/collections/jobs/new", { allow: refusedSave });
    await editor.write("email", "nobody");
    await editor.page.keyboard.press("Tab");
    await editor.field("email").getByText("which is not an email address").waitFor();
    await editor.page.getByRole("button", { name: "Email address for applications" }).click();
    await editor.page.keyboard.insertText("@example.com");
    expect(await editor.input("email").inputValue()).toContain("@example.com");
  });

  it("can be saved once it is fixed, even if the preview was hidden meanwhile", async () => {
    const editor = await openCms("/collections/jobs/new", { allow: refusedSave });
    const { job } = await newPost(async () => {
      await fillIn(editor, { title: "Developer", company: "Fixed" });
      await editor.choose("workplace", "On site");
      await editor.pressSave();
      await editor.page.getByText("2 fields need your attention").waitFor();
      await editor.page.getByTitle("Show or hide the preview").click();
      await editor.write("city", "Graz");
      await editor.choose("country", "Austria");
      await editor.save();
    });
    expect(job).toMatchObject({ city: "Graz", country: "AT" });
  });

  it("does not save a text with one of the file’s own headings", async () => {
    const before = await board.slugs();
    const editor = await openCms("/collections/jobs/new", { allow: refusedSave });
    await fillIn(editor, { title: "Developer", company: "Example" });
    await editor.choose("workplace", "Remote");
    await editor.choose("remote_from", "Worldwide");
    await editor.composePlain("description", "Text\n\n## Requirements\n\nMore");
    await editor.pressSave();
    await editor.field("description").getByText("can’t be saved as it is").waitFor();
    expect(await board.slugs()).toEqual(before);
  });

  it("is restored if the browser was closed before saving", async () => {
    const first = await openCms("/collections/jobs/new");
    await first.write("title", "Half a post");
    await first.choose("remote_from", "Worldwide");
    await expect.poll(() => first.keptCopies(), patiently).toMatch(/Half a post.*worldwide/);
    first.page.on("dialog", (dialog) => dialog.accept());
    await first.page.reload();
    await expect.poll(() => first.input("title").inputValue(), patiently).toBe("Half a post");
    await first.field("remote_from").getByText("Worldwide", { exact: true }).waitFor();
  });
});

describe("a form that gets advice", () => {
  it("says so, and can be saved", async () => {
    const editor = await openCms("/collections/jobs/new");
    const { job } = await newPost(async () => {
      await fillIn(editor, { title: "Imker", company: "Beispiel &amp; Söhne" });
      const corrected = editor.page.locator(".notice pre");
      await corrected.filter({ hasText: "Beispiel & Söhne" }).waitFor();
      await editor.choose("workplace", "Hybrid");
      await editor.choose("country", "Germany");
      await editor.input("city").fill("Muenchen");
      await editor.compose(
        "description",
        "Du betreust unsere Bienenstöcke und schreibst die Programme, die ihre Temperatur messen, in Python.",
      );
      await editor.page.getByText("The text seems to be in German").waitFor();
      await editor.page.getByText("usually written “München”").waitFor();
      await editor.save();
    });
    expect(job.title).toBe("Imker");
  });
});

describe("the correction of an advice", () => {
  it("is put into the fields by one press, and undone by another", async () => {
    const editor = await openCms("/collections/jobs/new");
    const { page } = editor;
    await editor.write("company", "Beispiel &amp; Söhne");
    await editor.choose("workplace", "Hybrid");
    await editor.choose("country", "Germany");
    await editor.write("city", "Berlin / Wien");
    const description = editor.field("description").locator("[contenteditable=true]");
    await description.click();
    const html = "<p>You build it.</p><h3>What you bring</h3><ul><li>Python</li></ul>";
    await copyAndPaste(page, { html, text: "" });
    // The last change, which would take the button that undoes a correction away.
    await description.getByRole("listitem").waitFor();

    const values = async () => ({
      company: await editor.input("company").inputValue(),
      cities: await page
        .getByLabel(/^City/)
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      country: await page
        .getByRole("group", { name: "Place 2" })
        .getByLabel("Country")
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
      requirements: (await editor.field("requirements").getByRole("listitem").allInnerTexts()).map(
        (text) => text.replace(/[\ufeff\n]/g, ""),
      ),
    });
    const before = {
      company: "Beispiel &amp; Söhne",
      cities: ["Berlin / Wien"],
      country: [],
      requirements: [],
    };
    for (const [advice, corrected] of [
      ["instead of some characters", { company: "Beispiel & Söhne" }],
      ["more than one city", { cities: ["Berlin", "Wien"], country: ["AT"] }],
      ["is empty", { requirements: ["Python"] }],
    ] as const) {
      const item = page.locator(".notice li", { hasText: advice });
      await item.getByRole("button", { name: "Correct it" }).click();
      await expect.poll(values, patiently).toEqual({ ...before, ...corrected });
      expect(await item.count()).toBe(0);
      const undo = page.getByRole("button", { name: "Undo" });
      expect(await undo.evaluate((one) => one === document.activeElement)).toBe(true);
      await undo.click();
      await expect.poll(values, patiently).toEqual(before);
      await item.waitFor();
    }
    await page.getByRole("button", { name: "Correct it" }).first().click();
    await page.getByText("Corrected. Undo").waitFor();
    await editor.write("title", "Developer");
    await page.getByText("Corrected. Undo").waitFor({ state: "hidden" });
  });
});

describe("a whole text in the description", () => {
  it("is saved with its requirements below their own heading, and shown in both fields", async () => {
    const editor = await openCms("/collections/jobs/new");
    const { job } = await newPost(async () => {
      await fillInButTexts(editor, { title: "Developer", company: "Whole" });
      await editor.choose("workplace", "Remote");
      await editor.choose("remote_from", "Worldwide");
      await editor.composePlain("description", "You build it.\n\n### What you bring:\n\n- Python");
      await editor.save();
    });
    const requirements = "## What you bring:\n\n- Python";
    expect(job).toMatchObject({ description: "You build it.", requirements });
    await editor.field("requirements").getByText("What you bring:").waitFor();
    await editor.field("requirements").getByText("- Python").waitFor();
  });
});

describe("a file that cannot be read", () => {
  it("is marked as such, and not overwritten", async () => {
    const slug = "2026-11-01-broken";
    const path = join(board.folder, liveJobPath(slug));
    await writeFile(path, "---\ntitle: [\n---\n\nPrecious text\n");
    onTestFinished(() => rm(path));
    const editor = await openCms("/collections/jobs", { allow: refusedSave });
    await editor.page.getByRole("link", { name: "This file can’t be read" }).click();
    await editor.page.getByRole("alert").getByText("can’t edit it here").waitFor();
    await fillIn(editor, { title: "New", company: "Example" });
    await editor.pressSave();
    await editor.page.getByText(/^Not saved\. \d fields need/).waitFor();
    expect(await readLines(slug)).toContain("Precious text");
  });
});

describe("the archive", () => {
  it("shows closed posts of all years, which can be edited, and has no button for new ones", async () => {
    const editor = await openCms("/collections/archive");
    const { page } = editor;
    await page.getByRole("link", { name: /^Software Engineer, Telescope Control/ }).waitFor();
    expect(await page.getByRole("link", { name: "Post a job", exact: true }).count()).toBe(0);
    await page.getByRole("link", { name: /^Senior Django Developer/ }).click();
    const link = page.getByRole("link", { name: "View on the site" });
    const slug = archivedPost;
    expect(await link.getAttribute("href")).toBe(`${server.origin}${postAddress(slug)}`);
    await editor.write("contact", "Herr Yıldız");
    await editor.save();
    const lines = await readLines(`archive/2026/09/${slug}`);
    expect(lines).toContain("contact: Herr Yıldız");
    expect(lines).toContain("closed: {on: 2026-10-02, reason: filled}");
  });

  it("is separate from the list of live posts", async () => {
    const { page } = await openCms("/collections/jobs");
    await page.getByRole("link", { name: /^Backend Engineer, Route Planning/ }).waitFor();
    expect(await page.getByRole("link", { name: /^Senior Django Developer/ }).count()).toBe(0);
  });

  it("does not offer to delete posts", async () => {
    const editor = await openCms("/collections/archive");
    await editor.page.getByRole("link", { name: /^Senior Django Developer/ }).click();
    await editor.input("title").waitFor();
    expect(await editor.page.getByText(/delete/i).count()).toBe(0);
  });
});

describe("the form on a published site", () => {
  it("asks people to sign in with GitHub, through the board’s own service", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "cms-github-"));
    const signInUrl = "https://sign-in.example.org/board/auth";
    await writeAdminPage(folder.path, {
      board: exampleConfig,
      backend: { kind: "github", signInUrl, apiUrl: "https://api.github.com" },
      stylesheet: "/assets/board.css",
    });
    const published = await serveSite(folder.path);
    onTestFinished(() => published.close());
    const page = await openPage({ allow: [/^console: .* 404/] });
    await page.context().route(`${signInUrl}*`, (route) => route.fulfill({ body: "Sign in here" }));
    await page.goto(`${published.origin}${pages.admin}`);
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    const signIn = await opening;
    await signIn.getByText("Sign in here").waitFor();
    expect(new URL(signIn.url()).searchParams.get("provider")).toBe("github");
  });
});

describe("the form on a phone", () => {
  it("has the full width, and shows the preview in its place on request", async () => {
    const editor = await openCms("/collections/jobs/new", { width: 390 });
    const { page } = editor;
    await editor.write("title", "Pocket Developer");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await editor.input("title").boundingBox())?.width).toBeGreaterThan(340);
    await page.getByTitle("Show or hide the preview").click();
    await page.frameLocator("#preview-pane").getByText("Pocket Developer").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByTitle("Show or hide the preview").click();
    expect(await editor.input("title").inputValue()).toBe("Pocket Developer");
  });

  it("shows messages below its buttons", async () => {
    const slug = livePost;
    const editor = await openCms(`/collections/jobs/entries/${slug}`, { width: 390 });
    await editor.write("contact", "Ms Pocket");
    await editor.save();
    const { page } = editor;
    await expectBelow(toastOf(page), page.getByText("Saved", { exact: true }));
  });

  it("has nothing on top of the account menu in the list", async () => {
    const { page } = await openCms("/collections/jobs", { width: 390 });
    const views = page.getByRole("button", { name: "List view option" });
    await expectBelow(views, page.locator("header").first());
  });
});

/** Shows that a post is saved. */
function toastOf(page: Page): Locator {
  return page.locator(".Toastify__toast").filter({ hasText: "Post saved." });
}

/** Asserts that one part of a page is entirely below another. */
async function expectBelow(lower: Locator, upper: Locator): Promise<void> {
  await lower.waitFor();
  await upper.waitFor();
  const [below, above] = await Promise.all([lower.boundingBox(), upper.boundingBox()]);
  expect(below?.y).toBeGreaterThanOrEqual(
    (above?.y ?? Number.POSITIVE_INFINITY) + (above?.height ?? 0),
  );
}

async function readLines(slug: string): Promise<string[]> {
  return new TextDecoder().decode(await board.read(slug)).split("\n");
}

/** Properties of a post that only the site’s styles set. */
async function lookOf(article: Locator) {
  return await article.locator(".facts").evaluate((facts) => {
    const { backgroundColor, borderTopWidth, fontFamily } = getComputedStyle(facts);
    return { backgroundColor, borderTopWidth, fontFamily };
  });
}

describe("a paste into the CMS", () => {
  const text = (editor: Editor) => editor.field("description").locator("[contenteditable=true]");
  const wordsIn = async (editor: Editor) =>
    (await text(editor).innerText()).replace(/[\ufeff\n]/g, "");

  async function pasteInto(editor: Editor, clipboard: { html?: string; text: string }) {
    await text(editor).click();
    await copyAndPaste(editor.page, clipboard);
  }

  /** Pastes from each program, sees what the preview shows, and undoes it. */
  async function pasteFromAll(editor: Editor, whenPasted: (markdown: string) => Promise<void>) {
    const preview = editor.page.frameLocator("#preview-pane").locator("#description + div");
    for (const [program, { markdown, ...clipboard }] of Object.entries(copied)) {
      await pasteInto(editor, clipboard);
      await expect
        .poll(async () => closeUp(await preview.innerHTML()), { ...patiently, message: program })
        .toBe(closeUp(renderMarkdown(markdown)));
      await whenPasted(markdown);
      await editor.page.keyboard.press("Control+Z");
      await expect.poll(() => wordsIn(editor), { ...patiently, message: program }).toBe("");
    }
  }

  const closeUp = (page: string) => page.replace(/>\s+</g, "><").trim();

  it("is clean rich text from every program, removed by one undo, and saved as elsewhere", async () => {
    const editor = await openCms("/collections/jobs/new");
    await pasteFromAll(editor, async () => {
      const box = await text(editor).innerHTML();
      expect(box).not.toMatch(/utm_|Mso|docs-internal|font-|<p[^>]*>\s*<\/p>|<(?:button|i)\b/);
    });
    await pasteInto(editor, copied.Word);
    await text(editor).locator("table").waitFor();
    const { job } = await newPost(async () => {
      await fillInButDescription(editor, { title: "Task Writer", company: "Example Pastes" });
      await editor.choose("workplace", "Remote");
      await editor.choose("remote_from", "Austria");
      await editor.save();
    });
    expect(job.description.replace(/ -+ /g, " - ")).toBe(copied.Word.markdown);
  });

  it("is clean Markdown from every program in plain mode, and removed by one undo", async () => {
    const editor = await openCms("/collections/jobs/new");
    await editor.field("description").getByRole("switch").click();
    await pasteFromAll(editor, async (markdown) => {
      const lines = await text(editor).locator("[data-slate-node=element]").allInnerTexts();
      expect(lines.map((line) => line.replace(/[\ufeff\n]/g, "")).join("\n")).toBe(markdown);
    });
  });

  it("follows the block with the cursor, or the link, and is removed by one undo", async () => {
    const editor = await openCms("/collections/jobs/new");
    const { page } = editor;
    await pasteInto(editor, copied.Word);
    const rich = text(editor);
    await rich.getByText("Your tasks").click();
    await page.keyboard.press("End");
    await copyAndPaste(page, { html: "<p>Again</p><ul><li>one</li></ul>", text: "" });
    await rich.locator("li", { hasText: /^one$/ }).waitFor();
    await page.keyboard.press("Control+Z");
    await expect.poll(() => rich.innerText(), patiently).not.toContain("Again");
    expect(await rich.innerText()).toContain("with types");
    await rich.locator("a").click();
    await copyAndPaste(page, { html: "<p>Within</p><ul><li>two</li></ul>", text: "" });
    await expect.poll(() => rich.innerText(), patiently).toMatch(/Within.*two/s);
  });

  it("has lists instead of typed bullets in rich text", async () => {
    const editor = await openCms("/collections/jobs/new");
    await pasteInto(editor, { text: "You will:\r\n\uf0b7\tWrite\r\n\uf0b7\tRead" });
    await expect
      .poll(() => text(editor).locator("ul > li").allInnerTexts(), patiently)
      .toEqual(["Write", "Read"]);
  });
});
