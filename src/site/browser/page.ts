/** The element with an id. Throws an Error if the page has none. */
export function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`This page has no #${id}.`);
  return element;
}

/** A new element with properties and content. Strings become text, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}

/** Names an element for people who do not see it. Its property for that is younger than some browsers. */
export function named<One extends Element>(name: string, element: One): One {
  element.setAttribute("aria-label", name);
  return element;
}

/** Milliseconds since 1970. The only place where browser scripts read the clock. */
export function thisMoment(): number {
  // biome-ignore lint/nursery/noJsRestrictedProperties: nothing passes the time to a page, and timers stop while a machine sleeps.
  return Date.now();
}
