/**
 * Closes posts that have expired since the site was built: rows leave their list, a count that is no
 * longer right goes, and the page of a post says that it is closed and no longer how to apply.
 */
import { thisMoment } from "./page.ts";

/** What is shown only while a post is open. */
const open = ".apply, .new, .soon, .until";

function closeExpired(): void {
  const now = thisMoment() / 1000;
  for (const element of document.querySelectorAll<HTMLElement>("[data-until]")) {
    if (Number(element.dataset.until) > now) continue;
    const { then } = element.dataset;
    if (then) element.textContent = then;
    else if (element.localName === "article") closePost(element);
    else remove(element);
  }
}

function closePost(post: Element): void {
  for (const part of post.querySelectorAll(open)) part.remove();
  for (const banner of post.querySelectorAll(".closed")) banner.removeAttribute("hidden");
}

/** Shows what is hidden behind the element in its place. An empty list goes too, with its heading. */
function remove(element: Element): void {
  const { parentElement: parent, nextElementSibling: next } = element;
  element.remove();
  next?.removeAttribute("hidden");
  if (parent?.localName === "ul" && !parent.childElementCount)
    remove(parent.closest("section") ?? parent);
}

closeExpired();
// A page can stay open over midnight, or come back from the browser’s cache as it was.
addEventListener("pageshow", closeExpired);
document.addEventListener("visibilitychange", closeExpired);
