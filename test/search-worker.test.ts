/** The search as pages use it: by a worker, under the site's policy, with the files of a real build. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { SearchResults } from "../src/board/search/results.ts";
import { emptyState } from "../src/board/search/search-state.ts";
import { bundle } from "../src/services/bundle.ts";
import { exampleNow } from "./example-job.ts";
import { livePosts } from "./example-posts.ts";
import { expected, showSite } from "./site-in-browser.ts";

/** Searches for texts at the same time, as somebody who types. Results that nobody waits for any more are missing. */
async function searchFor(
  page: Page,
  texts: readonly string[],
): Promise<(SearchResults | undefined)[]> {
  const address = "/search-in-worker.js";
  const [script] = await bundle({ [address]: "src/site/browser/search-in-worker.ts" });
  await page.route(`**${address}`, (route) =>
    route.fulfill({ contentType: "text/javascript", body: script?.content ?? "" }),
  );
  const states = texts.map((text) => ({ ...emptyState, text }));
  return await page.evaluate(
    async ([module, all, now]) => {
      const { WorkerSearch } = await import(module);
      const search = new WorkerSearch("/assets/search-worker.js");
      return await Promise.all(all.map((state) => search.search(state, now)));
    },
    [address, states, exampleNow.toSeconds()] as const,
  );
}

it("finds posts, and skips what was typed over", async () => {
  await using shown = await showSite(livePosts);
  const page = await shown.open("/jobs/");
  const [first, skipped, last] = await searchFor(page, [
    "c++",
    "c++ an",
    "c++ and python develoepr",
  ]);
  expect(first?.total).toBeGreaterThan(0);
  expect(skipped).toBeUndefined();
  expect(last?.rows.map(({ title }) => title)).toEqual(["C++ and Python Developer"]);
  expect(last?.corrections).toEqual([{ typed: "develoepr", taken: ["developer"] }]);
});

it("says so if the site has no index", async () => {
  await using shown = await showSite(livePosts);
  const page = await shown.open("/jobs/", expected);
  await page.route("**/jobs/search/*", (route) => route.fulfill({ status: 404 }));
  await expect(searchFor(page, ["python"])).rejects.toThrow("/jobs/search/index.bin");
});
