import { spawnSync } from "node:child_process";
import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkTypes, type Finding, lint } from "./lint.ts";

/** The parts of the project, an example file of each, and the parts that it may import. */
const parts = {
  board: { file: "src/board/rules/a.ts", mayImport: [] },
  converter: { file: "src/html-to-markdown/a.ts", mayImport: ["board"] },
  services: { file: "src/services/a.ts", mayImport: ["board"] },
  site: { file: "src/site/jobs/a.ts", mayImport: ["board", "converter"] },
  config: { file: "src/board.config.ts", mayImport: ["board"] },
  admin: { file: "admin/a.ts", mayImport: ["board", "converter", "site", "config"] },
  scripts: {
    file: "scripts/a.ts",
    mayImport: ["board", "converter", "services", "config", "command line", "eleventy"],
  },
  sandbox: { file: "sandbox/a.ts", mayImport: ["board", "services", "config"] },
  bench: {
    file: "bench/a.ts",
    mayImport: ["board", "services", "config", "eleventy", "sandbox", "test", "command line"],
  },
  package: { file: "packages/github-emulator/src/a.ts", mayImport: ["package’s folder"] },
  "package’s folder": { file: "packages/github-emulator/src/actions/a.ts", mayImport: ["package"] },
  eleventy: { file: ".eleventy.ts", mayImport: ["board", "services", "site", "config"] },
} satisfies Record<string, { file: string; mayImport: string[] }>;

describe("imports between parts", () => {
  const targets = [
    ...Object.entries(parts).map(([name, { file }]) => ({ name, path: file })),
    { name: "command line", path: "scripts/command.ts" },
    { name: "another package", path: "packages/other/src/a.ts" },
    { name: "test", path: "test/a.ts" },
    { name: "vitest", path: "vitest.config.ts" },
  ];
  const forms = ["import PATH;", "export { x } from PATH;", "await import(PATH);"];
  let found: Record<string, Finding[]>;

  beforeAll(async () => {
    found = await lint(
      Object.fromEntries(
        Object.values(parts).map(({ file }) => [
          file,
          targets
            .map(({ path }) => JSON.stringify(relative(file, path)))
            .flatMap((path) => forms.map((form) => form.replace("PATH", path)))
            .join("\n"),
        ]),
      ),
    );
  });

  it.each(Object.entries(parts))(
    "from %s: only from the parts that it may import",
    (name, part) => {
      const refused = linesWith(found[part.file], "plugin");
      for (const [index, target] of targets.entries()) {
        if (target.name === name) continue;
        const refusedForms = forms.filter((_, form) =>
          refused.includes(index * forms.length + form + 1),
        );
        const expected = part.mayImport.some((allowed) => allowed === target.name) ? [] : forms;
        expect([target.name, refusedForms]).toEqual([target.name, expected]);
      }
    },
  );

  it("have a rule for every folder with code", () => {
    const { stdout } = spawnSync("git", ["ls-files", "*.ts"], { encoding: "utf8" });
    const inUse = new Set(stdout.trim().split("\n").map(partOf));
    const known = targets.map(({ path }) => partOf(path));
    expect([...inUse].filter((part) => !known.includes(part))).toEqual([]);
  });

  it("are not restricted in tests", async () => {
    const test = "src/board/a.test.ts";
    const findings = await lint({ [test]: `import "../services/a.ts";\nimport "node:fs";\n` });
    expect(findings[test]).toEqual([]);
  });
});

describe("the linter rejects", () => {
  const clock = {
    "lint/nursery/noJsRestrictedProperties": [
      "export const a = Date.now();",
      "export const a = [1].map(Date.now);",
      "export const { now } = Date;",
      "export const a = DateTime.now();",
      "export const a = performance.now();",
      "export const a = new globalThis.Date();",
      "export const a = Math.random();",
      "export const { env } = process;",
    ],
    plugin: [
      "export const a = new Date();",
      "export const a = new Date;",
      "export const a = Date();",
      "export const a = DateTime.utc();",
      "export const a = DateTime.local();",
      `export const a = DateTime.local({ zone: "utc" });`,
      `export const a = instant.diffNow("days");`,
      "export const a = instant.toRelative();",
    ],
    "lint/style/noProcessEnv": ["export const a = process.env.HOME;"],
  };
  const browser = {
    "lint/correctness/noNodejsModules": [`import "node:fs";`, `import "fs";`],
    "lint/suspicious/noConsole": [`console.log("x");`],
  };
  const anywhere = {
    plugin: [
      "export const a = (b: number) => b;",
      "export const a = async () => 1;",
      "export const a = b as unknown as string;",
    ],
    "lint/style/noDefaultExport": ["export default 1;"],
    "lint/style/noEnum": ["export enum A { b }"],
    "lint/style/noNonNullAssertion": ["export const a = b!;"],
    "lint/style/useImportType": [`import { type A } from "./a.ts";`],
    "lint/suspicious/noExplicitAny": ["export const a = (b: any) => b;"],
    "lint/correctness/noUndeclaredDependencies": [`import "not-installed";`],
    "lint/nursery/noFloatingPromises": [
      "async function a(): Promise<void> {} export function b() { a(); }",
    ],
  };
  const refused: Record<string, Record<string, string[]>> = {
    "src/board/a.ts": {
      ...clock,
      ...browser,
      plugin: [...clock.plugin, `import "chokidar";`, `import "./fixtures.ts";`],
    },
    "src/board/rules/b.ts": clock,
    "src/site/a.ts": { ...clock, ...browser },
    "src/services/a.ts": {
      ...clock,
      // A development package, which privileged workflows do not install.
      "lint/correctness/noUndeclaredDependencies": [`import "esbuild";`],
    },
    "admin/a.ts": browser,
    "scripts/a.ts": {
      ...anywhere,
      plugin: [
        ...anywhere.plugin,
        "export const a = process.cwd();",
        "export const { b } = process.env;",
      ],
      "lint/suspicious/noConsole": [`console.log("x");`],
    },
    "test/a.test.ts": {
      "lint/suspicious/noFocusedTests": [`it.only("x", () => {});`],
      "lint/suspicious/noSkippedTests": [`it.skip("x", () => {});`],
      "lint/nursery/noPlaywrightWaitForTimeout": ["await page.waitForTimeout(100);"],
    },
  };
  const cases = Object.entries(refused).flatMap(([file, rules]) =>
    Object.entries(rules).flatMap(([rule, snippets]) =>
      snippets.map((snippet, index) => ({
        file,
        rule,
        snippet,
        // A separate file for each, so that no finding hides another.
        path: file.replace(/(?=\.(?:test\.)?ts$)/, `-${rule.replaceAll("/", "-")}-${index}`),
      })),
    ),
  );
  let found: Record<string, Finding[]>;

  beforeAll(async () => {
    found = await lint(
      Object.fromEntries(cases.map(({ path, snippet }) => [path, `${snippet}\n`])),
    );
  });

  it.each(cases)("$file: $snippet", ({ path, rule }) => {
    expect(found[path]?.map((finding) => finding.rule)).toContain(rule);
  });
});

describe("the linter accepts", () => {
  it("explicit times and pure packages in src/board", async () => {
    const file = "src/board/a.ts";
    const found = await lint({
      [file]: `import { DateTime } from "luxon";
export function a(now: DateTime): DateTime[] {
  return [now, DateTime.utc(2026, 1, 1), DateTime.fromISO("2026-01-01"), DateTime.fromJSDate(new Date(0))];
}
`,
    });
    expect(found[file]).toEqual([]);
  });

  it("the clock and the environment in their two services, scripts/command.ts and .eleventy.ts", async () => {
    const clock = "export function now(): Date {\n  return new Date(Date.now());\n}\n";
    const environment =
      "export function home(): string | undefined {\n  return process.env.HOME;\n}\n";
    const files = {
      "src/services/clock.ts": clock,
      "src/services/environment.ts": environment,
      "scripts/command.ts": clock + environment,
      ".eleventy.ts": clock + environment,
    };
    const found = await lint(files);
    expect(Object.values(found).flat()).toEqual([]);
  });
});

describe("the compiler", () => {
  it.each([
    ["src/board", "export const a = process.pid;"],
    ["src/board", "export const a = document.title;"],
    ["src/board", `export const a = fetch("x");`],
    ["src/board", "console.log(1);"],
    ["scripts", "export const a = document.title;"],
    ["admin", "export const a = process.pid;"],
    ["admin", "export const a = Buffer.alloc(1);"],
    [".", "export class A { constructor(private b: string) {} }"],
    [".", "export const a: string = [''][0];"],
    [".", "export const a: { b?: string } = { b: undefined };"],
    [".", `export { a } from "./other";`],
  ])("rejects in %s: %s", async (part, snippet) => {
    expect(await checkTypes(part, { "a.ts": snippet })).not.toEqual([]);
  });

  it.each([
    [
      "src/board",
      `export const a = new TextEncoder().encode(new URL("https://example.com").host);`,
    ],
    ["scripts", "export const a = [process.pid, Buffer.alloc(1)];"],
    ["admin", "export const a = document.title;"],
    [".", "export const a = [document.title, process.pid];"],
  ])("accepts in %s: %s", async (part, snippet) => {
    expect(await checkTypes(part, { "a.ts": snippet })).toEqual([]);
  });
});

function linesWith(findings: Finding[] | undefined, rule: string): number[] {
  return (findings ?? []).filter((finding) => finding.rule === rule).map(({ line }) => line);
}

/** `scripts`, `src/board` and so on; a file at the top level is a part itself. */
function partOf(path: string): string {
  return /^(?:src\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? path;
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith("../") ? path : `./${path}`;
}
