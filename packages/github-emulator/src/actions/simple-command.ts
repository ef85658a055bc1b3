/** Steps that are one simple command, such as `npm ci $FLAGS`, and can be run without a shell. */

type Variables = Readonly<Record<string, string>>;

/** A variable alone, or plain characters and quotes. */
const word = /\s*(?:\$(\w+)|((?:"(?:[^"\\`$]|\$\w+)*"|'[^']*'|[\w./:@,%+=-])+))(?=\s|$)/y;

/**
 * The words of a command as bash would pass them on, or `undefined` for anything but one command with
 * plain words, quotes and variables.
 */
export function wordsOf(script: string, variables: Variables): string[] | undefined {
  const text = script.trim();
  if (text.includes("\n")) return undefined;
  const words: string[] = [];
  const pattern = new RegExp(word);
  while (pattern.lastIndex < text.length) {
    const [match, variable, other] = pattern.exec(text) ?? [];
    if (match === undefined) return undefined;
    if (variable) words.push(...(variables[variable] ?? "").split(/\s+/).filter(Boolean));
    else words.push(withoutQuotes(other ?? "", variables));
  }
  // An assignment is no command.
  return words[0] === undefined || words[0].includes("=") ? undefined : words;
}

function withoutQuotes(text: string, variables: Variables): string {
  return text.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
    double === undefined
      ? (single ?? "")
      : double.replaceAll(/\$(\w+)/g, (_, name: string) => variables[name] ?? ""),
  );
}
