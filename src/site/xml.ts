import XMLBuilder from "fast-xml-builder";

/**
 * An element's content: text, or its children by their names, where a list stands for several of a
 * name, a name with `@` before it is an attribute, and `#text` is the text beside attributes.
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
  // A line for each element, so that the difference of two builds can be read.
  format: true,
  indentBy: "",
});

/** An XML document with one root element, its text and attributes escaped. */
export function xmlText(name: string, root: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: root })}`;
}

/** An element that goes into a document by `appendElements`. */
export function xmlElement(name: string, content: XmlContent): string {
  return builder.build({ [name]: content });
}

/** Puts elements at the end of the last element of a document that is called so. */
export function appendElements(xml: string, name: string, elements: readonly string[]): string {
  const end = xml.lastIndexOf(`</${name}>`);
  return xml.slice(0, end) + elements.join("") + xml.slice(end);
}
