/** A built site in a real browser, with fake responses from GitHub for its pages. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { BoardConfig } from "../src/board/config.ts";
import type { Job } from "../src/board/job/schema.ts";
import { openPage, type PageOptions } from "./browser.ts";
import { exampleConfig, exampleNow } from "./example-job.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { type GitHubAnswers, startGitHubAnswers } from "./github-answers.ts";
import { serveSite } from "./site-server.ts";

/** The repository of the example board. */
export const repository = "example-org/python-job-board";
/** The URL of GitHub’s pages in the site’s links, at which there is nothing. */
export const gitHubPages = "https://github.example.net";

/** Where GitHub’s API is in built sites, so that tests share them. Their server puts that of its answers there. */
export const gitHubApi = "https://api.github.example.net";

export type SiteInBrowser = AsyncDisposable & {
  site: ExampleSite;
  /** URL of the site, without a trailing slash. */
  origin: string;
  gitHub: GitHubAnswers;
  /** Opens an address at the time for which the board was built. Call it within a test. */
  open(address: string, options?: PageOptions): Promise<Page>;
};

/** Builds and serves the site of a board with the given posts. `flags`: of Node, for the build. */
export async function showSite(
  jobs: Readonly<Record<string, Job>>,
  config: BoardConfig = exampleConfig,
  flags: readonly string[] = [],
): Promise<SiteInBrowser> {
  const gitHub = await startGitHubAnswers(repository);
  const variables = { GITHUB_API_URL: `${gitHubApi}/api/v3`, GITHUB_SERVER_URL: gitHubPages };
  const site = await buildExample(jobs, { config, variables, flags });
  const server = await serveSite(site.folder, [gitHubApi, new URL(gitHub.apiUrl).origin]);
  return {
    ...{ site, gitHub, origin: server.origin },
    async open(address, options = {}) {
      const page = await openPage({ baseURL: server.origin, locale: "en-GB", ...options });
      await page.clock.setFixedTime(exampleNow.toJSDate());
      await page.goto(address);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await gitHub[Symbol.asyncDispose]();
    },
  };
}

/** Browsers log every error response to the console, even an expected one. */
export const expected = { allow: [/Failed to load resource/] };

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at colors. */
const colorRules = ["color-contrast", "link-in-text-block"];

/**
 * Violations that axe finds on the current page: WCAG 2.2 A and AA, and best practices.
 *
 * @param only the rules to check, if not all
 */
export async function violationsOn(page: Page, only?: readonly string[]): Promise<string[]> {
  // A document keeps it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await axe);
  // The same violations, without describing every element that has passed.
  const options = JSON.stringify({
    ...{ resultTypes: ["violations"], selectors: false },
    ...(only && { runOnly: only }),
  });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Asserts that a page is accessible on phones and desktops, in light and dark mode, which differ in colors only. */
export async function expectOpenToEverybody(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const rules = colorScheme === "light" ? undefined : colorRules;
      expect(await violationsOn(page, rules), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

/** Asserts that everything to press on a phone is at least 24 px high and wide (WCAG 2.5.8, without its exceptions). */
export async function expectLargeTargets(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  const small = await page.evaluate(() => {
    const controls = "a[href], button, summary, input, select, textarea";
    return [...document.querySelectorAll(controls)]
      .filter((control) => control.checkVisibility())
      .map((control) => ({
        control,
        box: (control.closest("label") ?? control).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height < 24 || box.width < 24)
      .map(({ control, box }) => `${control.outerHTML}: ${box.width} × ${box.height}`);
  });
  expect(small).toEqual([]);
}

/** Asserts that a page never scrolls sideways, even on a narrow phone. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}
