import { access, glob, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];
for await (const document of glob("docs/*.md")) documents.push(document);

async function mentionsIn(pattern: RegExp): Promise<{ document: string; mention: string }[]> {
  const found = await Promise.all(
    documents.map(async (document) => {
      const text = await readFile(document, "utf8");
      return [...text.matchAll(pattern)].map(([, mention = ""]) => ({ document, mention }));
    }),
  );
  return found.flat();
}

describe("the documents", () => {
  it("name files and folders that are there", async () => {
    const paths = await mentionsIn(
      /(?:`|\]\()((?:(?:\.\/)?(?:src|scripts|admin|test|bench|lint|docs|jobs)\/[\w./-]*|\.eleventy\.ts|[A-Z]+\.md|LICENSE))(?:`|\))/g,
    );
    expect(paths.length).toBeGreaterThan(50);
    const missing = await Promise.all(
      paths.map(async ({ document, mention }) => {
        const near = document.startsWith("docs/") ? [mention, `docs/${mention}`] : [mention];
        const there = await Promise.all(
          near.map((path) =>
            access(path).then(
              () => true,
              () => false,
            ),
          ),
        );
        return there.some(Boolean) || /^jobs\/(?:2|archive\/)/.test(mention)
          ? []
          : [`${document}: ${mention}`];
      }),
    );
    expect(missing.flat()).toEqual([]);
  });

  it("name commands that can be run", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const commands = await mentionsIn(/npm run (?:-s )?([\w-]+)/g);
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter(({ mention }) => !(mention in scripts))).toEqual([]);
    for (const script of Object.values(scripts)) {
      const file = /^node (\S+\.ts)/.exec(script)?.[1];
      if (file) await expect(access(file), file).resolves.toBeUndefined();
    }
  });

  it("say nothing of a machine", async () => {
    expect(await mentionsIn(/((?:\/home|\/work|\/root|\/tmp)\/\S*)/g)).toEqual([]);
  });
});
