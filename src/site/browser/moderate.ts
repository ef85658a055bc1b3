/** Lets the list of posts be searched as one types. */
import { elementById } from "./elements.ts";
import { fold, matches } from "./search.ts";

const box = elementById("search");
const input = elementById("words") as HTMLInputElement;
const status = elementById("status");
const all = status.textContent;
const rows = [...elementById("posts").children].map((element) => ({
  row: element as HTMLElement,
  // What it says of the post, without the links to change it, which all rows have.
  text: fold([...element.querySelectorAll("h2, .at")].map((part) => part.textContent).join(" ")),
}));

function applySearch(): void {
  const typed = fold(input.value.trim());
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !matches(text, typed);
    if (!row.hidden) shown++;
  }
  status.textContent = typed ? `${shown || "None"} of ${all}` : all;
}

box.hidden = false;
input.addEventListener("input", applySearch);
// A browser that comes back to the page brings the words back with it.
addEventListener("pageshow", applySearch);
