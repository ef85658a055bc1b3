/** Reads JSON that a browser has kept, or that somebody has put there. */

/** The objects of a list in JSON; none if it is anything else. */
export function storedList(text: string | null): Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter((each) => typeof each === "object" && each) : [];
  } catch {
    return [];
  }
}

/** The values as texts of a reasonable length; "" for anything else. */
export function storedText<Key extends string>(values: Record<Key, unknown>): Record<Key, string> {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" ? value.slice(0, 300) : "",
  ]);
  return Object.fromEntries(entries) as Record<Key, string>;
}
