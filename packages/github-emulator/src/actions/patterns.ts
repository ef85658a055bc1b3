/** GitHub's filter patterns. https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#filter-pattern-cheat-sheet */

/**
 * Whether the patterns match a branch or path. The last one that matches decides, and a leading `!` excludes.
 * Throws an Error for characters that the emulator does not support.
 */
export function matches(patterns: readonly string[], name: string): boolean {
  return patterns.reduce((isIn, pattern) => {
    const isNegative = pattern.startsWith("!");
    return toRegExp(isNegative ? pattern.slice(1) : pattern).test(name) ? !isNegative : isIn;
  }, false);
}

/** Whether a filter with `only` and `ignore` patterns lets any of the names through. */
export function letsThrough(
  { only, ignore }: { only?: string[] | undefined; ignore?: string[] | undefined },
  names: readonly string[],
): boolean {
  if (only) return names.some((name) => matches(only, name));
  if (ignore) return names.some((name) => !matches(ignore, name));
  return true;
}

function toRegExp(pattern: string): RegExp {
  if (/[?+[\]\\!]/.test(pattern)) {
    throw new Error(`The emulator supports only * and ** in patterns, not “${pattern}”.`);
  }
  const source = pattern.replaceAll(/\*\*|\*|[^*]+/g, (part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : RegExp.escape(part);
  });
  return new RegExp(`^${source}$`);
}
