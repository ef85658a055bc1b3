/**
 * The process that `local-backend.ts` starts: Decap's own server, restricted to the pages of one site. Decap's
 * server has no authentication, so any page open in a browser could write with it, if need be through a host
 * name of its own that resolves to this machine.
 *
 * Its root is the folder of posts (`GIT_REPO_DIRECTORY`); Decap's server lets no path or link out of it. The
 * editor always calls that folder `jobs`.
 */
import decap from "decap-server/dist/middlewares.js";
import express from "express";
import { localPagesOnly } from "#words/terminal-errors.ts";

const [port = "", sitePort = ""] = process.argv.slice(2);
const loopback = "127.0.0.1";
const hosts = [loopback, "localhost"].map((name) => `${name}:${port}`);
const origins = [loopback, "localhost"].map((name) => `http://${name}:${sitePort}`);

const app = express();
app.use((request, response, next) => {
  const { host = "", origin } = request.headers;
  // Browsers send the page's origin. Programs on this machine do not, but could write files anyway.
  if (hosts.includes(host) && (origin === undefined || origins.includes(origin))) return next();
  response.status(403).json({ error: localPagesOnly });
});
app.use(express.json({ limit: "50mb", reviver: toFolder }));
app.set("json replacer", fromFolder);
await decap.registerLocalFs(app);
app.listen(Number(port), loopback, () => process.stdout.write("listening on"));

/** Maps `jobs/x.md` in a request to `x.md` in the folder. */
function toFolder(key: string, value: unknown): unknown {
  if (key === "paths" && Array.isArray(value)) return value.map(withinFolder);
  return ["path", "newPath", "folder", "mediaFolder"].includes(key) ? withinFolder(value) : value;
}

function withinFolder(path: unknown): unknown {
  if (path === "jobs") return ".";
  if (typeof path !== "string") return path;
  return path.startsWith("jobs/") ? path.slice("jobs/".length) : ".."; // Decap’s server refuses this.
}

/** The reverse for paths in responses. */
function fromFolder(key: string, value: unknown): unknown {
  return key === "path" && typeof value === "string" ? `jobs/${value}` : value;
}
