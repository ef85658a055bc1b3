import { access, glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const guides: string[] = [];
for await (const guide of glob("docs/*.md")) guides.push(guide);
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...guides];

type Mention = { document: string; mention: string };

async function mentionsIn(pattern: RegExp): Promise<Mention[]> {
  const found = await Promise.all(
    documents.map(async (document) => {
      const text = await readFile(document, "utf8");
      return [...text.matchAll(pattern)].map(([, mention = ""]) => ({ document, mention }));
    }),
  );
  return found.flat();
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** The anchors that GitHub gives to a document's headings. */
async function anchorsOf(document: string): Promise<string[]> {
  const headings = (await readFile(document, "utf8")).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}

describe("the documents", () => {
  it("are at most ten in docs/", () => {
    expect(guides.length).toBeLessThanOrEqual(10);
  });

  it("name only paths that exist", async () => {
    const paths = await mentionsIn(
      /`((?:(?:src|scripts|admin|sandbox|packages|test|bench|lint|docs|jobs|\.github)\/[\w./-]*|\.eleventy\.ts|[A-Z]+\.md))`/g,
    );
    expect(paths.length).toBeGreaterThan(50);
    // Examples of posts, and where archived posts go.
    const named = paths.filter(({ mention }) => !/^jobs\/(?:2|archive\/)/.test(mention));
    const checked = await Promise.all(
      named.map(async (each) => ({ ...each, exists: await exists(each.mention) })),
    );
    expect(checked.filter((each) => !each.exists)).toEqual([]);
  });

  it("link only to files and headings that exist", async () => {
    const links = await mentionsIn(/\]\((?!https?:)([^)\s]+)\)/g);
    expect(links.length).toBeGreaterThan(30);
    const broken = await Promise.all(
      links.map(async ({ document, mention }) => {
        const [path = "", anchor] = mention.split("#");
        const target = path === "" ? document : join(dirname(document), path);
        const sound =
          (await exists(target)) && (!anchor || (await anchorsOf(target)).includes(anchor));
        return sound ? [] : [`${document}: ${mention}`];
      }),
    );
    expect(broken.flat()).toEqual([]);
  });

  it("name only commands that can be run", async () => {
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

  it("name no folder of a particular machine", async () => {
    expect(await mentionsIn(/((?:\/home|\/work|\/root|\/tmp)\/\S*)/g)).toEqual([]);
  });
});
