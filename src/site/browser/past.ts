/**
 * Closes what has passed its moment since the site was built: rows leave their list, and the page of
 * a post says so and no longer tells how to apply.
 */
const opened = performance.timeOrigin / 1000;

for (const element of document.querySelectorAll<HTMLElement>("[data-until]")) {
  if (Number(element.dataset.until) > opened) continue;
  if (element.localName === "li") {
    element.remove();
    continue;
  }
  for (const apply of element.querySelectorAll(".apply")) apply.remove();
  for (const banner of element.querySelectorAll(".closed")) banner.removeAttribute("hidden");
}
