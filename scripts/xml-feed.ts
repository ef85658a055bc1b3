/** Reads what an RSS or Atom feed says about itself, and whether it is well-formed. */
import { SaxesParser } from "saxes";
import { feeds as words } from "#words/doctor.ts";
import type { FeedOutline, XmlFeedReader } from "../src/board/site-checks/feeds.ts";

const atom = "http://www.w3.org/2005/Atom";

/** https://www.rssboard.org/rss-specification, RFC 4287 */
const kinds = {
  rss: { namespace: "", root: "rss", item: "item" },
  atom: { namespace: atom, root: "feed", item: "entry" },
} as const;

/** Reads the outline of a feed. Returns the fault if it is not well-formed XML of this format. */
export const readXmlFeed: XmlFeedReader = (xml, format) => {
  const kind = kinds[format];
  const items: string[] = [];
  const found: { root?: string; self?: string; fault?: string } = {};
  const path: string[] = [];
  const isItemLink = () => path.at(-2) === kind.item && path.at(-1) === "link";

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", ({ message }) => {
    found.fault ??= message;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    found.root ??= `${uri} ${local}`;
    path.push(local);
    if (local !== "link" || uri !== atom) return;
    const { rel, href } = attributes;
    if (isItemLink()) items.push(href?.value ?? "");
    else if (rel?.value === "self" && path.length <= 3) found.self ??= href?.value ?? "";
  });
  parser.on("text", (text) => {
    if (format === "rss" && isItemLink()) items.push(text.trim());
  });
  parser.on("closetag", () => {
    path.pop();
  });
  parser.write(xml).close();

  if (found.fault !== undefined) return { fault: found.fault };
  if (found.root !== `${kind.namespace} ${kind.root}`) return { fault: words.faults.otherKind };
  return { self: found.self, items } satisfies FeedOutline;
};
