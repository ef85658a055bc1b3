import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApiJob } from "../src/board/rules/same-job.ts";
import type { PageOptions } from "./browser.ts";
import { exampleDay } from "./example-job.ts";
import { examplePosts } from "./example-posts.ts";
import { listedPull } from "./github-answers.ts";
import {
  expected,
  expectOpenToEverybody,
  gitHubPages,
  type SiteInBrowser,
  showSite,
} from "./site-in-browser.ts";

let shown: SiteInBrowser;
let listed: ApiJob;

beforeAll(async () => {
  shown = await showSite(examplePosts);
  const { jobs }: { jobs: ApiJob[] } = JSON.parse(await shown.site.read("api/jobs.json"));
  const found = jobs.find(({ city }) => city !== null);
  if (!found) throw new Error("No listed job has a city.");
  listed = found;
});

afterAll(() => shown[Symbol.asyncDispose]());

beforeEach(() => shown.gitHub.answer({}));

const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const notice = (page: Page) => page.locator("#same");

/** Fills in a whole post. */
async function write(
  page: Page,
  job: { title: string; company: string; city: string; country: string },
): Promise<void> {
  await page.getByLabel("On site", { exact: true }).check();
  for (const name of ["title", "company", "city"] as const) await field(page, name).fill(job[name]);
  await field(page, "country").selectOption(job.country);
  await field(page, "category").selectOption({ index: 1 });
  await field(page, "apply_url").fill("https://jobs.example.net/1");
  await field(page, "description").fill("You build pipelines in Python.");
  await field(page, "requirements").fill("Some years of Python.");
  await field(page, "login").fill("anna");
}

async function open(options: PageOptions = {}): Promise<Page> {
  const page = await shown.open("/jobs/create/form/", options);
  await page.locator("#form").waitFor();
  return page;
}

/** Goes on to GitHub, and returns the name of the file. */
async function sentAs(page: Page): Promise<string | null> {
  await page.context().route(`${gitHubPages}/**`, (route) => route.fulfill({ body: "" }));
  const opening = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Continue on GitHub" }).click();
  return new URL((await opening).url()).searchParams.get("filename");
}

describe("a job that is on the board already", () => {
  it("is named before the post is sent, with a way to that post and a way on", async () => {
    const page = await open();
    const title = `${listed.title.toUpperCase()} (m/f/d)`;
    const { company, city, country } = listed;
    await write(page, { title, company, city: city ?? "", country: country ?? "" });
    await notice(page).getByText("on the board already").waitFor();
    const link = notice(page).getByRole("link", { name: "Edit that post" }).first();
    expect(await link.getAttribute("href")).toBe(`/jobs/create/form/?edit=${listed.id}`);
    await page.getByRole("button", { name: "Continue on GitHub" }).click();
    expect(await notice(page).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(page.context().pages()).toHaveLength(1);
    await expectOpenToEverybody(page);

    await page.getByRole("button", { name: "It is another job" }).click();
    expect(await notice(page).isVisible()).toBe(false);
    expect(await sentAs(page)).toMatch(/-[a-z0-9]{7}\.md$/);
  });
});

describe("a job that waits for review already", () => {
  const job = {
    title: "Weather Engineer",
    company: "Example Weather",
    city: "Graz",
    country: "AT",
  };

  it.each([
    [
      "by the title that the board gives",
      "Add “Weather Engineer” at Example Weather Ltd.",
      ["new post"],
    ],
    [
      "by the name of its file",
      `Create ${exampleDay}-example-weather-weather-engineer-graz.md`,
      [],
    ],
  ])("is found %s", async (_, title, labels) => {
    shown.gitHub.answer({ "/issues": { body: [listedPull(5, labels, { title })] } });
    const page = await open();
    await write(page, job);
    await notice(page).getByText("waiting for review already").waitFor();
    const link = notice(page).getByRole("link", { name: "Edit that post" });
    expect(await link.getAttribute("href")).toBe("/jobs/create/form/?pr=5");
    await field(page, "title").fill("Climate Engineer");
    await notice(page).waitFor({ state: "hidden" });
    expect(shown.gitHub.asked).toEqual(["/issues?state=open&per_page=100"]);
  });

  it("is not looked for in changes to listed posts, and nothing is said if GitHub does not answer", async () => {
    const title = "Change “Weather Engineer” at Example Weather";
    shown.gitHub.answer({ "/issues": { body: [listedPull(5, ["edit"], { title })] } });
    const page = await open(expected);
    await write(page, job);
    shown.gitHub.answer({ "/issues": { status: 403 } });
    await page.reload();
    await field(page, "login").fill("anna");
    expect(await sentAs(page)).toBe(`jobs/${exampleDay}-example-weather-weather-engineer-graz.md`);
  });
});
