import type { PagesOf } from "../page.ts";
import type { SitemapFile } from "./sitemap-files.ts";

/** The sitemap, and its parts where it has some. */
export const data = {
  pagination: { data: "site.sitemap", size: 1, alias: "file" },
  permalink: ({ file }) => file.address,
} satisfies PagesOf<"file", SitemapFile>;

export function render({ file }: { file: SitemapFile }): string {
  return file.text;
}
