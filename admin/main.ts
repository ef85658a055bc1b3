/** The page of the editor: connects the board's check, the site's templates and Decap, and starts it. */

import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import { createElement, useMemo } from "react";
import * as words from "#words/editor.ts";
import type { AdminSettings, UsableBackend } from "../src/board/admin-settings.ts";
import { settingsElement } from "../src/board/admin-settings.ts";
import { CityNames } from "../src/board/cities/city-names.ts";
import { suggestCities } from "../src/board/cities/suggestions.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { pathPrefix } from "../src/board/config.ts";
import type { Instant } from "../src/board/days.ts";
import { dayOf } from "../src/board/days.ts";
import type { EditedPost, FormProblem } from "../src/board/form/check-form.ts";
import { furtherPlaces } from "../src/board/form/fields.ts";
import { readNameInPlaces } from "../src/board/job/places.ts";
import { problemText } from "../src/board/problem.ts";
import { previewHtml } from "../src/site/checked-preview.ts";
import { createTemplates } from "../src/site/templates.ts";
import { checkedControl } from "./checked-control.ts";
import { cityControl } from "./city-input.ts";
import {
  cmsConfig,
  cmsFields,
  collectionNames,
  formatName,
  localeName,
  noMediaLibrary,
} from "./cms-config.ts";
import { changedPost, cms, cmsStore, decapWords, proxyBackend, widgets } from "./decap-modules.ts";
import type { Entry } from "./decap-types.ts";
import { keepEarly } from "./early-backup.ts";
import { ErrorStore } from "./errors.ts";
import { entryFromForm, formFromEntry, jobFormat, placesControl } from "./job-format.ts";
import { noticeControl } from "./notice-control.ts";
import { OpenFields } from "./open-fields.ts";
import { convertPastes } from "./paste.ts";
import { makePlacesControl } from "./places-control.ts";
import { boardMarkdown } from "./rich-text.ts";
import type { CheckedPost } from "./save.ts";
import { checkPost, prepareSave } from "./save.ts";
import { registerSubmitting, showSubmissionNotice } from "./submitting.ts";

const settings: AdminSettings = JSON.parse(
  document.getElementById(settingsElement)?.textContent ?? "null",
);
start(settings);

/** Registers the board's extensions, and starts Decap. */
function start({ board: config, backend, stylesheets }: AdminSettings): void {
  const cities = loadCities();
  const checkEntry = cachedCheck(config, cities);
  registerForm(config, checkEntry, cities);
  registerPreview(config, checkEntry, stylesheets);
  const errors = new ErrorStore();
  registerFile(config, errors);
  cms.registerRemarkPlugin(boardMarkdown);
  cms.registerBackend("proxy", proxyBackend);
  registerSubmitting(config, errors);
  cms.registerLocale("en", decapWords);
  cms.registerLocale(localeName, words.decap);
  presetBrowser(backend);
  convertPastes();
  const siteUrl = new URL(pathPrefix(config), location.href).href;
  cms.init({ config: cmsConfig(config, backend, siteUrl) });
  keepEarly(cmsStore.subscribe, changedPost);
  if (backend.kind === "github") showSubmissionNotice(config, { ...backend, siteUrl, errors });
}

/** Better defaults for what Decap stores in the browser. */
function presetBrowser(backend: UsableBackend): void {
  // Locally, Decap would ask people to sign in with just a button.
  if (backend.kind === "local") localStorage.setItem("decap-cms-user", '{"backendName":"proxy"}');
  // On a phone the preview covers the form (admin.css), so it starts hidden.
  const isNarrow = matchMedia("(max-width: 799px)").matches;
  if (isNarrow) localStorage.setItem("cms.right-pane", "none");
}

/** The names of cities, as soon as they are loaded. */
type Cities = { names?: CityNames };

function loadCities(): Cities {
  const cities: Cities = {};
  const load = async () => {
    const { default: table } = await import("../src/board/cities/table.json", {
      with: { type: "json" },
    });
    cities.names = new CityNames(table.cities);
  };
  // Without the names there are only fewer suggestions and less advice.
  load().catch(() => undefined);
  return cities;
}

type CheckEntry = (entry: Entry) => CheckedPost;

/** Checks the post in the editor, once for each change, because many controls ask for the result. */
function cachedCheck(config: BoardConfig, cities: Cities): CheckEntry {
  const known = new WeakMap<object, CheckedPost>();
  return (entry) => {
    const data: object = entry.get("data");
    const found =
      known.get(data) ??
      checkPost(editedPost(entry), config, { today: dayOf(now()), login: undefined }, cities.names);
    known.set(data, found);
    return found;
  };
}

function registerForm(config: BoardConfig, checkEntry: CheckEntry, cities: Cities): void {
  const fields = cmsFields(config);
  const shown = new Set(fields.filter(({ label }) => label).map(({ name }) => name));
  const isError = ({ severity }: FormProblem) => severity === "error";
  const hasControl = ({ control }: FormProblem) =>
    control !== null && (shown.has(control) || readNameInPlaces(control) !== undefined);

  const changes = new EventTarget();
  const changed = () => changes.dispatchEvent(new Event("change"));

  const check = (entry: Entry, control: string) => {
    const errors = checkEntry(entry).problems.filter(isError);
    const found = errors.find((problem) => problem.control === control);
    return found && problemText(found);
  };
  const isGiven = (entry: Entry, control: string) => {
    const { job, missing } = checkEntry(entry);
    return control in job && !missing.has(control);
  };
  const suggest = (typed: string, country: string) =>
    cities.names ? suggestCities(cities.names, typed, country) : [];
  const open = new OpenFields();
  for (const widget of [...widgets, { name: "city", controlComponent: cityControl(suggest) }]) {
    const controlComponent = checkedControl(widget.controlComponent, check, isGiven, open, changed);
    cms.registerWidget({ ...widget, controlComponent });
  }
  const verdict = (entry: Entry) => {
    const { unreadable, problems } = checkEntry(entry);
    return {
      unreadable,
      errors: problems.filter((problem) => isError(problem) && !hasControl(problem)),
      advice: problems.filter((problem) => !isError(problem)),
    };
  };
  const places = makePlacesControl(check, suggest, furtherPlaces(config), open, changed);
  cms.registerWidget({ name: placesControl, controlComponent: places });
  const notice = noticeControl(verdict, fields, open, changes);
  cms.registerWidget({ name: "notice", controlComponent: notice });
}

function registerPreview(
  config: BoardConfig,
  checkEntry: CheckEntry,
  stylesheets: readonly string[],
): void {
  const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), config);
  const render = (template: string, context: object) => templates.render(template, context);
  const preview = postPreview((entry) => previewHtml(checkEntry(entry), config, now(), render));
  for (const collection of collectionNames) cms.registerPreviewTemplate(collection, preview);
  for (const address of stylesheets) cms.registerPreviewStyle(address);
}

/** Creates the component in the preview's frame. */
function postPreview(htmlOf: (entry: Entry) => string) {
  return function PostPreview({ entry }: { entry: Entry }) {
    const data: unknown = entry.get("data");
    // biome-ignore lint/correctness/useExhaustiveDependencies: the entry changes with every focus, its data only when somebody types.
    const html = useMemo(() => htmlOf(entry), [data]);
    // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the site's own template, escaped as on the site.
    return createElement("main", { id: "main", dangerouslySetInnerHTML: { __html: html } });
  };
}

function registerFile(config: BoardConfig, errors: ErrorStore): void {
  cms.registerCustomFormat(formatName, "md", jobFormat(config));
  cms.registerEventListener({
    name: "preSave",
    handler: ({ entry, author }) => {
      const stamp = { today: dayOf(now()), login: author.login || undefined };
      const form = errors.watch(() => prepareSave(editedPost(entry), config, stamp));
      return entry.get("data").clear().merge(entryFromForm(form));
    },
  });
  // Posts have no images or files, so there must be no way to add any.
  const nothing = { show: () => undefined, hide: () => undefined, enableStandalone: () => false };
  cms.registerMediaLibrary({ name: noMediaLibrary, init: () => nothing });
}

function editedPost(entry: Entry): EditedPost {
  const isNew = entry.get("newRecord") === true;
  return {
    form: formFromEntry(entry.get("data").toJS()),
    path: isNew ? undefined : entry.get("path"),
  };
}

function now(): Instant {
  return DateTime.utc();
}
