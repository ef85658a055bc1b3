/** What the form begins with: the kept draft, or what the page's address asks for. */
import type { BoardConfig } from "../../../board/config.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { elementById } from "../elements.ts";
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

/** Fills the form. A draft is never replaced unasked: where there is one, the person chooses. */
export async function startForm(start: Start): Promise<void> {
  const draft = keptDraft();
  const given = givenIn(location.search, start.config);
  start.fill(draft ?? {});
  start.form.hidden = false;
  if (!given) return say(draft ? "This is the draft that you began here." : "");
  if (!draft) return await use(given, start);
  ask(given, start);
}

function ask(given: Given, start: Start): void {
  const asking = elementById("asking");
  const isAgain = given.kind === "again";
  elementById("question").textContent = isAgain
    ? "You have begun another post here. Shall the earlier post take its place?"
    : "You have begun a post here. Shall what the link brings take its place?";
  elementById("use-given").textContent = isAgain
    ? "Fill in the earlier post"
    : "Fill in what the link brings";
  asking.hidden = false;
  // What was pressed is gone then, and the keyboard would be nowhere.
  const goOn = () => {
    asking.hidden = true;
    start.form.querySelector<HTMLElement>("input, select, textarea")?.focus();
  };
  elementById("use-draft").onclick = () => {
    goOn();
    forgetAddress();
    say("This is the draft that you began here.");
  };
  elementById("use-given").onclick = async () => {
    goOn();
    await use(given, start);
  };
}

/** Where somebody has written on while GitHub was asked, they choose again. */
async function use(given: Given, start: Start): Promise<void> {
  const { api, config, fill } = start;
  if (given.kind === "values") {
    fill(given.form);
    say("Filled in by the link that you followed. Check that all of it is right.");
  } else {
    say("Asking GitHub…");
    const before = JSON.stringify(keptDraft());
    const earlier = await readEarlier(api, given.file, config);
    if (!earlier.ok) return say(earlier.message);
    if (JSON.stringify(keptDraft()) !== before) {
      say("The earlier post is here now. Choose which of the two you go on with.");
      return ask(given, start);
    }
    fill(earlier.form);
    say(`Filled in from “${earlier.title}”. Check that all of it still holds.`);
  }
  forgetAddress();
}

/** What the address asks for is done once: loading the page again keeps what has been written since. */
function forgetAddress(): void {
  history.replaceState(null, "", location.pathname);
}

function say(text: string): void {
  elementById("status").textContent = text;
}
