/** Where the texts of pages can link to: the pages of the site by their names, and what lies beside it. */
import type { pages } from "../addresses.ts";

export type Links = Readonly<
  Record<
    keyof typeof pages | "mail" | "repository" | "editor" | "feed" | "sendingWithGit" | "jobFile",
    string
  >
>;
