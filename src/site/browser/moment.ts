/** The reader's moment in milliseconds since 1970: the one place where programs of pages read the clock. */
export function thisMoment(): number {
  // biome-ignore lint/nursery/noJsRestrictedProperties: no argument brings the moment to a page, and a machine's sleep stops the page's own timer.
  return Date.now();
}
