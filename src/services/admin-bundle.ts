/**
 * Bundles the editor's scripts: Decap without the parts the board does not use, the core, and precompiled
 * templates of the site. Bundling takes seconds, so the result is cached until a source changes.
 */
import { access, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { decapLacks } from "#words/editor.ts";
import { language } from "#words/language.ts";
import { bundleIncomplete } from "#words/terminal-errors.ts";
import { conditions } from "./bundle.ts";
import { leanModules } from "./lean-modules.ts";
import { hashSources } from "./source-hash.ts";
import { compiledTemplates } from "./template-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules/.cache/admin");

/** The bundle's sources. The lock file represents the packages. */
const sources = [
  "admin",
  "src/board",
  "src/html-to-markdown",
  "src/site",
  "src/services/admin-bundle.ts",
  "src/services/lean-modules.ts",
  "src/services/template-bundle.ts",
  "package-lock.json",
];

type AdminBundle = {
  /** Folder with the files. */
  directory: string;
  /** Names of all files, with hashes. */
  names: string[];
  /** Names of the two files that the page loads first. */
  script: string;
  style: string;
};

/** Bundles, or returns the cached bundle of the same sources. Safe to run concurrently. */
export async function bundleAdmin(): Promise<AdminBundle> {
  const directory = join(cache, hashSources(sources));
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
  if (!script || !style) throw new Error(bundleIncomplete(directory));
  return { directory, names, script, style };
}

/** Writes to a temporary folder first, so that no incomplete bundle is ever used. */
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
    conditions,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    plugins: [leaveOut, languageLater, leanModules, decapWords, compiledTemplates(["post.njk"])],
  });
  await mkdir(temporary, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  // Another process may have been faster; its result is the same.
  await rename(temporary, directory).catch(() => rm(temporary, { recursive: true }));
}

/** Number of cached bundles, for switching between a few states of the sources. */
const kept = 4;

async function forgetOld(): Promise<void> {
  const paths = (await readdir(cache)).map((name) => join(cache, name));
  const dated = await Promise.all(
    paths.map(async (path) => ({ path, made: (await stat(path)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.made - a.made).slice(kept);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

/** Parts of Decap that the board does not use: imports and the packages that have them. */
const leftOut: readonly { path: RegExp; by: string }[] = [
  // All backends, widgets and languages; admin/decap-modules.ts has those that are used.
  { path: /^\.\/extensions\.js$/, by: "decap-cms-app" },
  // No image uploads.
  { path: /^@jsquash\/webp/, by: "decap-cms-core" },
  // Other file formats.
  { path: /^(?:@iarna\/toml|tomlify-j0\.4|gray-matter)$/, by: "decap-cms-core" },
  // An alternative GitHub API, off by default.
  { path: /^\.\/GraphQLAPI$/, by: "decap-cms-backend-github" },
  // Previews of editor components in texts.
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

/** Language tables are loaded later; see admin/language-later.ts. */
const languageLater: Plugin = {
  name: "language later",
  setup({ onResolve }) {
    const later = join(root, "admin/language-later.ts");
    onResolve({ filter: /^#language-tables$/ }, () => ({ path: later }));
  },
};

/** Decap’s own words in the board’s language: its translation, what that lacks, and English for anything else. */
const decapWords: Plugin = {
  name: "Decap's words",
  setup({ onResolve, onLoad }) {
    const name = "virtual:decap-words";
    onResolve({ filter: /^virtual:decap-words$/ }, () => ({ path: name, namespace: name }));
    onLoad({ filter: /./, namespace: name }, async () => {
      const [english, own] = await Promise.all(["en", language].map(decapLocale));
      return { contents: JSON.stringify(merged(english, own, decapLacks)), loader: "json" };
    });
  },
};

type Phrases = { readonly [name: string]: string | Phrases };

async function decapLocale(language: string): Promise<Phrases> {
  const path = join(root, "node_modules/decap-cms-locales/dist/esm", language, "index.js");
  return await access(path).then(
    async () => (await import(path)).default,
    () => ({}),
  );
}

function merged(...all: readonly (Phrases | undefined)[]): Phrases {
  const entries = new Map<string, string | Phrases>();
  for (const [name, phrase] of all.flatMap((each) => Object.entries(each ?? {}))) {
    const known = entries.get(name);
    const isGroup = typeof phrase === "object" && typeof known === "object";
    entries.set(name, isGroup ? merged(known, phrase) : phrase);
  }
  return Object.fromEntries(entries);
}
