/** What all commands have in common: their flags, `--help`, and how they end. */
import type { ParseArgsOptionDescriptor } from "node:util";
import { parseArgs } from "node:util";

export type Option = ParseArgsOptionDescriptor & {
  /** What the flag does, as a phrase or a few sentences. */
  help: string;
  /** What stands for the value in the help, such as `DIR`. */
  value?: string;
};

export type Options = Readonly<Record<string, Option>>;

export type Command<Flags extends Options> = {
  /** The line to type, such as `npm run archive -- [FILE…]`. */
  usage: string;
  /** What the command does, in a few sentences. */
  about: string;
  options: Flags;
  /** Whether it takes words that are no flags. */
  takesFiles?: boolean;
};

type Value<Flag extends Option> = Flag extends { type: "boolean" } ? boolean : string;

export type Given<Flags extends Options> = {
  flags: {
    [Name in keyof Flags]?: Flags[Name] extends { multiple: true }
      ? Value<Flags[Name]>[]
      : Value<Flags[Name]>;
  };
  files: string[];
};

/** The command was called in a way it does not understand: it ends with 2 instead of 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** How a command can end: 0 done, 1 something is wrong, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs a command: reads its flags, answers `--help`, turns what it throws into a message on stderr,
 * and leaves the exit code to the process, which ends by itself once everything is written.
 */
export async function runCommand<const Flags extends Options>(
  command: Command<Flags>,
  main: (given: Given<Flags>) => Promise<ExitCode> | ExitCode,
): Promise<void> {
  try {
    const given = readFlags(command, process.argv.slice(2));
    if (given === "help") console.log(helpText(command));
    else process.exitCode = await main(given);
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    console.error(describeError(error));
    if (error instanceof UsageError) console.error(`Usage: ${command.usage}\nMore with --help.`);
  }
}

/** Reads the words of a command line. Throws a UsageError that says which is not understood. */
export function readFlags<const Flags extends Options>(
  { options, takesFiles = false }: Command<Flags>,
  words: string[],
): Given<Flags> | "help" {
  try {
    const { values, positionals } = parseArgs({
      args: prepare(words, options),
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: takesFiles,
    });
    if ("help" in values && values.help) return "help";
    return { flags: values as Given<Flags>["flags"], files: positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What follows the first sentence is advice for programmers.
    throw new UsageError(message.replace(/(?<=')\. .*/s, "."), { cause: error });
  }
}

/**
 * Writes `--a_b` as `--a-b`, since fields have underscores in files; and ties a value to its flag,
 * since Node takes one that begins with a hyphen, as a list in Markdown does, for a slip.
 */
function prepare(words: readonly string[], options: Options): string[] {
  const prepared: string[] = [];
  const isFlag = (word: string) => word === "--help" || Object.hasOwn(options, word.slice(2));
  for (let index = 0; index < words.length; index += 1) {
    const word = (words[index] ?? "").replace(/^--[^=]+/, (flag) => flag.replaceAll("_", "-"));
    const value = words[index + 1];
    const takesValue = word.startsWith("--") && options[word.slice(2)]?.type === "string";
    if (takesValue && value !== undefined && !isFlag(value)) {
      prepared.push(`${word}=${value}`);
      index += 1;
    } else prepared.push(word);
  }
  return prepared;
}

/** In characters: as wide as the texts that are wrapped in the sources. */
const helpWidth = 100;

/** What `--help` prints. */
export function helpText({ usage, about, options }: Command<Options>): string {
  const rows = Object.entries({
    ...options,
    help: { type: "boolean", help: "this text" } as Option,
  }).map(
    ([name, { value = "VALUE", type, help }]) =>
      [`--${name}${type === "string" ? ` ${value}` : ""}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  const indent = `\n${" ".repeat(width + 2)}`;
  const lines = rows.map(
    ([flag, help]) => `  ${flag.padEnd(width)}${wrap(help, helpWidth - width - 2).join(indent)}`,
  );
  return `${usage}\n\n${about}\n\n${lines.join("\n")}`;
}

/** Lines of at most so many characters, as far as the words are not longer. */
function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`\\S.{0,${width - 2}}(?=\\s|$)|\\S+`, "g")) ?? [];
}

/** The message alone where it was written for people; the stack where the fault is the program's own. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurs = error.name === "Error" || error instanceof UsageError;
  return isOurs ? error.message : (error.stack ?? error.message);
}
