/** Makes the HTML that shows a list of jobs on another site. */
import { page as words } from "#words/embed.ts";
import type { Embed } from "../../board/embed/embed.ts";
import { embedSnippet, readEmbed, writeEmbed } from "../../board/embed/embed.ts";
import { stateAt } from "../../board/search/list-addresses.ts";
import { elementById } from "./page.ts";

const form = elementById("embedding");
const address = elementById("address") as HTMLInputElement;
const rows = elementById("rows") as HTMLInputElement;
const theme = elementById("theme") as HTMLSelectElement;
const problem = elementById("address-problem");
const snippet = elementById("snippet") as HTMLTextAreaElement;
const preview = elementById("preview") as HTMLAnchorElement;
const copied = elementById("copied");
const { root = "", title = "" } = form.dataset;
const frame = preview.getAttribute("href") ?? "";

form.addEventListener("input", show);
snippet.addEventListener("focus", () => snippet.select());
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(snippet.value);
    copied.textContent = words.copied;
  } catch {
    snippet.focus();
    copied.textContent = words.notCopied;
  }
});
// The browser may have kept what was typed before the page was loaded again.
show();

function show(): void {
  const state = stateAt(address.value.trim(), root);
  problem.textContent = state ? "" : words.wrong;
  address.setAttribute("aria-invalid", String(!state));
  copied.textContent = "";
  if (!state) return;
  // Read like any address of a frame, so that a wrong number becomes the nearest right one.
  const chosen = readEmbed(`rows=${rows.value}&theme=${theme.value}`);
  const embed: Embed = { ...chosen, state };
  snippet.value = embedSnippet(embed, root, title);
  const query = writeEmbed(embed);
  preview.href = frame + (query && `?${query}`);
}
