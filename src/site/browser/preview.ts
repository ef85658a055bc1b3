/**
 * Shows a submission as it will look, read from GitHub and rendered here by the board's own rules and
 * template. What a stranger wrote is data to both of them.
 */
import { boardConfig } from "virtual:board-config";
import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import { createTemplates } from "../templates.ts";
import { elementById, make } from "./elements.ts";
import { thisMoment } from "./moment.ts";
import { previewFailureText } from "./preview-words.ts";
import { pullNumber } from "./pull-number.ts";
import { readSubmittedFile, type SubmittedFile } from "./submitted-file.ts";
import { previewOf } from "./submitted-post.ts";

const { api = "", pull = "" } = elementById("preview").dataset;
const status = elementById("status");

await showPreview();

async function showPreview(): Promise<void> {
  const asked = pullNumber(location.search);
  if (!asked.ok) {
    status.textContent = asked.message;
    return;
  }
  const link = make("a", { href: pull + asked.number }, `Pull request #${asked.number}`);
  elementById("links").prepend(make("li", {}, link));
  status.textContent = "Asking GitHub…";
  const file = await readSubmittedFile(api, asked.number);
  if (!file.ok) {
    status.textContent = previewFailureText(file.failure, asked.number);
    return;
  }
  try {
    showFile(file);
  } catch (error) {
    status.textContent =
      "The post cannot be shown. This is a fault of the board, not of the post: please tell its maintainers.";
    throw error;
  }
}

function showFile(file: Extract<SubmittedFile, { ok: true }>): void {
  const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), boardConfig);
  const now = DateTime.fromMillis(thisMoment(), { zone: "utc" });
  if (!now.isValid) throw new Error("The browser’s clock is not set.");
  const context = { ...previewOf(file, boardConfig, now), file };
  elementById("submitted").innerHTML = templates.render("submitted.njk", context);
  // The post brings its own heading.
  if (context.post) {
    elementById("heading").remove();
    document.title = `Preview: ${context.post.job.title} · ${boardConfig.name}`;
  }
  status.textContent = "";
}
