import { describe, expect, it } from "vitest";
import { readAction, readWorkflow } from "./workflow.ts";

const job = "jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: ls }] } }";

function read(text: string) {
  return readWorkflow("a.yml", text);
}

describe("a workflow", () => {
  it("is parsed with the line numbers of its jobs and steps", async () => {
    const { name, permissions, jobs } = await read(`name: check
on: push
permissions: { contents: read, issues: none }
jobs:
  first:
    runs-on: ubuntu-24.04
    steps:
      - run: ls
  second:
    needs: first
    if: github.ref == 'a'
    permissions: {}
    uses: ./.github/workflows/b.yml
`);
    expect([name, permissions]).toEqual(["check", { contents: "read" }]);
    expect(jobs).toMatchObject([
      { id: "first", condition: "success()", kind: "steps", steps: [{ line: 8, kind: "run" }] },
      {
        id: "second",
        needs: ["first"],
        condition: "success() && (github.ref == 'a')",
        permissions: {},
        kind: "call",
        workflow: ".github/workflows/b.yml",
      },
    ]);
  });

  it("without a name is named after its file", async () => {
    expect((await read(`on: push\n${job}`)).name).toBe("a.yml");
  });

  it.each([
    ["broken YAML", "on: push\njobs: {", 2],
    ["nothing in it", "", 1],
    ["what GitHub does not know", `on: push\nnames: a\n${job}`, 2],
    [
      "an expression that GitHub does not know",
      `on: push\nenv: { A: "\${{ foo.bar }}" }\n${job}`,
      2,
    ],
    [
      "a job that needs one that is not there",
      `on: push\n${job.replace("{ r", "{ needs: b, r")}`,
      2,
    ],
    ["a schedule that is none", `on: { schedule: [{ cron: daily }] }\n${job}`, 1],
    ["defaults", `on: push\ndefaults: { run: { shell: sh } }\n${job}`, 2],
    ["rights in one word", `on: push\npermissions: write-all\n${job}`, 2],
    ["another system", `on: push\n${job.replace("ubuntu", "windows")}`, 2],
    ["a container", `on: push\n${job.replace("runs-on", "container: a, runs-on")}`, 2],
    ["a step's own folder", `on: push\n${job.replace("ls", "ls, working-directory: a")}`, 2],
    [
      "a workflow from elsewhere",
      "on: push\njobs: { a: { uses: a/b/.github/workflows/c.yml@d } }",
      2,
    ],
  ])("with %s is rejected, with its line", async (_, text, line) => {
    await expect(read(text)).rejects.toThrow(`a.yml:${line}: `);
  });
});

describe("an action", () => {
  const head = "name: a\ndescription: b\n";

  it("is parsed with its inputs and steps", () => {
    const { inputs, steps } = readAction(
      "action.yml",
      `${head}inputs: { c: { description: d, required: true } }
runs:
  using: composite
  steps:
    - run: ls
      shell: bash
`,
    );
    expect([...inputs]).toEqual([["c", { required: true, value: undefined }]]);
    expect(steps).toMatchObject([{ kind: "run", shell: "bash", line: 7 }]);
  });

  it.each([
    ["of JavaScript", `${head}runs: { using: node24, main: a.js }`, 3],
    ["with outputs", `${head}outputs: {}\nruns: { using: composite, steps: [] }`, 3],
    ["without a shell", `${head}runs: { using: composite, steps: [{ run: ls }] }`, 3],
  ])("%s is rejected, with its line", (_, text, line) => {
    expect(() => readAction("action.yml", text)).toThrow(`action.yml:${line}: `);
  });
});
