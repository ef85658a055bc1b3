/** The programs that build the same pages from the same posts. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Program } from "./child-usage.ts";
import type { BoardInputs, Inputs } from "./inputs.ts";

export const contenders = ["ours", "whole", "floor", "eleventy", "hugo"] as const;

export type Contender = (typeof contenders)[number];

export const contenderNames = {
  ours: "this board",
  whole: "this board, all files",
  floor: "bare program",
  eleventy: "ordinary Eleventy",
  hugo: "Hugo",
} as const satisfies Record<Contender, string>;

const root = fileURLToPath(new URL("..", import.meta.url));

/** The command by which a contender writes its site into an empty folder. */
export function programOf(contender: Contender, inputs: Inputs, output: string): Program {
  switch (contender) {
    case "ours":
      return boardProgram(inputs, ["--output", output, "--pages"]);
    case "whole":
      return boardProgram(inputs, ["--output", output]);
    case "floor":
      return {
        file: process.execPath,
        parameters: ["bench/floor/build.ts", output],
        directory: root,
        variables: inputs.variables,
      };
    case "eleventy":
      return {
        file: process.execPath,
        parameters: [
          join(root, "node_modules/@11ty/eleventy/cmd.cjs"),
          "--quiet",
          `--output=${output}`,
        ],
        directory: inputs.eleventy,
      };
    case "hugo":
      return {
        file: "hugo",
        parameters: ["--quiet", "--destination", output],
        directory: inputs.hugo,
      };
  }
}

/** A build of this board with parameters of `bench/board/build.ts`. */
export function boardProgram({ variables }: BoardInputs, parameters: readonly string[]): Program {
  return {
    file: process.execPath,
    parameters: ["bench/board/build.ts", ...parameters],
    directory: root,
    variables,
  };
}
