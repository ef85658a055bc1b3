import { readdir, readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

const forms = ".github/ISSUE_TEMPLATE";

async function readYaml<Shape>(path: string): Promise<Shape> {
  return load(await readFile(path, "utf8")) as Shape;
}

describe("an issue form", async () => {
  const names = (await readdir(forms)).filter((name) => name !== "config.yml");

  type Form = {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string; value?: string } }[];
  };

  // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
  it.each(names)("%s has what GitHub requires", async (name) => {
    const form = await readYaml<Form>(`${forms}/${name}`);
    expect(form).toEqual({
      name: expect.any(String),
      description: expect.any(String),
      ...("title" in form && { title: expect.any(String) }),
      body: expect.any(Array),
    });
    for (const { type, id, attributes } of form.body) {
      expect(["input", "textarea", "dropdown", "markdown"]).toContain(type);
      expect([id, attributes.label, attributes.value]).toEqual(
        type === "markdown"
          ? [undefined, undefined, expect.any(String)]
          : [expect.stringMatching(/^[\w-]+$/), expect.any(String), undefined],
      );
    }
  });

  it("allows blank issues, to which the pages of posts link", async () => {
    expect(await readYaml(`${forms}/config.yml`)).toEqual({ blank_issues_enabled: true });
  });
});

describe("code owners", () => {
  it("own everything except posts", async () => {
    const lines = (await readFile(".github/CODEOWNERS", "utf8"))
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(/\s+/));
    // The last matching line counts, and one without owners removes them.
    expect(lines).toEqual([["*", expect.stringMatching(/^@[\w-]+/)], ["/jobs/"]]);
  });
});

describe("Dependabot", () => {
  type Config = {
    version: number;
    updates: { "package-ecosystem": string; groups: object; schedule: { interval: string } }[];
  };

  it("opens one pull request a week for packages and one for actions", async () => {
    const { version, updates } = await readYaml<Config>(".github/dependabot.yml");
    expect(version).toBe(2);
    expect(
      updates.map((update) => [
        update["package-ecosystem"],
        update.schedule.interval,
        Object.keys(update.groups).length,
      ]),
    ).toEqual([
      ["npm", "weekly", 1],
      ["github-actions", "weekly", 1],
    ]);
  });

  it("covers every folder with actions", async () => {
    const text = await readFile(".github/dependabot.yml", "utf8");
    const actions = await readdir(".github/actions");
    expect(actions).not.toEqual([]);
    expect(text).toContain("/.github/actions/*");
  });
});
