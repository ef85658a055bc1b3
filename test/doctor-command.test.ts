import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardConfig } from "../src/board/config.ts";
import { publicGitHub } from "../src/board/config.ts";
import type { Finding } from "../src/board/site-checks/finding.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { exampleNow } from "./example-job.ts";
import { examplePosts, settingsBelowPath } from "./example-posts.ts";
import { buildExample, type ExampleSite, writeExample } from "./example-site.ts";
import { runScript } from "./run-script.ts";
import type { RunningHost, StaticHost } from "./static-hosts.ts";
import { bareNginx, gitHubPages, netlify, startHost } from "./static-hosts.ts";

let built: ExampleSite;
let board: Awaited<ReturnType<typeof mkdtempDisposable>>;
const running: RunningHost[] = [];

beforeAll(async () => {
  built = await buildExample(examplePosts, { config: settingsBelowPath });
  board = await mkdtempDisposable(join(tmpdir(), "doctor-"));
  await writeExample(board.path, examplePosts, settingsBelowPath);
});

afterAll(async () => {
  await Promise.all(running.map((host) => host.close()));
  await board.remove();
});

async function start(host: StaticHost): Promise<string> {
  const started = await startHost(host, built.folder, settingsBelowPath.url);
  running.push(started);
  return started.site;
}

type Run = { code: number; findings: Finding[]; report: string };

/** The findings at a site that is this board's. */
async function examine(site: string, changes: Partial<BoardConfig> = {}): Promise<Run> {
  const options = {
    variables: { JOBS_DIR: join(board.path, "jobs"), BOARD_NOW: exampleNow.toISO() },
    settings: { ...settingsBelowPath, url: site, ...changes },
  };
  const { code, stdout } = await runScript("doctor", ["--json"], options);
  const report = await runScript("doctor", [], options);
  expect(report.code).toBe(code);
  return { code, findings: JSON.parse(stdout), report: report.stdout };
}

/** `subject severity address`, without what only says that the site is on this machine. */
function brief(findings: readonly Finding[], site: string): string[] {
  return findings
    .filter(({ subject, severity }) => !(subject === "https" && severity === "unchecked"))
    .map(({ subject, severity, url }) => `${subject} ${severity} ${url.replace(site, "/")}`);
}

describe("a board at GitHub Pages", () => {
  it("has nothing wrong, only what that host cannot do", async () => {
    const site = await start(gitHubPages);
    const { code, findings, report } = await examine(site);
    expect(brief(findings, site)).toEqual([
      "headers host /jobs/",
      "headers host /admin/",
      "feeds host /jobs/feed/rss/",
      "feeds host /jobs/feed/atom/",
      "feeds host /jobs/feed/feed.json",
      "signIn unchecked /",
    ]);
    expect(code).toBe(0);
    expect(report).toMatch(/^http:.*\n\nHTTPS\n {2}not checked: /);
    expect(report).toContain("\n\nRedirects and missing pages: fine\n\n");
    expect(report).toMatch(/\n\nNothing is wrong, 5 limits of the host, 2 not checked\.\n$/);
  });

  it("is found if its daily run has stopped", async () => {
    const site = await start(gitHubPages);
    const { code, stdout } = await runScript("doctor", ["--url", site, "--json"], {
      variables: { BOARD_NOW: exampleNow.plus({ hours: 30 }).toISO() },
    });
    expect(brief(JSON.parse(stdout), site)).toContain("freshness error /api/jobs.json");
    expect(code).toBe(1);
  });
});

describe("a board at Netlify", () => {
  it("has nothing wrong, with the headers and redirects that the build has written", async () => {
    const site = await start(netlify);
    const { code, findings } = await examine(site);
    expect(brief(findings, site)).toEqual(["signIn unchecked /"]);
    expect(code).toBe(0);
  });

  it("has a sign-in service that works for it, and for no other site", async () => {
    const site = await start(netlify);
    let settings = { clientId: "board", clientSecret: "hush", ...publicGitHub };
    let handle = (_: Request) => Promise.resolve(new Response());
    const service = serve({ fetch: (request) => handle(request), port: 0, hostname: "127.0.0.1" });
    await once(service, "listening");
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/auth`;
    try {
      handle = signInHandler({ ...settings, url, siteOrigin: new URL(site).origin });
      expect(brief((await examine(site, { signInUrl: url })).findings, site)).toEqual([]);

      settings = { ...settings, clientId: "" };
      handle = signInHandler({ ...settings, url, siteOrigin: "https://jobs.example.net" });
      const { code, findings } = await examine(site, { signInUrl: url });
      expect(brief(findings, site)).toEqual([
        `signIn error ${url}`,
        `signIn error ${url}/callback`,
      ]);
      expect(code).toBe(1);
    } finally {
      service.close();
    }
  });
});

describe("a board at an nginx that nobody has configured", () => {
  it("is told what to configure", async () => {
    const site = await start(bareNginx);
    const { code, findings, report } = await examine(site);
    expect(code).toBe(1);
    expect(brief(findings, site)).toEqual([
      "headers error /jobs/",
      "headers error /admin/",
      "caching advice /jobs/",
      "redirects error /jobs",
      "redirects error /no-such-page-for-the-doctor/",
      "feeds error /jobs/feed/rss/",
      "feeds error /jobs/feed/atom/",
      "feeds error /jobs/feed/feed.json",
      "feeds advice /jobs/feed/feed.json",
      "signIn unchecked /",
      "weight advice /jobs/",
      expect.stringMatching(/^weight advice \/assets\/board\.css/),
      expect.stringMatching(/^weight advice \/jobs\/2026-/),
    ]);
    for (const setting of ["absolute_redirect off", "error_page 404", "index.xml;", "gzip on"]) {
      expect(report).toContain(setting);
    }
  });
});

describe("a site that is not there", () => {
  it("is one finding", async () => {
    const site = await start(netlify);
    await running.pop()?.close();
    const { code, findings, report } = await examine(site);
    expect({ code, findings: brief(findings, site) }).toEqual({
      ...{ code: 1, findings: ["site error /jobs/"] },
    });
    expect(report).toMatch(/wrong: This address refuses the connection\.\n/);
  });

  it.each([
    "jobs.example.org",
    "file:///etc/passwd",
    "https://a:b@jobs.example.org/",
    "https://a/?b",
  ])("is not asked for if its address is none: %s", async (url) => {
    const { code, stderr } = await runScript("doctor", ["--url", url]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(url) });
  });
});
