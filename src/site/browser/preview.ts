/**
 * Shows a submission as it will look: loaded from GitHub, checked and rendered here by the board’s own rules
 * and template. To both, what a stranger wrote is data.
 */
import { boardConfig } from "virtual:board-config";
import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import { loading } from "#words/github-answers.ts";
import * as post from "#words/post.ts";
import * as words from "#words/reviewer-pages.ts";
import type { CityNames } from "../../board/cities/city-names.ts";
import { createTemplates } from "../templates.ts";
import { loadCityNames } from "./city-names.ts";
import { failureText } from "./github.ts";
import { elementById, make, thisMoment } from "./page.ts";
import { pullNumber, readSubmittedFile, type SubmittedFile } from "./submitted-file.ts";
import { previewOf } from "./submitted-post.ts";

const { api = "", pull = "", cities: table = "" } = elementById("preview").dataset;
const status = elementById("status");

await showPreview();

async function showPreview(): Promise<void> {
  const asked = pullNumber(location.search);
  if (!asked.ok) {
    status.textContent = asked.message;
    return;
  }
  const link = make("a", { href: pull + asked.number }, words.numberedPull(asked.number));
  elementById("links").prepend(make("li", {}, link));
  status.textContent = loading;
  // Without it, there is just no advice on the names of cities.
  const loadingCities = loadCityNames(table).catch(() => undefined);
  const file = await readSubmittedFile(api, asked.number);
  if (!file.ok) {
    status.textContent = failureTextOf(file.failure, asked.number);
    return;
  }
  try {
    showFile(file);
    const cities = await loadingCities;
    if (cities) showFile(file, cities);
  } catch (error) {
    status.textContent = words.previewFailed;
    throw error;
  }
}

function showFile(file: Extract<SubmittedFile, { ok: true }>, cities?: CityNames): void {
  const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), boardConfig, {
    post,
    submitted: words.submitted,
  });
  const now = DateTime.fromMillis(thisMoment(), { zone: "utc" });
  if (!now.isValid) throw new Error("The browser’s clock is not set.");
  const context = { ...previewOf(file, boardConfig, now, cities), file };
  elementById("submitted").innerHTML = templates.render("submitted.njk", context);
  // The post has its own heading.
  if (context.post) {
    document.getElementById("heading")?.remove();
    document.title = words.previewTitle(context.post.job.title, boardConfig.name);
  }
  status.textContent = "";
}

function failureTextOf(
  failure: Extract<SubmittedFile, { ok: false }>["failure"],
  pull: number,
): string {
  switch (failure.kind) {
    case "missing":
      return words.noSuchPull(pull);
    case "no-post":
      return words.noPostIn(pull);
    case "many-posts":
      return words.manyPostsIn(pull, failure.count);
    case "removed":
      return words.deletedIn(pull, failure.path);
    case "too-large":
      return words.tooLargeIn(pull);
    default:
      return failureText(failure);
  }
}
