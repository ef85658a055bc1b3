/** What the form starts with: the saved draft, or what the page's address asks for. */

import * as words from "#words/form.ts";
import type { BoardConfig } from "../../../board/config.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { elementById } from "../page.ts";
import { keptDraft } from "./draft.ts";
import type { Given } from "./given.ts";
import { givenIn, readEarlier } from "./given.ts";

export type Start = {
  /** Address of the repository in GitHub's API. */
  api: string;
  config: BoardConfig;
  form: HTMLFormElement;
  fill: (values: FormData) => void;
};

/** Fills in the form. If there is a draft, the person chooses whether to replace it. */
export async function startForm(start: Start): Promise<void> {
  const draft = keptDraft();
  const given = givenIn(location.search, start.config);
  start.fill(draft ?? {});
  start.form.hidden = false;
  if (!given) return say(draft ? words.draftRestored : "");
  if (!draft) return await use(given, start);
  ask(given, start);
}

/** Fills in the text of a post that can’t be changed where it is, which the page says already. */
export function startWith(form: FormData, start: Start): void {
  const draft = keptDraft();
  start.fill(draft ?? form);
  start.form.hidden = false;
  if (draft) ask({ kind: "values", form }, start);
  else forgetAddress();
}

function ask(given: Given, start: Start): void {
  const asking = elementById("asking");
  const { question, button } =
    given.kind === "again" ? words.replaceByEarlier : words.replaceByLink;
  elementById("question").textContent = question;
  elementById("use-given").textContent = button;
  asking.hidden = false;
  // The pressed button disappears, so the focus has to move.
  const goOn = () => {
    asking.hidden = true;
    start.form.querySelector<HTMLElement>(".group :is(input, select, textarea)")?.focus();
  };
  elementById("use-draft").onclick = () => {
    goOn();
    forgetAddress();
    say(words.draftRestored);
  };
  elementById("use-given").onclick = async () => {
    goOn();
    await use(given, start);
  };
}

/** If the person kept typing while the earlier post was loading, they choose again. */
async function use(given: Given, start: Start): Promise<void> {
  const { api, config, fill } = start;
  if (given.kind === "values") {
    fill(given.form);
    say(words.filledInFromLink);
  } else {
    say(words.loading);
    const before = JSON.stringify(keptDraft());
    const earlier = await readEarlier(api, given.name, config);
    if (!earlier.ok) return say(earlier.message);
    if (JSON.stringify(keptDraft()) !== before) {
      say(words.earlierLoaded);
      return ask(given, start);
    }
    fill(earlier.form);
    say(words.filledInFrom(earlier.title));
  }
  forgetAddress();
}

/** Only once: reloading the page keeps what was typed since. */
function forgetAddress(): void {
  history.replaceState(null, "", location.pathname);
}

function say(text: string): void {
  elementById("status").textContent = text;
}
