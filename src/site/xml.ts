/** Writes XML for feeds and the sitemap. */
import XMLBuilder from "fast-xml-builder";

/**
 * The content of an element: text, or its children by name. A list is several elements of that name, a name
 * with `@` is an attribute, and `#text` is the text next to attributes.
 */
export type XmlContent =
  | string
  | undefined
  | { readonly [name: string]: XmlContent | readonly XmlContent[] };

const builder = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  // One element a line, so that diffs of two builds are readable.
  format: true,
  indentBy: "",
});

/** An XML document with one root element, its text and attributes escaped. */
export function xmlText(name: string, root: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: root })}`;
}

/** An element for `appendElements`. */
export function xmlElement(name: string, content: XmlContent): string {
  return builder.build({ [name]: content });
}

/** Adds elements at the end of the last element with that name. */
export function appendElements(xml: string, name: string, elements: readonly string[]): string {
  const end = xml.lastIndexOf(`</${name}>`);
  return xml.slice(0, end) + elements.join("") + xml.slice(end);
}
