import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { wordsOf } from "./simple-command.ts";

const variables = { FLAGS: "--a  --b", EMPTY: "", EVENT: "/tmp/an event.json", N: "7" };

describe("a simple command", () => {
  it.each([
    "npm ci",
    "npm ci $FLAGS",
    "npm ci $EMPTY",
    "npm ci $MISSING",
    'node scripts/a.ts --event "$EVENT"',
    "node a.ts --pr $N --x=7",
    `node a.ts "" '$N' "a$N"b`,
    `node a.ts "$FLAGS" ''`,
  ])("has the arguments that bash passes on: %s", (script) => {
    const print = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const output = execFileSync(
      "bash",
      [
        "--noprofile",
        "--norc",
        "-c",
        `p() { "${process.execPath}" -e '${print}' -- "$@"; }; p ${script}`,
      ],
      { env: variables, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    expect(wordsOf(script, variables)).toEqual(JSON.parse(output));
  });

  it.each([
    "a; b",
    "a && b",
    "a | b",
    "a > b",
    "a $(b)",
    "a `b`",
    'a "$(b)"',
    "a *",
    "a ~",
    "A=1 b",
    "a # b",
    "a \\b",
    'a "b',
    "a\nb",
    "a {1,2}",
    "a --x=$N",
    "",
  ])("is not %j", (script) => {
    expect(wordsOf(script, variables)).toBeUndefined();
  });
});
