import { mkdir, mkdtempDisposable, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import getPort from "get-port";
import { describe, expect, it, onTestFinished } from "vitest";
import { startLocalBackend } from "./local-backend.ts";

/** Where the site would be; the backend only compares it. */
const sitePort = 8080;

async function startIn(directory: string, given?: number) {
  const port = given ?? (await getPort());
  const backend = await startLocalBackend({ directory, port, sitePort });
  onTestFinished(() => backend.stop());
  return backend;
}

type Headers = { host?: string; origin?: string };

/** Unlike `fetch`, allows any Host header, as a browser sends if another name resolves to this machine. */
async function ask(url: string, action: string, params: object, headers: Headers = {}) {
  const sent = request(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
  });
  const { promise, resolve, reject } = Promise.withResolvers<{ status?: number; body: unknown }>();
  sent.on("error", reject).on("response", (answer) => {
    json(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
  });
  sent.end(JSON.stringify({ branch: "main", action, params: { branch: "main", ...params } }));
  return await promise;
}

/** A browser’s preflight request for a page of another origin. */
function askBefore(url: string, origin: string) {
  return fetch(url, { method: "OPTIONS", headers: { origin } });
}

function save(path: string, { newPath }: { newPath?: string } = {}) {
  return {
    dataFiles: [{ slug: "x", path, raw: "text\n", newPath }],
    assets: [],
    options: { commitMessage: "Save", status: "draft", useWorkflow: false, collectionName: "jobs" },
  };
}

/** A folder of posts with any name, and a file next to it that the editor must not touch. */
async function makeProject() {
  const folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
  onTestFinished(() => folder.remove());
  const posts = join(folder.path, "posts");
  await mkdir(join(posts, "archive"), { recursive: true });
  await writeFile(join(folder.path, ".eleventy.ts"), "untouched");
  const { url } = await startIn(posts);
  const everything = async () => (await readdir(folder.path, { recursive: true })).sort();
  return { root: folder.path, posts, url, everything };
}

const untouched = [".eleventy.ts", "posts", "posts/archive"];

describe("the local backend", () => {
  it("calls the folder of posts jobs/, whatever its name", async () => {
    const { posts, url } = await makeProject();
    const saved = await ask(url, "persistEntry", save("jobs/archive/x.md"));
    expect(saved.status).toBe(200);
    expect(await readFile(join(posts, "archive/x.md"), "utf8")).toBe("text\n");
    const path = "jobs/archive/x.md";
    const list = { folder: "jobs", extension: "md", depth: 2 };
    const entry = { data: "text\n", file: { path } };
    expect((await ask(url, "entriesByFolder", list)).body).toMatchObject([entry]);
    expect((await ask(url, "getEntry", { path })).body).toMatchObject(entry);
    expect(
      (await ask(url, "deleteFiles", { paths: [path], options: { commitMessage: "x" } })).status,
    ).toBe(200);
    expect(await readdir(join(posts, "archive"))).toEqual([]);
  });

  it("creates the folder if it does not exist", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const { url } = await startIn(join(folder.path, "jobs"));
    expect((await ask(url, "persistEntry", save("jobs/x.md"))).status).toBe(200);
    expect(await readdir(folder.path, { recursive: true })).toEqual(["jobs", "jobs/x.md"]);
  });

  it("cannot access anything outside jobs/", async () => {
    const { root, url, everything } = await makeProject();
    const commit = { options: { commitMessage: "x" } };
    for (const path of [
      ".eleventy.ts",
      "./jobs/x.md",
      "posts/x.md",
      "../x.md",
      "/tmp/x.md",
      "jobs/../.eleventy.ts",
      "jobs/archive/../../.eleventy.ts",
      "jobs//tmp/x.md",
      "jobsx.md",
    ]) {
      const asset = { path, content: "eA==", encoding: "base64" };
      const answers = await Promise.all([
        ask(url, "persistEntry", save(path)),
        ask(url, "persistEntry", save("jobs/x.md", { newPath: path })),
        ask(url, "persistEntry", { ...save("jobs/x.md"), assets: [asset] }),
        ask(url, "persistMedia", { asset, ...commit }),
        ask(url, "getEntry", { path }),
        ask(url, "entriesByFiles", { files: [{ path }] }),
        ask(url, "entriesByFolder", { folder: path, extension: "ts", depth: 1 }),
        ask(url, "getMedia", { mediaFolder: path }),
        ask(url, "getMediaFile", { path }),
        ask(url, "deleteFile", { path, ...commit }),
        ask(url, "deleteFiles", { paths: [path], ...commit }),
      ]);
      const error = expect.stringContaining("must resolve to a path under");
      expect(answers, path).toEqual(answers.map(() => ({ status: 422, body: { error } })));
    }
    expect(await everything()).toEqual(untouched);
    expect(await readFile(join(root, ".eleventy.ts"), "utf8")).toBe("untouched");
  });

  it("does not follow links out of the folder", async () => {
    const { root, posts, url } = await makeProject();
    await symlink(root, join(posts, "out"), "junction");
    const answer = await ask(url, "persistEntry", save("jobs/out/.eleventy.ts"));
    expect(answer.status).toBe(500);
    expect(await readFile(join(root, ".eleventy.ts"), "utf8")).toBe("untouched");
  });

  it("follows a link in place of the folder, but no path back out of it", async () => {
    const { root, posts } = await makeProject();
    await using other = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const link = join(other.path, "jobs");
    await symlink(posts, link, "junction");
    const { url } = await startIn(link);
    expect((await ask(url, "persistEntry", save("jobs/x.md"))).status).toBe(200);
    expect(await readFile(join(posts, "x.md"), "utf8")).toBe("text\n");
    for (const path of ["jobs/../.eleventy.ts", "jobs/archive/../../.eleventy.ts"]) {
      expect((await ask(url, "persistEntry", save(path))).status).toBe(422);
    }
    expect(await readFile(join(root, ".eleventy.ts"), "utf8")).toBe("untouched");
    expect(await readdir(other.path)).toEqual(["jobs"]);
  });

  it("responds to the site’s own pages, by either name of this machine", async () => {
    const { url } = await makeProject();
    for (const name of ["127.0.0.1", "localhost"]) {
      const headers = {
        host: `${name}:${new URL(url).port}`,
        origin: `http://${name}:${sitePort}`,
      };
      expect((await ask(url, "persistEntry", save("jobs/x.md"), headers)).status).toBe(200);
      const preflight = await askBefore(url, headers.origin);
      expect(preflight.headers.get("access-control-allow-origin")).toBe(headers.origin);
    }
    expect(new URL(url).hostname).toBe("127.0.0.1");
  });

  it("rejects a page whose host name resolves to this machine, and writes nothing", async () => {
    const { url, everything } = await makeProject();
    const { port } = new URL(url);
    for (const host of ["rebound.example.org", `rebound.example.org:${port}`, "127.0.0.1:1"]) {
      for (const headers of [{ host }, { host, origin: `http://localhost:${sitePort}` }]) {
        expect((await ask(url, "persistEntry", save("jobs/x.md"), headers)).status).toBe(403);
      }
    }
    expect(await everything()).toEqual(untouched);
  });

  it("rejects pages of other sites, even on this machine, and writes nothing", async () => {
    const { url, everything } = await makeProject();
    for (const origin of [
      "https://elsewhere.example.org",
      "http://localhost:3000",
      `https://localhost:${sitePort}`,
      new URL(url).origin,
      "null",
    ]) {
      expect((await ask(url, "persistEntry", save("jobs/x.md"), { origin })).status).toBe(403);
      const preflight = await askBefore(url, origin);
      expect(preflight.status).toBe(403);
      expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
    }
    expect(await everything()).toEqual(untouched);
  });

  it("reports that its port is taken", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const { url } = await startIn(folder.path);
    const port = Number(new URL(url).port);
    await expect(startIn(folder.path, port)).rejects.toThrow(`Port ${port} is in use`);
  });

  it("no longer responds once it is stopped", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const backend = await startLocalBackend({
      directory: folder.path,
      port: await getPort(),
      sitePort,
    });
    await backend.stop();
    await expect(fetch(backend.url, { method: "OPTIONS" })).rejects.toThrow();
  });
});
