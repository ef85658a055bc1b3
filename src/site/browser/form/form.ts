/**
 * The form on the site itself: shows the post as it is written, says what is wrong with it, keeps the draft,
 * and hands the finished file on. Rules, words and template are the board's own.
 */
import { boardConfig } from "virtual:board-config";
import compiled from "virtual:site-templates";
import { DateTime } from "luxon";
import nunjucks from "nunjucks";
import type { Instant } from "../../../board/days.ts";
import { dayOf } from "../../../board/days.ts";
import type { CheckedForm } from "../../../board/form/check-form.ts";
import { checkForm } from "../../../board/form/check-form.ts";
import { formFields } from "../../../board/form/fields.ts";
import type { NewFile } from "../../../board/form/new-file.ts";
import { writeJobFile } from "../../../board/job/file.ts";
import * as words from "../../../board/words/en/form.ts";
import { previewHtml } from "../../checked-preview.ts";
import { createTemplates } from "../../templates.ts";
import { knownLogin, rememberLogin } from "../known-login.ts";
import { loginIn } from "../my-posts.ts";
import { elementById, thisMoment } from "../page.ts";
import { addChosen, fillControls, readControls, showLimits } from "./controls.ts";
import { keepDraft } from "./draft.ts";
import type { Told } from "./problems.ts";
import { tellAtTop, tellBeside } from "./problems.ts";
import { hideSteps, offerByMail, openOnGitHub } from "./send.ts";
import { startForm } from "./start.ts";

const form = elementById("form") as HTMLFormElement;
const login = elementById("field-login") as HTMLInputElement;
const { editor = "", api = "" } = form.dataset;
const fields = formFields(boardConfig);
const names = fields.map(({ name }) => name);
const templates = createTemplates(new nunjucks.PrecompiledLoader(compiled), boardConfig);

/** The fields that somebody has left once: of the others nothing is said yet. */
const left = new Set<string>();

/** Milliseconds after which what is typed is looked at: long enough to type on, and for a press to end where it began. */
const pause = 250;
let pending: ReturnType<typeof setTimeout> | undefined;

login.value = knownLogin() ?? "";
listen();
await startForm({ api, config: boardConfig, form, fill: (values) => fill(values) });

function listen(): void {
  form.addEventListener("input", ({ target }) => {
    hideSteps();
    if (target === login) tellBeside(form, ["login"], []);
    else keepDraft(readControls(form, fields));
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
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendToGitHub();
  });
  elementById("by-mail").addEventListener("click", () => sendByMail());
  elementById("clear").addEventListener("click", () => {
    if (!confirm(words.confirmClear)) return;
    fill({});
    elementById(`field-${names[0]}`).focus();
  });
}

/** Fills the form with other values than those that somebody is typing. */
function fill(values: CheckedForm["form"]): void {
  left.clear();
  fillControls(form, fields, values);
  keepDraft(values);
  tellBeside(form, [...names, "login"], []);
  tellAtTop([]);
  hideSteps();
  look();
}

function lookSoon(): void {
  clearTimeout(pending);
  pending = setTimeout(look, pause);
}

function look(): void {
  show(judge(undefined));
}

/** Shows the post, and what is wrong with the fields that somebody has left. */
function show(checked: CheckedForm): void {
  const render = (name: string, context: object) => templates.render(name, context);
  elementById("paper").innerHTML = previewHtml(checked, boardConfig, now(), render);
  tellBeside(
    form,
    names.filter((name) => left.has(name)),
    checked.problems,
  );
  showLimits(form);
}

function judge(submitter: string | undefined): CheckedForm {
  const stamp = { today: dayOf(now()), login: submitter };
  return checkForm({ form: readControls(form, fields), path: undefined }, boardConfig, stamp);
}

function now(): Instant {
  const moment = DateTime.fromMillis(thisMoment(), { zone: "utc" });
  if (!moment.isValid) throw new Error(words.clockNotSet);
  return moment;
}

function sendToGitHub(): void {
  const name = loginIn(login.value);
  const checked = judge(name);
  const post = fileOf(checked, name ? [] : [wrongLogin(login.value)]);
  if (!post) return;
  rememberLogin(name);
  void openOnGitHub(editor, post);
}

function sendByMail(): void {
  const checked = judge(undefined);
  const post = fileOf(checked, []);
  if (post) offerByMail(boardConfig.contact, checked.job.title, post);
}

/** The file of a post that is complete; otherwise says what it lacks. */
function fileOf(checked: CheckedForm, more: readonly Told[]): NewFile | undefined {
  const { problems, file, job } = checked;
  clearTimeout(pending);
  for (const name of names) left.add(name);
  hideSteps();
  show(checked);
  const all = [...problems, ...more];
  tellBeside(form, ["login"], more);
  tellAtTop(inOrder(all));
  if (all.some(({ severity }) => severity === "error")) return undefined;
  const written = writeJobFile(file, job, boardConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return { file, text: written.text };
}

/** As the fields stand on the page. */
function inOrder(problems: readonly Told[]): Told[] {
  const shown = [...form.querySelectorAll(".field")].map(({ id }) => id.replace("of-", ""));
  const place = ({ control }: Told) => (control ? shown.indexOf(control) : -1);
  return problems.toSorted((a, b) => place(a) - place(b));
}

function wrongLogin(typed: string): Told {
  const said = typed.trim() === "" ? words.missingLogin : words.wrongLogin;
  return { control: "login", severity: "error", ...said };
}
