/** The page of the CMS: joins the core, the site's templates and Decap, and starts it. */

import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import type { AdminSettings } from "../src/board/admin-settings.ts";
import { settingsElement } from "../src/board/admin-settings.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { Instant } from "../src/board/days.ts";
import { dayOf } from "../src/board/days.ts";
import type { Problem } from "../src/board/problem.ts";
import { createTemplates } from "../src/site/templates.ts";
import { checkedControl } from "./checked-control.ts";
import {
  cmsConfig,
  collectionNames,
  formatName,
  localeName,
  noMediaLibrary,
} from "./cms-config.ts";
import type { Entry } from "./decap.ts";
import { backends, cms, english, widgets } from "./decap-parts.ts";
import { controlFor, formFields } from "./form-fields.ts";
import { describe, jobFormat } from "./job-format.ts";
import { noticeControl } from "./notice-control.ts";
import { phrases } from "./phrases.ts";
import { postPreview, previewHtml } from "./preview.ts";
import type { CheckedPost, EditedPost } from "./save.ts";
import { checkPost, prepareSave } from "./save.ts";

const settings: AdminSettings = JSON.parse(
  document.getElementById(settingsElement)?.textContent ?? "null",
);
start(settings);

/** Tells Decap of everything that is the board's own, and starts it. */
function start({ board: config, backend, stylesheets }: AdminSettings): void {
  const judge = rememberingJudge(config);
  registerForm(config, judge);
  registerPreview(config, judge, stylesheets);
  registerFile(config);
  for (const [name, backendClass] of Object.entries(backends)) {
    cms.registerBackend(name, backendClass);
  }
  cms.registerLocale("en", english);
  cms.registerLocale(localeName, phrases);
  cms.init({ config: cmsConfig(config, backend) });
}

type Judge = (entry: Entry) => CheckedPost;

/** The core's verdict on what is in the editor. Many controls ask for it; it is found once for each change. */
function rememberingJudge(config: BoardConfig): Judge {
  const known = new WeakMap<object, CheckedPost>();
  return (entry) => {
    const data: object = entry.get("data");
    const found =
      known.get(data) ??
      checkPost(editedPost(entry), config, { today: dayOf(now()), login: undefined });
    known.set(data, found);
    return found;
  };
}

function registerForm(config: BoardConfig, judge: Judge): void {
  const fields = formFields(config);
  const visible = new Set(fields.filter(({ label }) => label).map(({ name }) => name));
  const labelOf = (control: string) =>
    fields.find(({ name }) => name === control)?.label ?? control;
  const belongsTo = (control: string, { field }: Problem) =>
    field !== null && controlFor(field) === control;
  const isError = ({ severity }: Problem) => severity === "error";

  const check = (entry: Entry, control: string) => {
    const found = judge(entry).problems.filter(isError);
    return found.find((problem) => belongsTo(control, problem));
  };
  for (const widget of widgets) {
    const controlComponent = checkedControl(widget.controlComponent, (entry, control) => {
      const problem = check(entry, control);
      return problem && describe(problem);
    });
    cms.registerWidget({ ...widget, controlComponent });
  }
  const notice = noticeControl((entry) => {
    const { unreadable, problems } = judge(entry);
    return {
      unreadable,
      errors: problems.filter(isError).filter(({ field }) => !visible.has(controlFor(field ?? ""))),
      advice: problems.filter((problem) => !isError(problem)),
    };
  }, labelOf);
  cms.registerWidget({ name: "notice", controlComponent: notice });
}

function registerPreview(config: BoardConfig, judge: Judge, stylesheets: readonly string[]): void {
  const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), config);
  const render = (template: string, context: object) => templates.render(template, context);
  const preview = postPreview((entry) => previewHtml(judge(entry), config, now(), render));
  for (const collection of collectionNames) cms.registerPreviewTemplate(collection, preview);
  for (const address of stylesheets) cms.registerPreviewStyle(address);
}

function registerFile(config: BoardConfig): void {
  cms.registerCustomFormat(formatName, "md", jobFormat(config));
  cms.registerEventListener({
    name: "preSave",
    handler: ({ entry, author }) => {
      const stamp = { today: dayOf(now()), login: author.login || undefined };
      return entry
        .get("data")
        .clear()
        .merge(prepareSave(editedPost(entry), config, stamp));
    },
  });
  // Posts hold no pictures or files: without a library there is no way to add any.
  const nothing = { show: () => undefined, hide: () => undefined, enableStandalone: () => false };
  cms.registerMediaLibrary({ name: noMediaLibrary, init: () => nothing });
}

function editedPost(entry: Entry): EditedPost {
  const isNew = entry.get("newRecord") === true;
  return { form: entry.get("data").toJS(), path: isNew ? undefined : entry.get("path") };
}

function now(): Instant {
  return DateTime.utc();
}
