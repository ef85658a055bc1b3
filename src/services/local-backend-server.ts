/**
 * The program that `local-backend.ts` starts, with its port and that of the site: Decap's own server,
 * for the pages of that site alone. Decap's asks nobody who they are: any page that is open in a
 * browser could write by it, under a name of its own that leads to this machine if need be.
 *
 * Its root is the folder of posts (`GIT_REPO_DIRECTORY`), out of which Decap's lets no path and no link
 * lead. The form knows that folder as `jobs`, whatever its name is here.
 */
import decap from "decap-server/dist/middlewares.js";
import express from "express";

const [port = "", sitePort = ""] = process.argv.slice(2);
const loopback = "127.0.0.1";
const hosts = [loopback, "localhost"].map((name) => `${name}:${port}`);
const origins = [loopback, "localhost"].map((name) => `http://${name}:${sitePort}`);

const app = express();
app.use((request, response, next) => {
  const { host = "", origin } = request.headers;
  // A browser names the page that asks; a program on this machine, which could write anyway, does not.
  if (hosts.includes(host) && (origin === undefined || origins.includes(origin))) return next();
  response.status(403).json({ error: "Only the board’s own pages may read and write here." });
});
app.use(express.json({ limit: "50mb", reviver: toFolder }));
app.set("json replacer", fromFolder);
await decap.registerLocalFs(app);
app.listen(Number(port), loopback, () => process.stdout.write("listening on"));

/** Makes what a request calls `jobs/x.md` the `x.md` of the folder. */
function toFolder(key: string, value: unknown): unknown {
  if (key === "paths" && Array.isArray(value)) return value.map(withinFolder);
  return ["path", "newPath", "folder", "mediaFolder"].includes(key) ? withinFolder(value) : value;
}

function withinFolder(path: unknown): unknown {
  if (path === "jobs") return ".";
  if (typeof path !== "string") return path;
  return path.startsWith("jobs/") ? path.slice("jobs/".length) : ".."; // Which Decap's refuses.
}

/** Turns a path in an answer back. */
function fromFolder(key: string, value: unknown): unknown {
  return key === "path" && typeof value === "string" ? `jobs/${value}` : value;
}
