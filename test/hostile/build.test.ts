import { execFile } from "node:child_process";
import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DefaultTreeAdapterTypes } from "parse5";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRefusedCharacter } from "../../src/board/job/characters.ts";
import { writeJobFile } from "../../src/board/job/file.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { exampleConfig, exampleJob } from "../example-job.ts";
import { body, fields } from "./job-text.ts";

const run = promisify(execFile);

const code =
  "{{ 7 * 7 }}{% include \"../../package.json\" %}{{ ''.constructor.constructor('globalThis.x=1')() }}";
const markup = "</script><!--<script><img src=x onerror=alert(1)>\"'";

/** An honest post, and a hostile one with the same fields. */
const honest: Job = { ...exampleJob, contact: "Ada", region: "Berlin", other_job_type: "Reports" };
const hostile: Job = {
  ...honest,
  title: `{{ 7 * 7 }} ${markup}`,
  company: `Example ${markup}`,
  contact: "{% include '../../package.json' %}",
  region: markup,
  city: "Щ".repeat(100),
  other_job_type: markup,
  description: `Python ${code}\n\n${markup}\n\n[a](javascript:alert\\(1\\)) ${"&#x202e;&#12;"}`,
  requirements: `${code} ${markup}`,
  company_description: `${code} ${markup}`,
};

let root: string;
let site: string;
let stderr: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "hostile-build-"));
  site = join(root, "site");
  const jobs = join(root, "jobs");
  await mkdir(join(jobs, "_data"), { recursive: true });
  const texts: Record<string, string> = {
    "honest.md": textOf(honest),
    "hostile.md": textOf(hostile),
    "template.md": `---js\n({ title: require("fs").writeFileSync("${root}/harmed", "") })\n---\n\n${body}`,
    "permalink.md": `---\n${fields}permalink: ../../harmed.html\n---\n\n${body}`,
    "jobs.11tydata.js": `import { writeFileSync } from "node:fs";\nwriteFileSync("${root}/harmed", "");\nexport default {};`,
    "page.njk": "---\npermalink: /harmed.html\n---\n{{ 7 * 7 }}",
    "_data/site.js": `import { writeFileSync } from "node:fs";\nwriteFileSync("${root}/harmed", "");`,
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(jobs, name), text);
  await symlink("/etc/passwd", join(jobs, "passwd.md"));
  const environment = { JOBS_DIR: jobs, BOARD_NOW: "2026-11-22T12:00:00Z" };
  const build = await run(process.execPath, ["scripts/build.ts", "--output", site], {
    env: { ...process.env, ...environment },
  });
  stderr = build.stderr;
});

afterAll(() => rm(root, { recursive: true }));

function textOf(job: Job): string {
  const written = writeJobFile("jobs/x.md", job, exampleConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

/** The number of elements in a page that could load, run or send something, by kind. */
async function activeElements(path: string): Promise<Record<string, number>> {
  const active =
    /^(?:script|iframe|img|svg|object|embed|base|form|input|style|link|meta|video|audio)$/;
  const found: Record<string, number> = {};
  for (const element of elementsIn(parse(await readFile(join(site, path), "utf8")))) {
    if (active.test(element.tagName)) found[element.tagName] = (found[element.tagName] ?? 0) + 1;
    for (const { name } of element.attrs) if (name.startsWith("on")) found[name] = 1;
  }
  return found;
}

function elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return parent.childNodes.flatMap((node) =>
    "tagName" in node ? [node, ...elementsIn(node)] : [],
  );
}

describe("a site built from strangers’ files", () => {
  it("reports each bad file with its reason, and publishes the good ones", async () => {
    for (const name of [
      "template.md",
      "permalink.md",
      "jobs.11tydata.js",
      "page.njk",
      "_data/site.js",
      "passwd.md",
    ]) {
      expect(stderr).toContain(`jobs/${name}`);
    }
    await access(join(site, "jobs/honest/index.html"));
    await access(join(site, "jobs/hostile/index.html"));
  });

  it("has not run or published anything from the bad ones", async () => {
    const files = await readdir(site, { recursive: true });
    expect(files.filter((name) => /harmed|permalink|passwd|template|11tydata/.test(name))).toEqual(
      [],
    );
    expect(await readdir(root)).toEqual(["jobs", "site"]);
    const pages = files.filter(
      (name) => /\.(?:html|xml|json|txt)$/.test(name) && !name.startsWith("admin"),
    );
    for (const name of pages)
      expect(await readFile(join(site, name), "utf8")).not.toContain("root:x:0");
  });

  it("shows template code as text", async () => {
    const page = await readFile(join(site, "jobs/hostile/index.html"), "utf8");
    expect(page).toContain("{{ 7 * 7 }}");
    expect(page).not.toContain("devDependencies"); // The package.json here.
  });

  it("has only elements in a hostile post’s page that an honest one’s also has", async () => {
    expect(await activeElements("jobs/hostile/index.html")).toEqual(
      await activeElements("jobs/honest/index.html"),
    );
  });

  it("shortens the names of cities to what a file system allows", async () => {
    const places = await readdir(join(site, "jobs/location"));
    expect(places).toContain("berlin-de");
    expect(places.every((name) => name.length < 100)).toBe(true);
    expect(places.length).toBeGreaterThan(2);
  });

  it("has feeds and data that machines can parse", async () => {
    const feed = await readFile(join(site, "jobs/feed/rss/index.xml"), "utf8");
    expect(findRefusedCharacter(feed)).toBeUndefined();
    const data = JSON.parse(await readFile(join(site, "api/jobs.json"), "utf8"));
    expect(JSON.stringify(data)).toContain("{{ 7 * 7 }}");
  });
});
