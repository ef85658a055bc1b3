/** Asks for values on the terminal, one question at a time. */
import { createInterface } from "node:readline";

export type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

export type Questions = {
  /** Says something that is no question. */
  say(text: string): void;
  /** One line, without spaces around it. Throws an Error if the input ends instead. */
  ask(question: string): Promise<string>;
  /** Lines up to one that holds nothing but a dot. Throws an Error if the input ends before. */
  askForText(question: string): Promise<string>;
  close(): void;
};

/** Whether there is somebody who can be asked. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** Starts to ask. Close it when done: it keeps the input open. */
export function startQuestions(
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Questions {
  const reader = createInterface({ input, output });
  // Lines wait here until they are asked for, as when somebody pastes several at once.
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (prompt: string): Promise<string> => {
    reader.setPrompt(prompt);
    reader.prompt();
    const line = await lines.next();
    if (line.done) throw new Error("There was no answer, so nothing was done.");
    return line.value;
  };
  return {
    say: (text) => void output.write(`${text}\n`),
    ask: async (question) => (await ask(`${question}: `)).trim(),
    async askForText(question) {
      output.write(`${question} (end with a line that holds only a dot):\n`);
      const text: string[] = [];
      for (let line = await ask(""); line !== "."; line = await ask("")) text.push(line);
      return text.join("\n").trim();
    },
    close: () => reader.close(),
  };
}
