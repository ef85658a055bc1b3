/** HTML as the converter reads it, whatever parsed it. */

export type HtmlNode = string | HtmlElement;

export type HtmlElement = {
  /** In lower case. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly HtmlNode[];
};

/** The inline styles of an element, with names and values in lower case. */
export function stylesOf({ attributes }: HtmlElement): ReadonlyMap<string, string> {
  const styles = (attributes.get("style") ?? "").toLowerCase().split(";");
  return new Map(
    styles.flatMap((style) => {
      const colon = style.indexOf(":");
      return colon < 0 ? [] : [[style.slice(0, colon).trim(), style.slice(colon + 1).trim()]];
    }),
  );
}

/** Content that nobody sees, or that has no place in a text. */
const dropped = new Set([
  ...["head", "title", "meta", "link", "style", "script", "noscript", "template", "xml", "object"],
  ...[
    "iframe",
    "embed",
    "applet",
    "svg",
    "math",
    "canvas",
    "video",
    "audio",
    "map",
    "img",
    "picture",
  ],
  ...["input", "select", "textarea", "datalist", "progress", "meter", "col", "colgroup"],
]);

/** Classes of icons that have a name as their text, and of words for screen readers only. */
const droppedClass =
  /(?:^|\s)(?:material-(?:icons|symbols)|sr-only|visually-hidden|screen-reader-text)(?![^\s-])/;

/** Whether an element and everything in it is left out. */
export function isDropped(element: HtmlElement): boolean {
  const { name, attributes } = element;
  if (dropped.has(name) || attributes.has("hidden")) return true;
  if (name === "button" && !opensPart(element)) return true;
  if (droppedClass.test(attributes.get("class") ?? "") || isIcon(element)) return true;
  const styles = stylesOf(element);
  return (
    styles.get("display") === "none" ||
    styles.get("visibility") === "hidden" ||
    styles.get("mso-hide") === "all"
  );
}

/** Whether a button is the heading of a part that opens and closes, and not a menu. */
function opensPart({ attributes }: HtmlElement): boolean {
  return attributes.has("aria-expanded") && !attributes.has("aria-haspopup");
}

/** A sign of an icon font, which other fonts do not have. */
function isIcon(element: HtmlElement): boolean {
  return element.name === "i" && /^\s*\p{Co}\s*$/u.test(textOf(element));
}

const blocks = new Set([
  ...["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"],
  ...["dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"],
  ...["h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main"],
  ...["menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table"],
  ...["tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "caption"],
]);

export function isBlock({ name }: HtmlElement): boolean {
  return blocks.has(name);
}

/** Whether there is a block somewhere in an element. */
export function hasBlock({ children }: HtmlElement): boolean {
  return children.some(
    (child) =>
      typeof child !== "string" && !isDropped(child) && (isBlock(child) || hasBlock(child)),
  );
}

/** All words of an element, as they are. */
export function textOf(node: HtmlNode): string {
  if (typeof node === "string") return node;
  return node.name === "br" ? "\n" : node.children.map(textOf).join("");
}
