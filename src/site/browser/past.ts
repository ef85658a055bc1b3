/**
 * Closes what has passed its moment since the site was built: rows leave their list, a count that no
 * longer holds goes, and the page of a post says that it is closed and no longer tells how to apply.
 */

import { thisMoment } from "./moment.ts";

/** What holds only while a post is open, beside the ways to apply. */
const open = ".apply, .new, .soon, .until";

function closePast(): void {
  const now = thisMoment() / 1000;
  for (const element of document.querySelectorAll<HTMLElement>("[data-until]")) {
    if (Number(element.dataset.until) > now) continue;
    if (element.localName === "article") closePost(element);
    else takeAway(element);
  }
}

function closePost(post: Element): void {
  for (const part of post.querySelectorAll(open)) part.remove();
  for (const banner of post.querySelectorAll(".closed")) banner.removeAttribute("hidden");
}

/** What stands hidden behind the element takes its place; a list that it leaves empty goes too, with its heading. */
function takeAway(element: Element): void {
  const { parentElement: parent, nextElementSibling: next } = element;
  element.remove();
  next?.removeAttribute("hidden");
  if (parent?.localName === "ul" && !parent.childElementCount)
    takeAway(parent.closest("section") ?? parent);
}

closePast();
// A page may stay open over midnight, or come back from the browser's memory as it was.
addEventListener("pageshow", closePast);
document.addEventListener("visibilitychange", closePast);
