/**
 * Reads word pools from text: blocks divided by blank lines, in each block lines like
 * `key: one; another; a third`. Every block must have every key. Throws an Error that quotes the line.
 */
export function readBlocks<Key extends string>(
  keys: readonly Key[],
  text: string,
): Record<Key, string[]>[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const found = new Map(block.split("\n").map(readLine));
      const entries = keys.map((key) => {
        const items = found.get(key);
        if (!items) throw new Error(`“${key}” is missing in the block “${block.slice(0, 40)}…”`);
        return [key, items] as const;
      });
      return Object.fromEntries(entries) as Record<Key, string[]>;
    });
}

function readLine(line: string): [key: string, items: string[]] {
  const match = /^(\w+):(?: (.*))?$/.exec(line.trim());
  if (!match?.[1]) throw new Error(`“${line}” is not a key with its words.`);
  return [match[1], (match[2] ?? "").split("; ").filter(Boolean)];
}
