import type { EleventyConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { pathPrefix } from "./src/board/config.ts";
import { boardConfig } from "./src/board.config.ts";
import { bundle } from "./src/services/bundle.ts";
import { readEnvironment } from "./src/services/environment.ts";
import { loadBoard } from "./src/services/load-board.ts";
import { Site } from "./src/site/site.ts";
import { createTemplates } from "./src/site/templates.ts";

const input = "src/site";

export default function configure(eleventy: EleventyConfig) {
  const environment = readEnvironment();

  eleventy.addExtension("11ty.ts", { key: "11ty.js" });
  eleventy.setTemplateFormats(["11ty.ts", "njk"]);
  eleventy.setLibrary(
    "njk",
    createTemplates(new nunjucks.FileSystemLoader(`${input}/_includes`), boardConfig),
  );
  eleventy.addPassthroughCopy({ [`${input}/static`]: "/" });

  eleventy.addGlobalData("site", async () => {
    const { board, problems } = await loadBoard(boardConfig, environment);
    await eleventy.emit("board.read", problems);
    const assets = await bundle({
      "/assets/board.css": `${input}/styles/board.css`,
      "/assets/board.js": `${input}/browser/past.ts`,
    });
    return new Site(board, assets);
  });

  return { dir: { input }, pathPrefix: pathPrefix(boardConfig) };
}
