/** Link targets in the texts of pages: the pages of the site by name, and related addresses. */
import type { pages } from "../addresses.ts";

export type Links = Readonly<
  Record<
    keyof typeof pages | "mail" | "repository" | "editor" | "feed" | "sendingWithGit" | "jobFile",
    string
  >
>;
