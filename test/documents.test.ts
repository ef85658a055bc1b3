import { spawnSync } from "node:child_process";
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
    // Examples of posts, and the folder of archived posts.
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

/** Words that read as translated, each with an example, and what to write instead. */
const avoided: readonly { pattern: RegExp; example: string; instead: string }[] = [
  { pattern: /\bmend(?:s|ed|ing)?\b/i, example: "Mend the link", instead: "fix" },
  { pattern: /\banew\b/i, example: "builds the site anew", instead: "again" },
  { pattern: /\bthr[oe]wn? (?:it )?away\b/i, example: "a draft is thrown away", instead: "delete" },
  { pattern: /\btak(?:e|es|en|ing) back\b/i, example: "it was taken back", instead: "withdraw" },
  { pattern: /\bnobody['’]s leave\b/i, example: "needs nobody’s leave", instead: "permission" },
  { pattern: /\blooks after\b/i, example: "`ann` looks after it", instead: "claimed by" },
  { pattern: /\bhow (?:it|they|things) stands?\b/i, example: "How it stands", instead: "status" },
  { pattern: /\bin the place of\b/i, example: "in the place of a list", instead: "instead of" },
  {
    pattern: /\b(?:is|are) to be done\b/i,
    example: "what is to be done",
    instead: "to do",
  },
  { pattern: /\b(?:deeds?|household)\b/i, example: "the deeds of a page", instead: "actions" },
];

function avoidedIn(text: string): string[] {
  return avoided.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0];
    return found ? [`“${found}”: write “${instead}”`] : [];
  });
}

describe("words that must not come back", () => {
  it.each(avoided)("are found: $example", ({ example, instead }) => {
    expect(avoidedIn(example)).toEqual([expect.stringContaining(instead)]);
  });

  it("are in no document, text or comment", async () => {
    const { stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
    const files = stdout
      .split("\0")
      .filter((file) => /\.(?:tsx?|js|md|njk|ya?ml|jsonc?|css|grit)$/.test(file));
    expect(files.length).toBeGreaterThan(500);
    // Posts are other people's words; the rest is generated, or this list.
    const ours = files.filter(
      (file) =>
        !/^jobs\/|^package-lock\.json$|\/operations\.json$|^test\/documents\.test\.ts$/.test(file),
    );
    const found = await Promise.all(
      ours.map(async (file) =>
        (await readFile(file, "utf8"))
          .split("\n")
          .flatMap((line, index) => avoidedIn(line).map((word) => `${file}:${index + 1}: ${word}`)),
      ),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe("source files", () => {
  /** Tests explain themselves by their names. */
  const isSource = /^(?!.*\.test\.ts$).*\.tsx?$/;
  const hasHeader = (text: string) => /^(?:#!.*\n)?(?:\/\/ biome-ignore.*\n)*\/\*\*/.test(text);

  it("start with a comment that says what they decide", async () => {
    const { stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
    const files = stdout.split("\0").filter((file) => isSource.test(file));
    expect(files.length).toBeGreaterThan(300);
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(file, "utf8") })),
    );
    expect(texts.filter(({ text }) => !hasHeader(text)).map(({ file }) => file)).toEqual([]);
    expect(hasHeader('import { posts } from "./posts.ts";\n/** Posts. */\n')).toBe(false);
  });
});
