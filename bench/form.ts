/**
 * `npm run bench:form`: compares how long the editor takes to open a new post, and how many requests it
 * makes to GitHub, with the board's bundle of the CMS and with Decap's full one. Both use the same GitHub
 * emulator, alternating, so that load on the machine affects both.
 */
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { GitHub } from "github-emulator";
import { startGitHub } from "github-emulator";
import type { Browser } from "playwright-core";
import { boardConfig } from "../src/board.config.ts";
import { writeAdminPage } from "../src/services/admin-page.ts";
import { launchBrowser } from "../test/browser.ts";
import { jobText } from "../test/posts-folder.ts";
import { serveSite } from "../test/site-server.ts";
import { median, table } from "./figures.ts";

const login = "ada";
const { owner, name, branch } = boardConfig.repository;

/** A page with an editor that is open once the field with this label shows. */
type Contender = { name: string; folder: string; label: RegExp };

type Visit = { milliseconds: number; requests: number };

const usage = `npm run bench:form -- [--posts 20,200] [--rounds 5]

Opens a new post in the editor with the board's bundle and with Decap's full one, alternating, and prints
the time, the number of requests to GitHub, and the size of the bundles.

  --posts N,N   numbers of posts on the board (default: 20,200)
  --rounds N    how often each is opened (default: 5)
  --help        show this text`;

await main(process.argv.slice(2));

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: "string", default: "20,200" },
      rounds: { type: "string", default: "5" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-form-"));
  for (const posts of values.posts.split(",").map(Number)) {
    const rounds = Number(values.rounds);
    const visits = await compete(join(folder.path, String(posts)), posts, rounds);
    console.log(`${posts} posts, medians of ${rounds}\n\n${visits}\n`);
  }
}

async function compete(folder: string, posts: number, rounds: number): Promise<string> {
  const github = await startBoard(folder, posts);
  const browser = await launchBrowser(process.env);
  try {
    const contenders = [await writeOurs(folder, github), await writeWhole(folder, github)];
    const visits = new Map<Contender, Visit[]>(contenders.map((each) => [each, []]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const contender of contenders) {
        const visit = await open(browser, contender, github);
        // The first round warms up the machine's caches.
        if (round > 0) visits.get(contender)?.push(visit);
      }
    }
    return await report(visits);
  } finally {
    await browser.close();
    await github.stop();
  }
}

async function startBoard(folder: string, posts: number): Promise<GitHub> {
  const source = join(folder, "source");
  await mkdir(join(source, "jobs"), { recursive: true });
  for (let number = 0; number < posts; number += 1) {
    const text = jobText({ title: `Developer ${number}` });
    await writeFile(join(source, `jobs/2026-11-22-post-${number}.md`), text);
  }
  const github = await startGitHub({ directory: join(folder, "github"), timing: "instant" });
  await github.addRepository({ owner, name, defaultBranch: branch, from: source });
  github.addUser({ login });
  const headers = { authorization: `token ${github.tokenFor(login)}` };
  // Creates the fork, which is only part of the very first visit.
  await fetch(`${github.apiUrl}/repos/${owner}/${name}/forks`, { method: "POST", headers });
  return github;
}

async function writeOurs(folder: string, { apiUrl }: GitHub): Promise<Contender> {
  const site = join(folder, "ours");
  await writeAdminPage(site, {
    board: { ...boardConfig, demo: null },
    backend: { kind: "github", signInUrl: "http://127.0.0.1:9/auth", apiUrl },
    stylesheet: "/styles.css",
  });
  return { name: "the board’s bundle", folder: site, label: /^Job title/ };
}

/** Decap's full bundle, with a similar form. */
async function writeWhole(folder: string, { apiUrl }: GitHub): Promise<Contender> {
  const site = join(folder, "whole");
  const field = (label: string, widget = "string") => ({
    label,
    name: label.toLowerCase(),
    widget,
  });
  const config = {
    load_config_file: false,
    backend: {
      ...{ name: "github", repo: `${owner}/${name}`, branch, api_root: apiUrl },
      ...{ base_url: "http://127.0.0.1:9", open_authoring: true },
    },
    publish_mode: "editorial_workflow",
    media_folder: "media",
    collections: [
      {
        ...{ name: "jobs", label: "Jobs", folder: "jobs", create: true },
        fields: [field("Title"), field("Company"), field("Body", "markdown")],
      },
    ],
  };
  await build({
    stdin: {
      contents: `import CMS from "decap-cms-app"; CMS.init({ config: ${JSON.stringify(config)} });`,
      resolveDir: import.meta.dirname,
    },
    outfile: join(site, "admin/cms.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>CMS</title><script type="module" src="cms.js"></script>`;
  await writeFile(join(site, "admin/index.html"), page);
  return { name: "Decap’s full bundle", folder: site, label: /^Title/ };
}

/** With empty caches, as somebody who has signed in before. */
async function open(
  browser: Browser,
  { folder, label }: Contender,
  { apiUrl, tokenFor }: GitHub,
): Promise<Visit> {
  const server = await serveSite(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  const user = { backendName: "github", token: tokenFor(login), login };
  await page.addInitScript(
    (remembered) => localStorage.setItem("decap-cms-user", remembered),
    JSON.stringify(user),
  );
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().startsWith(apiUrl) && request.method() !== "OPTIONS") requests += 1;
  });
  const start = performance.now();
  await page.goto(`${server.origin}/admin/#/collections/jobs/new`);
  await page.getByLabel(label).first().waitFor();
  const milliseconds = performance.now() - start;
  await context.close();
  await server.close();
  return { milliseconds, requests };
}

async function report(visits: ReadonlyMap<Contender, readonly Visit[]>): Promise<string> {
  const rows = await Promise.all(
    [...visits].map(async ([contender, each]) => ({
      name: contender.name,
      time: median(each.map(({ milliseconds }) => milliseconds)),
      requests: median(each.map(({ requests }) => requests)),
      ...(await sizeOf(join(contender.folder, "admin"))),
    })),
  );
  const [ours] = rows;
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;
  return table([
    ["", "time ÷ board’s", "GitHub requests", "brotli", "gzip"],
    ...rows.map(({ name, time, requests, brotli, gzip }) => [
      name,
      (time / (ours?.time ?? time)).toFixed(2),
      String(requests),
      kilobytes(brotli),
      kilobytes(gzip),
    ]),
  ]);
}

/** Compressed size of the bundle. */
async function sizeOf(folder: string): Promise<{ brotli: number; gzip: number }> {
  const script = (await readdir(folder)).find((file) => /^cms.*\.js$/.test(file));
  const text = await readFile(join(folder, script ?? ""));
  return { brotli: brotliCompressSync(text).length, gzip: gzipSync(text).length };
}
