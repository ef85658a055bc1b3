/** A post with several places, from the form to the pages of the board. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJobFile } from "../src/board/job/file.ts";
import type { Job, JobPlace } from "../src/board/job/schema.ts";
import type { PageOptions } from "./browser.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";
import { buildExample } from "./example-site.ts";
import {
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubPages,
  type SiteInBrowser,
  showSite,
} from "./site-in-browser.ts";

const places: JobPlace[] = [
  { city: "Berlin", country: "DE" },
  { city: "Portland", region: "Maine", country: "US" },
  { city: "Portland", region: "Oregon", country: "US" },
  { city: "São Paulo", region: "São Paulo", country: "BR" },
  { city: "東京", country: "JP" },
];

let shown: SiteInBrowser;

beforeAll(async () => {
  shown = await showSite({});
});

afterAll(() => shown[Symbol.asyncDispose]());

async function open(query = "", options: PageOptions = {}): Promise<Page> {
  const page = await shown.open(`/jobs/create/form/${query}`, options);
  await page.locator("#form").waitFor();
  return page;
}

const add = (page: Page) => page.getByRole("button", { name: "Add another place" });
const remove = (page: Page, number: number) =>
  page.getByRole("button", { name: `Remove place ${number}` });
const group = (page: Page, number: number) => page.locator(`#place-${number}`);
const cities = (page: Page) =>
  page
    .getByLabel("City", { exact: true })
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const hasFocus = (element: Locator) => element.evaluate((one) => one === document.activeElement);

async function writePlace(page: Page, number: number, place: JobPlace): Promise<void> {
  const own = group(page, number);
  await own.getByLabel("City", { exact: true }).fill(place.city ?? "");
  await own.getByLabel(/^Region or state/).fill(place.region ?? "");
  await own.getByLabel("Country", { exact: true }).selectOption(place.country ?? "");
}

/** Writes everything but the places. */
async function writeRest(page: Page): Promise<void> {
  for (const [label, text] of [
    ["Job title", "Data Engineer"],
    ["Company", "Example Analytics GmbH"],
    ["Link to apply", "https://jobs.example.net/data-engineer"],
    ["Description", exampleJob.description],
    ["Requirements", exampleJob.requirements],
    ["GitHub username", "octo-sam"],
  ] as const) {
    await page.getByRole("textbox", { name: label, exact: true }).fill(text);
  }
  await page.getByLabel("Category").selectOption(exampleJob.category);
  await page.getByLabel("On site", { exact: true }).check();
}

/** Sends the form, and reads the file that GitHub’s editor is opened with. */
async function sent(page: Page): Promise<{ file: string; job: Job; text: string }> {
  const context = page.context();
  await context.route(`${gitHubPages}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>GitHub</title>" }),
  );
  const opening = context.waitForEvent("page");
  await page.getByRole("button", { name: "Continue on GitHub" }).click();
  const other = await opening;
  await other.waitForURL(`${gitHubPages}/**`);
  const { searchParams } = new URL(other.url());
  const [file = "", text = ""] = ["filename", "value"].map((name) => searchParams.get(name) ?? "");
  const read = readJobFile(file, text, exampleConfig);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { file, job: read.job, text };
}

describe("a job with five places", () => {
  it("is written in the form, and listed at each of them", async () => {
    const page = await open();
    await writeRest(page);
    for (const [index, place] of places.entries()) {
      if (index > 0) await add(page).click();
      await writePlace(page, index + 1, place);
    }
    expect(await add(page).isVisible()).toBe(false);
    const paper = page.locator("#paper");
    await expect
      .poll(() => paper.innerText())
      .toContain("Portland, Maine, United States\nPortland, Oregon, United States");

    const { file, job, text } = await sent(page);
    expect(job.places).toEqual(places);
    expect(text).toContain(
      "\nplaces:\n  - {city: Berlin, country: DE}\n  - {city: Portland, region: Maine, country: US}\n",
    );

    const site = await buildExample({ [file]: job });
    const slugs = ["berlin-de", "portland-maine-us", "portland-oregon-us", "sao-paulo-br"];
    for (const slug of [...slugs, "de", "us", "br", "jp"]) {
      const list = await site.read(`jobs/location/${slug}/index.html`);
      expect(list.match(/<h2><a/g)).toHaveLength(1);
      expect(list).toContain(">Berlin, Germany</a> and 4 more</p>");
    }
    const html = await site.read(`${file.replace(/\.md$/, "")}/index.html`);
    expect(html).toContain("東京, Japan");
    expect(html).toContain('"addressLocality":"東京"');
    expect(html).toContain("· Berlin, Germany and 4 more ·");
  });
});

describe("the places in the form", () => {
  it("are added and removed with the keyboard, and keep their values", async () => {
    const page = await open();
    const first = group(page, 1);
    expect(await first.locator("legend").isVisible()).toBe(false);
    expect(await remove(page, 1).count()).toBe(0);

    await writePlace(page, 1, { city: "Berlin", country: "DE" });
    for (const city of ["Munich", "Graz"]) {
      await add(page).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.insertText(city);
    }
    expect(await first.getByRole("group", { name: "Place 1" }).or(first).isVisible()).toBe(true);
    expect(await cities(page)).toEqual(["Berlin", "Munich", "Graz"]);

    await page.reload();
    expect(await cities(page)).toEqual(["Berlin", "Munich", "Graz"]);

    await remove(page, 2).focus();
    await page.keyboard.press("Enter");
    expect(await cities(page)).toEqual(["Berlin", "Graz"]);
    expect(await hasFocus(add(page))).toBe(true);
    expect(await page.locator("#repaired").textContent()).toBe("Place 2 removed.");

    await remove(page, 1).click();
    expect(await cities(page)).toEqual(["Graz"]);
    expect(await first.locator("legend").isVisible()).toBe(false);
    expect(await remove(page, 1).count()).toBe(0);
    await page.reload();
    expect(await cities(page)).toEqual(["Graz"]);
  });

  it("have their problems next to each field, and links to them", async () => {
    const page = await open();
    await writeRest(page);
    await writePlace(page, 1, { city: "Berlin", country: "DE" });
    await add(page).click();
    await writePlace(page, 2, { city: "Munich" });
    await page.getByRole("button", { name: "Continue on GitHub" }).click();
    const summary = page.locator("#summary");
    await summary.getByRole("link", { name: /^“Country of place 2” is missing/ }).click();
    const country = group(page, 2).getByLabel("Country", { exact: true });
    expect(await hasFocus(country)).toBe(true);
    expect(await country.getAttribute("aria-invalid")).toBe("true");
    const described = (await country.getAttribute("aria-describedby")) ?? "";
    expect(await page.locator(`[id="${described}"]`).textContent()).toMatch(
      /^“Country of place 2”/,
    );
    await country.selectOption("DE");
    await expect.poll(() => country.getAttribute("aria-invalid")).toBeNull();
  });

  it("are one place in the file if the others are empty", async () => {
    const page = await open();
    await writeRest(page);
    await writePlace(page, 1, { city: "Berlin", country: "DE" });
    await add(page).click();
    await add(page).click();
    const { job } = await sent(page);
    expect(job).toMatchObject({ city: "Berlin", country: "DE" });
    expect(job).not.toHaveProperty("places");
  });

  it("are added by the correction of a city that is several, and removed by its undo", async () => {
    const page = await open();
    await page.getByLabel("Hybrid", { exact: true }).check();
    await writePlace(page, 1, { city: "Berlin / Munich", country: "DE" });
    await page.keyboard.press("Tab");
    await group(page, 1).getByRole("button", { name: "Correct it" }).click();
    expect(await cities(page)).toEqual(["Berlin", "Munich"]);
    await group(page, 1).getByRole("button", { name: "Undo" }).click();
    expect(await cities(page)).toEqual(["Berlin / Munich"]);
  });

  it("are filled in by a link, and cleared with the form", async () => {
    const page = await open("?city=Berlin&country=DE&places.2.city=Graz&places.2.country=AT");
    expect(await cities(page)).toEqual(["Berlin", "Graz"]);
    page.on("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Clear form" }).click();
    expect(await cities(page)).toEqual([""]);
  });

  it("are accessible, also with problems and on a phone", async () => {
    const page = await open();
    for (const number of [2, 3]) {
      await add(page).click();
      await writePlace(page, number, { city: `Town ${number}` });
    }
    await page.getByRole("button", { name: "Continue on GitHub" }).click();
    await expectOpenToEverybody(page);
    await expectLargeTargets(page);
    await expectNoSidewaysScrolling(page);
  });
});
