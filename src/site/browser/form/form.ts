/**
 * The form on the site: shows a preview and problems while somebody types, saves the draft, and passes on
 * the finished file. It uses the board's own rules, words and template.
 */
import { boardConfig } from "virtual:board-config";
import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import { confirmUndo, unchanged } from "#words/corrections.ts";
import * as words from "#words/form.ts";
import type { CityNames } from "../../../board/cities/city-names.ts";
import type { Instant } from "../../../board/days.ts";
import { dayOf } from "../../../board/days.ts";
import type { CheckedForm } from "../../../board/form/check-form.ts";
import { checkForm, loginControl } from "../../../board/form/check-form.ts";
import type { FormField } from "../../../board/form/fields.ts";
import { formFields, furtherPlaces } from "../../../board/form/fields.ts";
import type { FormData as FormValues } from "../../../board/form/form-data.ts";
import type { NewFile } from "../../../board/form/new-file.ts";
import { lastPlace, mostShown, placeControl, withoutPlace } from "../../../board/form/places.ts";
import { writeJobFile } from "../../../board/job/file.ts";
import { isPlacePart, readNameInPlaces } from "../../../board/job/places.ts";
import { readLogin } from "../../../board/login.ts";
import { previewHtml } from "../../checked-preview.ts";
import { createTemplates } from "../../templates.ts";
import { loadCityNames } from "../city-names.ts";
import { knownLogin, rememberLogin } from "../known-login.ts";
import { elementById, thisMoment } from "../page.ts";
import { suggestCities } from "./cities.ts";
import {
  addChosen,
  fillControls,
  fillField,
  fillLists,
  readControls,
  showLimits,
} from "./controls.ts";
import { openListedPost, openSentPost } from "./correction.ts";
import { keepChanges, keepDraft } from "./draft.ts";
import { offerAds } from "./offer-ads.ts";
import { convertPastes } from "./paste.ts";
import { placeCount, setPlaceCount } from "./places.ts";
import type { ShownProblem } from "./problems.ts";
import { showBesideFields, showSummary } from "./problems.ts";
import type { Repaired } from "./repairs.ts";
import { setFields } from "./repairs.ts";
import { SameJobNotice } from "./same-job.ts";
import { hideSteps, offerByMail, openFileOnGitHub, openOnGitHub } from "./send.ts";
import type { SentPost } from "./sent-post.ts";
import { startForm, startWith } from "./start.ts";

const form = elementById("form") as HTMLFormElement;
const login = elementById("field-login") as HTMLInputElement;
const { editor = "", api = "", converter = "", cities: table = "", gitHub = "" } = form.dataset;
const fields = [...formFields(boardConfig), ...furtherPlaces(boardConfig, mostShown)];
const placeFields = fields.filter(({ name }) => isPlacePart(name) || readNameInPlaces(name));
const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), boardConfig);

/** The fields that have lost focus once. Problems of other fields are not shown yet. */
const left = new Set<string>();

/** Milliseconds from typing to checking: long enough to keep typing, and to finish a click before the page changes. */
const pause = 250;
/** Until the next change. */
let repaired: Repaired | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;

/** Known once somebody has typed a city. */
let cities: CityNames | undefined;

/** The post in the form, if it was sent already or is listed. */
let sent: SentPost | undefined;

const same = new SameJobNotice({
  jobs: form.dataset.jobs ?? "",
  waiting: `${api}/issues?state=open&per_page=100`,
  edit: form.dataset.listed ?? "",
});

fillLists(fields);
login.value = knownLogin() ?? "";
listen();
convertPastes(form, converter);
offerAds({
  ...{ form, config: boardConfig, converter, fill: fillSome },
  cities: async () => cities ?? loadCityNames(table),
  current: () => readControls(form, fields),
});
suggestCities(form, {
  table,
  loaded(names) {
    cities = names;
    lookSoon();
  },
  announce(text) {
    elementById("repaired").textContent = text;
  },
});
await start();

async function start(): Promise<void> {
  const starting = { api, config: boardConfig, form, fill: (values: FormValues) => fill(values) };
  const opening = {
    ...{ ...starting, today: dayOf(now()), open: openPost },
    fillNew: (values: FormValues) => startWith(values, starting),
  };
  const query = new URLSearchParams(location.search);
  const [number, slug] = [query.get("pr"), query.get("edit")];
  if (number !== null) await openSentPost(number, opening);
  else if (slug !== null) await openListedPost(slug, opening);
  else await startForm(starting);
}

/** What is wrong with a post that was sent is shown at once. */
function openPost(post: SentPost, values: FormValues): ReadonlySet<string> {
  sent = post;
  fill(values);
  for (const name of shownNames()) left.add(name);
  look();
  return new Set(judge(undefined).problems.map(({ message }) => message));
}

function listen(): void {
  form.addEventListener("input", ({ target }) => {
    hideSteps();
    elementById("unchanged").textContent = "";
    repaired = undefined;
    if (target === login) showBesideFields(form, [loginControl], []);
    else keep(readControls(form, fields));
    lookSoon();
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const field = target instanceof Element ? target.closest(".field") : undefined;
    const isOut = !(relatedTarget instanceof Node) || !field?.contains(relatedTarget);
    if (!field || !isOut) return;
    left.add(field.id.replace("of-", ""));
    lookSoon();
  });
  form.addEventListener("click", ({ target }) => {
    const name = target instanceof HTMLElement ? target.dataset.add : undefined;
    if (name) addChosen(name);
    const place = target instanceof HTMLElement ? target.dataset.removePlace : undefined;
    if (place) removePlace(Number(place));
  });
  elementById("add-place").addEventListener("click", addPlace);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendToGitHub();
  });
  elementById("by-mail").addEventListener("click", () => sendByMail());
  elementById("clear").addEventListener("click", () => {
    if (!confirm(sent ? confirmUndo : words.confirmClear)) return;
    fill(sent?.form ?? {});
    elementById(`field-${fields[0]?.name}`).focus();
  });
}

/** Fills in some fields, and leaves the others. */
function fillSome(values: FormValues): void {
  setPlaceCount(Math.max(placeCount(), lastPlace(values)));
  for (const [name, value] of Object.entries(values)) {
    fillField(form, name, value);
    left.add(name);
  }
  keep(readControls(form, fields));
  hideSteps();
  look();
}

/** Replaces all values of the form. */
function fill(values: CheckedForm["form"]): void {
  left.clear();
  for (const mark of form.querySelectorAll(".taken")) mark.remove();
  setPlaceCount(lastPlace(values));
  fillControls(form, fields, values);
  keep(values);
  showBesideFields(form, [...shownNames(), loginControl], []);
  showSummary([]);
  hideSteps();
  look();
}

/** The fields on the page: people add further places. */
function shownNames(of: readonly FormField[] = fields): string[] {
  return of.map(({ name }) => name).filter((name) => document.getElementById(`of-${name}`));
}

function addPlace(): void {
  const number = placeCount() + 1;
  setPlaceCount(number);
  elementById(`field-${placeControl(number, "city")}`).focus();
}

function removePlace(number: number): void {
  const values = withoutPlace(readControls(form, fields), number);
  setPlaceCount(placeCount() - 1);
  fillControls(form, placeFields, values);
  keep(values);
  // They now belong to other places.
  for (const { name } of placeFields) left.delete(name);
  showBesideFields(form, shownNames(placeFields), []);
  hideSteps();
  announce(words.placeRemoved(number), undefined);
  elementById("add-place").focus();
}

/** In this browser, for the next visit. */
function keep(values: FormValues): void {
  if (sent) keepChanges(sent.id, isChanged(sent) ? { form: values, hash: sent.hash } : undefined);
  else keepDraft(values);
}

/** Compared as files, because the form can write the same value in several ways. */
function isChanged(post: SentPost): boolean {
  const written = (values: FormValues) => JSON.stringify(judgeForm(values, undefined).job);
  return written(valuesOf(post)) !== written(post.form);
}

function lookSoon(): void {
  clearTimeout(pending);
  pending = setTimeout(look, pause);
}

function look(): void {
  show(judge(undefined));
}

/** Shows the preview, and the problems of fields that have lost focus. */
function show(checked: CheckedForm): void {
  const render = (name: string, context: object) => templates.render(name, context);
  elementById("paper").innerHTML = previewHtml(checked, boardConfig, now(), render);
  showBesideFields(
    form,
    shownNames().filter((name) => left.has(name)),
    checked.problems,
    { repair: applyRepair, repaired: repaired?.control, undo: undoRepair },
  );
  showLimits(form);
  // Not while somebody still types them.
  const isNamed = ["title", "company"].every(
    (name) => left.has(name) && !checked.missing.has(name),
  );
  if (!sent && isNamed) same.look({ ...checked, cities });
}

function applyRepair({ control, repair }: ShownProblem): void {
  if (!control || !repair) return;
  const places = placeCount();
  setPlaceCount(Math.max(places, lastPlace(repair.values)));
  const before = setFields(form, repair.values);
  announce(words.repaired, { control, before, places });
}

function undoRepair(): void {
  if (repaired) {
    const { before, places } = repaired;
    setFields(form, before);
    setPlaceCount(places);
  }
  announce(words.repairUndone, undefined);
}

function announce(text: string, done: Repaired | undefined): void {
  clearTimeout(pending);
  repaired = done;
  elementById("repaired").textContent = text;
  look();
}

function judge(submitter: string | undefined): CheckedForm {
  return judgeForm(valuesOf(sent), submitter);
}

function judgeForm(values: FormValues, submitter: string | undefined): CheckedForm {
  const stamp = { today: dayOf(now()), login: submitter };
  const post = { form: values, path: sent?.path, isWaiting: sent?.isNew ?? true };
  const { isAnother } = same;
  return checkForm({ ...post, isAnother }, boardConfig, stamp, cities);
}

/** The values of all fields, those that the form does not show included. */
function valuesOf(post: SentPost | undefined): FormValues {
  return { ...post?.form, ...readControls(form, fields) };
}

function now(): Instant {
  const moment = DateTime.fromMillis(thisMoment(), { zone: "utc" });
  if (!moment.isValid) throw new Error(words.clockNotSet);
  return moment;
}

function sendToGitHub(): void {
  if (sent) {
    sendChanges(sent);
    return;
  }
  const typed = login.value.trim();
  const name = readLogin(typed);
  const post = fileOf(judge(name ?? typed));
  if (!post || same.stops()) return;
  rememberLogin(name);
  void openOnGitHub(editor, post);
}

function sendChanges(post: SentPost): void {
  const file = fileOf(judge(undefined));
  if (!file) return;
  const isSame = file.text === post.text.replaceAll("\r\n", "\n");
  elementById("unchanged").textContent = isSame ? unchanged : "";
  if (!isSame) void openFileOnGitHub(gitHub + post.editorPath, file);
}

function sendByMail(): void {
  const checked = judge(undefined);
  const post = fileOf(checked);
  if (post && (sent || !same.stops())) offerByMail(boardConfig.contact, checked.job.title, post);
}

/** The file of a complete post. Otherwise shows the problems. */
function fileOf(checked: CheckedForm): NewFile | undefined {
  const { problems, file, job } = checked;
  clearTimeout(pending);
  for (const name of shownNames()) left.add(name);
  hideSteps();
  show(checked);
  showBesideFields(form, [loginControl], problems);
  showSummary(inOrder(problems));
  if (problems.some(({ severity }) => severity === "error")) return undefined;
  const written = writeJobFile(file, job, boardConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return { file, text: written.text };
}

/** In the order of the fields on the page. */
function inOrder(problems: readonly ShownProblem[]): ShownProblem[] {
  const shown = [...form.querySelectorAll(".field")].map(({ id }) => id.replace("of-", ""));
  const place = ({ control }: ShownProblem) => (control ? shown.indexOf(control) : -1);
  return problems.toSorted((a, b) => place(a) - place(b));
}
