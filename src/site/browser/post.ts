/** The script of a live post's page: closes it when it has expired, saves it, and shares it. */
import "./expired-posts.ts";
import * as words from "#words/saved.ts";
import { readSavedPosts, toggleSavedPost } from "../../board/saved/saved-posts.ts";
import { elementById, make } from "./page.ts";
import { onStored, readStored, writeStored } from "./stored.ts";

const save = elementById("save");
const share = elementById("share");
const status = elementById("kept");
const { slug = "", title = "", company = "", place = "", ends = "", page = "" } = save.dataset;
const post = { slug, title, company, place, until: Number(ends) };

onStored("saved-posts", () => {
  save.textContent = isSaved() ? words.unsave : words.save;
});

save.addEventListener("click", () => {
  const posts = toggleSavedPost(readSavedPosts(readStored("saved-posts")), post);
  if (!writeStored("saved-posts", posts)) {
    status.textContent = words.notSaved;
    return;
  }
  save.textContent = isSaved() ? words.unsave : words.save;
  const link = make("a", { href: page }, words.seeSaved);
  status.replaceChildren(...(isSaved() ? [words.saved, " ", link] : [words.removed]));
});

share.addEventListener("click", async () => {
  const { href } = new URL(location.pathname, location.origin);
  try {
    if (navigator.share) await navigator.share({ title: document.title, url: href });
    else {
      await navigator.clipboard.writeText(href);
      status.textContent = words.linkCopied;
    }
  } catch (error) {
    // Whoever closes the system's sheet has changed their mind.
    const isCanceled = error instanceof DOMException && error.name === "AbortError";
    if (!isCanceled) status.textContent = words.notCopied;
  }
});

function isSaved(): boolean {
  return readSavedPosts(readStored("saved-posts")).some((saved) => saved.slug === slug);
}
