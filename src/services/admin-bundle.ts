/**
 * The programs of the page of the CMS: Decap without what the board does not use, the core, and the
 * site's templates compiled ahead. Bundling takes seconds and depends on nothing but the sources,
 * so the result is kept and used again until one of them changes.
 */
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { compiledTemplates } from "./template-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules/.cache/admin");

/** All that the bundle is made of. The lock file stands for the packages. */
const sources = [
  "admin",
  "src/board",
  "src/site",
  "src/services/admin-bundle.ts",
  "src/services/template-bundle.ts",
  "package-lock.json",
];

export type AdminBundle = {
  /** The folder that holds the files. */
  directory: string;
  /** The names of all files, with a hash in each. */
  names: string[];
  /** The names of the two that the page starts with. */
  script: string;
  style: string;
};

/** Bundles, or finds what was bundled from the same sources. Any number may do so at once. */
export async function bundleAdmin(): Promise<AdminBundle> {
  const directory = join(cache, await hashOf(sources));
  const known = await access(directory).then(
    () => true,
    () => false,
  );
  if (!known) {
    await bundleInto(directory);
    await forgetOld();
  }
  const names = await readdir(directory);
  const script = names.find((name) => name.startsWith("cms-"));
  const style = names.find((name) => name.startsWith("style-"));
  if (!script || !style) throw new Error(`${directory} lacks a file of the CMS. Remove it.`);
  return { directory, names, script, style };
}

/** Writes to a folder of its own first, so that there is never half a bundle under the name. */
async function bundleInto(directory: string): Promise<void> {
  const temporary = `${directory}.${process.pid}`;
  const { outputFiles } = await build({
    entryPoints: { cms: join(root, "admin/main.ts"), style: join(root, "admin/admin.css") },
    outdir: temporary,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    alias: { nunjucks: "nunjucks/browser/nunjucks-slim.js" },
    plugins: [leaveOut, languageLater, compiledTemplates()],
  });
  await mkdir(temporary, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  // Another process may have been faster; its result is the same.
  await rename(temporary, directory).catch(() => rm(temporary, { recursive: true }));
}

/** How many bundles are kept: those of a few states of the sources between which somebody goes to and fro. */
const kept = 4;

async function forgetOld(): Promise<void> {
  const paths = (await readdir(cache)).map((name) => join(cache, name));
  const dated = await Promise.all(
    paths.map(async (path) => ({ path, made: (await stat(path)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.made - a.made).slice(kept);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

/** What Decap would bring along and the board does not use: which import, by which package. */
const leftOut: readonly { path: RegExp; by: string }[] = [
  // Every backend, widget and language; admin/decap-modules.ts has those that are used.
  { path: /^\.\/extensions\.js$/, by: "decap-cms-app" },
  // Pictures are not uploaded.
  { path: /^@jsquash\/webp/, by: "decap-cms-core" },
  // Files of another format.
  { path: /^@iarna\/toml/, by: "decap-cms-core" },
  // Another way of talking to GitHub, which has to be switched on.
  { path: /^\.\/GraphQLAPI$/, by: "decap-cms-backend-github" },
  // The preview of building blocks inside of texts.
  { path: /^react-dom\/server$/, by: "decap-cms-widget-markdown" },
];

const leaveOut: Plugin = {
  name: "leave out",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, resolveDir }) =>
      leftOut.some((one) => one.path.test(path) && resolveDir.includes(`node_modules/${one.by}/`))
        ? { path, namespace: "left-out" }
        : undefined,
    );
    onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "module.exports = {}" }));
  },
};

/** The tables of languages come later; admin/language-later.ts says why. */
const languageLater: Plugin = {
  name: "language later",
  setup({ onResolve }) {
    const later = join(root, "admin/language-later.ts");
    onResolve({ filter: /^#language-tables$/ }, () => ({ path: later }));
  },
};

/** A hash of the contents and names of files and of all files in folders, tests apart. */
async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesIn(join(root, path))) {
      hash
        // Wherever the project lies: the sandbox builds it in a new folder each time.
        .update(`${relative(root, file)}\0`)
        .update(await readFile(file))
        .update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  if (entries.length === 0) return [path];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
