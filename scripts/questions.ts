/** Asks for values on the terminal, one question at a time. */
import { createInterface } from "node:readline";
import * as words from "#words/terminal.ts";
import type { Context } from "./command.ts";

export type Terminal = Pick<Context, "stdin" | "stdout">;

export type Questions = {
  /** Prints something that is not a question. */
  say(text: string): void;
  /** One line, without spaces around it. Throws an Error if the input ends instead. */
  ask(question: string): Promise<string>;
  /** The lines before one that contains only a dot. Throws an Error if the input ends before it. */
  askForText(question: string): Promise<string>;
};

/** Whether there is somebody to ask. */
export function canAsk({ stdin, stdout }: Terminal): boolean {
  return Boolean(stdin.isTTY && stdout.isTTY);
}

/** Lets `conversation` ask, and then stops reading the input. */
export async function askAt<Result>(
  { stdin, stdout }: Terminal,
  conversation: (questions: Questions) => Promise<Result>,
): Promise<Result> {
  const reader = createInterface({ input: stdin, output: stdout });
  // Several lines may arrive at once, as when somebody pastes them; they wait here.
  const lines = reader[Symbol.asyncIterator]();
  let isOpen = true;
  reader.once("close", () => {
    isOpen = false;
  });
  const ask = async (prompt: string): Promise<string> => {
    reader.setPrompt(prompt);
    // A closed reader refuses to prompt, although it may still have lines.
    if (isOpen) reader.prompt();
    else stdout.write(prompt);
    const line = await lines.next();
    if (line.done) throw new Error(words.noAnswer);
    return line.value;
  };
  try {
    return await conversation({
      say: (text) => void stdout.write(`${text}\n`),
      ask: async (title) => (await ask(words.question(title))).trim(),
      async askForText(title) {
        stdout.write(`${words.questionForText(title)}\n`);
        const text: string[] = [];
        for (let line = await ask(""); line !== "."; line = await ask("")) text.push(line);
        return text.join("\n").trim();
      },
    });
  } finally {
    reader.close();
  }
}
