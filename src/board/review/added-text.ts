/**
 * The text of a file that a pull request adds, out of the difference that GitHub gives with its name.
 * `undefined` where that is not the whole file: GitHub leaves out what is long, or not text.
 *
 * @param additions how many lines GitHub counts
 */
export function addedText(patch: string | undefined, additions: number): string | undefined {
  const [header = "", ...lines] = patch?.split("\n") ?? [];
  if (!header.startsWith("@@ -0,0 +1")) return undefined;
  const endsOpen = lines.at(-1)?.startsWith("\\ ") ?? false;
  const added = endsOpen ? lines.slice(0, -1) : lines;
  if (added.length !== additions || !added.every((line) => line.startsWith("+"))) return undefined;
  return added.map((line) => line.slice(1)).join("\n") + (endsOpen ? "" : "\n");
}
