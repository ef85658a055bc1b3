/** Limits a build of this board to pages of live posts and of lists. */
import type { EleventyConfig } from "@11ty/eleventy";

const templates = ["posts.11ty.js", "lists.11ty.js"];

/** Eleventy's configuration, without the templates and files of everything else. */
export function pagesOnly(eleventy: EleventyConfig): EleventyConfig {
  return {
    addGlobalData: (name, value) => eleventy.addGlobalData(name, value),
    addPassthroughCopy() {
      // Nobody else copies files.
    },
    addPreprocessor() {
      // For pages with files of their own.
    },
    addTemplate(path, render, data) {
      if (templates.includes(path)) eleventy.addTemplate(path, render, data);
    },
    addWatchTarget: (path) => eleventy.addWatchTarget(path),
    emit: (event, ...values) => eleventy.emit(event, ...values),
    on(event, listener) {
      // Afterwards, the board writes the page of its editor.
      if (event !== "eleventy.after") eleventy.on(event, listener);
    },
    setLibrary: (extension, library) => eleventy.setLibrary(extension, library),
    setQuietMode: (isQuiet) => eleventy.setQuietMode(isQuiet),
    setTemplateFormats() {
      // Pages with files of their own have another format. Layouts are found whatever the formats are.
      eleventy.setTemplateFormats(["11ty.js"]);
    },
  };
}
