/** What all commands have in common: flags, `--help`, the check of the settings, and how they end. */
import { resolve } from "node:path";
import type { ParseArgsOptionDescriptor } from "node:util";
import { parseArgs } from "node:util";
import * as words from "#words/terminal.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import type { Instant } from "../src/board/days.ts";
import { boardConfig } from "../src/board.config.ts";
import { systemNow } from "../src/services/clock.ts";
import type { Environment, Variables } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";

export type Option = ParseArgsOptionDescriptor & {
  /** What the flag does, as a phrase or a few sentences. */
  help: string;
  /** The placeholder for the value in the help, such as `DIR`. */
  value?: string;
};

export type Options = Readonly<Record<string, Option>>;

export type Definition<Flags extends Options> = {
  /** The line to type, such as `npm run archive -- [FILE…]`. */
  usage: string;
  /** What the command does, in a few sentences. */
  about: string;
  options: Flags;
  /** Whether it takes arguments that are not flags. */
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

/** The command line was not understood: the command ends with 2 instead of 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** 0: done. 1: something is wrong. 2: the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

/** Everything a command may know about the process that it runs in. */
export type Surroundings = {
  /** The working folder. Relative paths are resolved from it. */
  directory: string;
  /** The environment variables. */
  variables: Variables;
  /** The current time, used unless BOARD_NOW is set. */
  clock: () => Instant;
  /** The settings as src/board.config.ts has them. */
  settings: BoardConfig;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Resolves when the user or another program asks the command to stop. */
  untilStopped(): Promise<void>;
};

export type Context = Surroundings & {
  environment: Environment;
  /** The settings with those that the environment changes. */
  config: BoardConfig;
  /** Reads the clock again, for commands that run for a while. */
  now(): Instant;
  /** Writes a line to stdout. */
  print(text: string): void;
  /** Writes a line to stderr. */
  printError(text: string): void;
};

/** Runs the command with the arguments that follow its name. Never throws. */
export type Command = (
  parameters: readonly string[],
  surroundings: Surroundings,
) => Promise<ExitCode>;

/**
 * Makes a command that can be called with any surroundings. It reads its flags, answers `--help`, checks
 * the settings, and turns what `main` throws into a message on stderr.
 */
export function defineCommand<const Flags extends Options>(
  definition: Definition<Flags>,
  main: (context: Context, given: Given<Flags>) => Promise<ExitCode>,
): Command {
  return async (parameters, surroundings) => {
    const { stdout, stderr } = surroundings;
    const print = (text: string) => void stdout.write(`${text}\n`);
    const printError = (text: string) => void stderr.write(`${text}\n`);
    try {
      const given = readFlags(definition, parameters);
      if (given !== "help") {
        const context = { ...contextOf(surroundings), print, printError };
        return await main(context, given);
      }
      print(helpText(definition));
      return 0;
    } catch (error) {
      printError(describeError(error));
      if (!(error instanceof UsageError)) return 1;
      printError(words.usage(definition.usage));
      return 2;
    }
  };
}

function contextOf(surroundings: Surroundings): Omit<Context, "print" | "printError"> {
  const { directory, variables, clock, settings } = surroundings;
  requireSoundConfig(settings);
  const read = readEnvironment(variables, clock);
  return {
    ...surroundings,
    environment: { ...read, jobsDir: resolve(directory, read.jobsDir) },
    // The same object if nothing differs: what was compiled and read for it is found by it.
    config: Object.keys(read.settings).length > 0 ? { ...settings, ...read.settings } : settings,
    now: () => readEnvironment(variables, clock).now,
  };
}

/**
 * Runs a command as the program of this process. Its exit code is left to the process, which ends by
 * itself once everything is written.
 */
export async function startCommand(command: Command): Promise<void> {
  process.exitCode = await runCommand(command, process.argv.slice(2));
}

/**
 * Runs a command in the surroundings of this process.
 *
 * @param variables environment variables in addition to those of the process
 */
export function runCommand(
  command: Command,
  parameters: readonly string[],
  variables: Variables = {},
): Promise<ExitCode> {
  return command(parameters, {
    directory: process.cwd(),
    variables: { ...process.env, ...variables },
    clock: systemNow,
    settings: boardConfig,
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    untilStopped,
  });
}

/** Ctrl-C, a signal from another program, or a closed terminal. Each may come more than once. */
function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop());
  });
}

/** Reads the words of a command line. Throws a UsageError that names the one that is not understood. */
export function readFlags<const Flags extends Options>(
  { options, takesFiles = false }: Definition<Flags>,
  parameters: readonly string[],
): Given<Flags> | "help" {
  try {
    const { values, positionals } = parseArgs({
      args: prepare(parameters, options),
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

/** The whole number after a flag. Throws a UsageError if it is missing, or not in the range. */
export function readNumber<Flag extends string>(
  flags: { readonly [Name in Flag]?: string },
  flag: Flag,
  { least = 1, most }: { least?: number; most: number },
): number {
  const text = flags[flag];
  if (text === undefined) throw new UsageError(words.flagMissing(flag));
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(words.badNumber(flag, least, most));
}

/**
 * Turns `--a_b` into `--a-b`, because fields have underscores in files, and joins a value to its flag, because
 * Node refuses one that starts with a hyphen, as a list in Markdown does.
 */
function prepare(parameters: readonly string[], options: Options): string[] {
  const prepared: string[] = [];
  const isFlag = (word: string) => word === "--help" || Object.hasOwn(options, word.slice(2));
  for (let index = 0; index < parameters.length; index += 1) {
    const word = (parameters[index] ?? "").replace(/^--[^=]+/, (flag) => flag.replaceAll("_", "-"));
    const value = parameters[index + 1];
    const takesValue = word.startsWith("--") && options[word.slice(2)]?.type === "string";
    if (takesValue && value !== undefined && !isFlag(value)) {
      prepared.push(`${word}=${value}`);
      index += 1;
    } else prepared.push(word);
  }
  return prepared;
}

/** In characters. */
const helpWidth = 100;

/** What `--help` prints. */
export function helpText({ usage, about, options }: Definition<Options>): string {
  const rows = Object.entries({
    ...options,
    help: { type: "boolean", help: words.showHelp } as Option,
  }).map(
    ([name, { value = "VALUE", type, help }]) =>
      [`--${name}${type === "string" ? ` ${value}` : ""}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  const indent = `\n${" ".repeat(width + 2)}`;
  const lines = rows.map(
    ([flag, help]) => `  ${flag.padEnd(width)}${wrap(help, helpWidth - width - 2).join(indent)}`,
  );
  const paragraphs = about
    .split("\n\n")
    .map((text) => wrap(text.replaceAll("\n", " "), helpWidth).join("\n"));
  return [usage, ...paragraphs, lines.join("\n")].join("\n\n");
}

/** Lines of at most that many characters; a longer word gets a line of its own. */
function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`\\S.{0,${width - 2}}(?=\\s|$)|\\S+`, "g")) ?? [];
}

/** Only the message if it was written for people; the stack if the program has a bug. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurs = error.name === "Error" || error instanceof UsageError;
  return isOurs ? error.message : (error.stack ?? error.message);
}
