/** Wires the site build: Eleventy with the board’s settings, posts, templates, styles, and scripts. */
import { relative, sep } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { language } from "#words/language.ts";
import { publishedBackend } from "./src/board/admin-settings.ts";
import type { BoardConfig } from "./src/board/config.ts";
import { pathPrefix } from "./src/board/config.ts";
import { boardConfig } from "./src/board.config.ts";
import { writeAdminPage } from "./src/services/admin-page.ts";
import type { BoardRead, EarlierBuild } from "./src/services/build-site.ts";
import { bundle } from "./src/services/bundle.ts";
import { bundleCore } from "./src/services/core-bundle.ts";
import type { Environment } from "./src/services/environment.ts";
import { readEnvironment } from "./src/services/environment.ts";
import { loadBoard } from "./src/services/load-board.ts";
import { readOldAddressesOf } from "./src/services/old-addresses.ts";
import { SearchFiles, writeSearchFiles } from "./src/services/search-files.ts";
import { generatedPages, PageSelection } from "./src/site/generated-pages.ts";
import { Site } from "./src/site/site.ts";
import { createSiteTemplates } from "./src/site/site-templates.ts";
import { textLanguages } from "./src/site/text-language.ts";

const input = "src/site";

type TemplatePage = { inputPath: string };

type AfterBuild = { directories: { output: string } };

export default function configure(eleventy: EleventyConfig) {
  const environment = readEnvironment();
  return configureSite(eleventy, { ...boardConfig, ...environment.settings }, environment);
}

/**
 * Builds the site of any board: tests build boards other than this one.
 *
 * @param earlier what can be taken from an earlier build, if not everything is built
 */
export function configureSite(
  eleventy: EleventyConfig,
  settings: BoardConfig,
  environment: Environment,
  earlier?: EarlierBuild,
) {
  const config = withOpenForm(settings, environment);
  eleventy.setTemplateFormats(["11ty.js", "njk"]);
  for (const { name, data, render } of generatedPages) {
    eleventy.addTemplate(`${name}.11ty.js`, render, data);
  }
  eleventy.setLibrary(
    "njk",
    createSiteTemplates(
      new nunjucks.FileSystemLoader(`${input}/_includes`),
      config,
      environment.github,
    ),
  );
  eleventy.addPassthroughCopy({ [`${input}/static`]: "/" });

  const bundleAssets = async () => {
    const small = bundle({
      "/assets/board.css": `${input}/styles/board.css`,
      "/assets/embed.css": `${input}/styles/embed.css`,
      "/assets/embed.js": `${input}/browser/embed.ts`,
      "/assets/embedding.js": `${input}/browser/embedding.ts`,
      "/assets/post.js": `${input}/browser/post.ts`,
      "/assets/saved.js": `${input}/browser/saved.ts`,
      "/assets/list.js": `${input}/browser/list.ts`,
      "/assets/search.css": `${input}/styles/search.css`,
      "/assets/search.js": `${input}/browser/search/search-page.ts`,
      "/assets/reviewer.css": `${input}/styles/reviewer.css`,
      "/assets/stats.css": `${input}/styles/stats.css`,
      "/assets/form.css": `${input}/styles/form.css`,
      "/assets/review.js": `${input}/browser/review.ts`,
      "/assets/mine.js": `${input}/browser/mine.ts`,
      "/assets/stats.js": `${input}/browser/stats.ts`,
      "/assets/status.js": `${input}/browser/status.ts`,
      "/assets/search-worker.js": `${input}/browser/search-worker.ts`,
      "/assets/cities.js": `${input}/browser/form/city-table.ts`,
      "/assets/html-to-markdown.js": "src/html-to-markdown/in-browser.ts",
    });
    const preview = bundleCore(
      { "/assets/preview.js": `${input}/browser/preview.ts` },
      ["submitted.njk", "post.njk"],
      config,
    );
    const form = bundleCore(
      { "/assets/form.js": `${input}/browser/form/form.ts` },
      ["post.njk"],
      config,
    );
    // Without the form's own core: it gets the settings from the form.
    const ad = bundleCore({ "/assets/ad.js": `${input}/browser/form/ad.ts` }, [], config);
    return (await Promise.all([small, preview, form, ad])).flat();
  };
  const load = async () => {
    const { board, problems } = await loadBoard(config, environment, earlier?.posts);
    const assets = await (earlier?.assets(bundleAssets) ?? bundleAssets());
    const old = await readOldAddressesOf(environment.jobsDir);
    const site = new Site(board, assets, environment.github, old);
    await eleventy.emit("board.read", { board, problems } satisfies BoardRead);
    const search = await (earlier?.search ?? new SearchFiles()).make(
      board,
      textLanguages(language),
    );
    return { site, search, selection: new PageSelection(site, earlier?.isStale) };
  };
  // Before Eleventy copies or writes anything: after a failure it would go on writing in the background.
  let loaded: ReturnType<typeof load> | undefined;
  eleventy.on("eleventy.before", async () => {
    loaded = load();
    await loaded;
  });
  eleventy.addGlobalData("site", async () => (await loaded)?.site);
  eleventy.addGlobalData("selection", async () => (await loaded)?.selection);

  eleventy.addPreprocessor("pages that differ", "njk", async ({ page }: { page: TemplatePage }) => {
    const template = relative(input, page.inputPath).replaceAll(sep, "/");
    return (await loaded)?.selection.has(template) ? undefined : false;
  });

  // Eleventy writes only texts.
  eleventy.on("eleventy.after", async ({ directories }: AfterBuild) =>
    writeSearchFiles(directories.output, (await loaded)?.search ?? []),
  );

  eleventy.on("eleventy.after", ({ directories }: AfterBuild) =>
    writeAdminPage(directories.output, {
      board: config,
      backend: environment.cmsBackend
        ? { kind: "local", url: environment.cmsBackend }
        : publishedBackend(config, environment.github),
      stylesheet: "/assets/board.css",
    }),
  );

  return { dir: { input }, pathPrefix: pathPrefix(config) };
}

/** On a local machine the editor works without signing in, so pages link to it. */
function withOpenForm(config: BoardConfig, { cmsBackend }: Environment): BoardConfig {
  return cmsBackend ? { ...config, signInUrl: cmsBackend } : config;
}
