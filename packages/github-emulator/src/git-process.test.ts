import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { endIdleStarter, gitVariables, runGit } from "./git-process.ts";

const version = expect.stringMatching(/^git version/);

async function printed(): Promise<string> {
  return (await runGit(["version"], gitVariables())).output.toString();
}

describe("the process that starts Git", () => {
  it("returns Git's output, byte for byte, and its exit code", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const echo = ["-c", "alias.echo=!cat; echo no >&2; exit 3; :", "echo"];
    expect(await runGit(echo, gitVariables(), bytes)).toEqual({
      code: 3,
      output: Buffer.from(bytes),
      words: "no\n",
    });
  });

  it("reports that Git is not installed", async () => {
    await expect(runGit(["version"], { PATH: "/nowhere" })).rejects.toThrow(
      /Git cannot be started: .*ENOENT/,
    );
    expect(await printed()).toEqual(version);
  });

  it("can be stopped, and starts again for the next command", async () => {
    const parent = "read -r _ _ _ parent _ < /proc/$PPID/stat; echo $parent";
    const { output } = await runGit(["-c", `alias.parent=!${parent}`, "parent"], gitVariables());
    const starter = Number(output.toString());
    expect(process.kill(starter, 0)).toBe(true);
    await endIdleStarter();
    expect(() => process.kill(starter, 0)).toThrow("ESRCH");
    expect(await printed()).toEqual(version);
  });

  it("starts again if it has crashed", async () => {
    const end = "read -r _ _ _ parent _ < /proc/$PPID/stat; kill -9 $parent";
    await expect(runGit(["-c", `alias.end=!${end}`, "end"], gitVariables())).rejects.toThrow(
      "The process that starts Git has ended",
    );
    expect(await printed()).toEqual(version);
  });

  it("does not keep a program running", async () => {
    const url = JSON.stringify(join(import.meta.dirname, "git-process.ts"));
    const program = `
      const { runGit } = await import(${url});
      console.log((await runGit(["version"], process.env)).output.toString());
    `;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...["--input-type=module", "--eval", program],
    ]);
    expect(stdout).toEqual(version);
  });
});
