/**
 * The text of a file that a pull request adds, from the patch in GitHub’s list of files. `undefined` if the patch is not
 * the whole file: GitHub omits patches that are long or not text.
 *
 * @param additions the number of added lines that GitHub counts
 */
export function addedText(patch: string | undefined, additions: number): string | undefined {
  const [header = "", ...lines] = patch?.split("\n") ?? [];
  if (!header.startsWith("@@ -0,0 +1")) return undefined;
  const endsOpen = lines.at(-1)?.startsWith("\\ ") ?? false;
  const added = endsOpen ? lines.slice(0, -1) : lines;
  if (added.length !== additions || !added.every((line) => line.startsWith("+"))) return undefined;
  return added.map((line) => line.slice(1)).join("\n") + (endsOpen ? "" : "\n");
}
