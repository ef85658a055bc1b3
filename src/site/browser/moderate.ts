/** Filters the list of posts while somebody types. */
import { found } from "#words/reviewer-pages.ts";
import { elementById } from "./page.ts";
import { fold, matches } from "./search.ts";

const box = elementById("search");
const input = elementById("words") as HTMLInputElement;
const status = elementById("status");
const all = status.textContent;
const rows = [...elementById("posts").children].map((element) => ({
  row: element as HTMLElement,
  // Without the links to edit it, which are the same in all rows.
  text: fold([...element.querySelectorAll("h2, .at")].map((part) => part.textContent).join(" ")),
}));

function applySearch(): void {
  const typed = fold(input.value.trim());
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !matches(text, typed);
    if (!row.hidden) shown++;
  }
  status.textContent = typed ? found(shown, all) : all;
}

box.hidden = false;
input.addEventListener("input", applySearch);
// On returning to the page, browsers restore what was typed.
addEventListener("pageshow", applySearch);
