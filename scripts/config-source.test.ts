import { describe, expect, it } from "vitest";
import { editConfig } from "./config-source.ts";

const source = `import type { BoardConfig } from "./board/config.ts";

/** Ours. A comment that says name: "x". */
export const boardConfig: BoardConfig = {
  name: "Old", // what people call it
  repository: { owner: 'someone', "name": "repo", branch: "main" },
  criteria: [{ title: "name: \\"y\\"", text: \`demo\` }],
  demo: "2026-11-22",
};
`;

describe("changing values in the configuration", () => {
  it("replaces only these, and keeps comments, order and quotes", () => {
    const changes = [
      { path: ["name"], value: 'The "New" }; // one' },
      { path: ["repository", "owner"], value: "$& else" },
      { path: ["repository", "name"], value: "board" },
      { path: ["demo"], value: null },
    ];
    expect(editConfig(source, changes)).toBe(
      source
        .replace('"Old"', () => '"The \\"New\\" }; // one"')
        .replace("'someone'", () => '"$& else"')
        .replace('"repo"', '"board"')
        .replace('"2026-11-22"', "null"),
    );
  });

  it("adds values that are not set, after the others of their group", () => {
    const changes = [
      { path: ["repository", "app"], value: { id: 1 } },
      { path: ["title"], value: "x" },
    ];
    expect(editConfig(source, changes)).toBe(
      source
        .replace('branch: "main"', 'branch: "main", app: {"id":1}')
        .replace('demo: "2026-11-22"', 'demo: "2026-11-22", title: "x"'),
    );
  });

  it("leaves the source unchanged if there is nothing to change", () => {
    expect(editConfig(source, [])).toBe(source);
  });

  it.each([
    ["there is no such group", source, ["topic", "name"]],
    ["a value comes from elsewhere", source.replace('name: "Old",', "...others,"), ["name"]],
    ["the path leads through a value", source, ["name", "first"]],
    ["the object is made by a function", "export const boardConfig = makeConfig();", ["name"]],
    ["the object is not JavaScript", source.replace('"Old"', '"Old" as string'), ["name"]],
    ["there is no configuration", "export const other = {};", ["name"]],
  ])("fails if %s", (_, text, path) => {
    expect(() => editConfig(text, [{ path, value: "x" }])).toThrow("Change it by hand.");
  });
});
