/** The post that the title of a pull request names, for lists that know nothing else of it. */
import { submissionTitles } from "#words/labels.ts";

export type NamedPost = { title: string; company?: string };

/** A title of a post may hold any words, so the last ones that fit are those of the pull request. */
const patterns = Object.values(submissionTitles).map((titleOf) => {
  const [start = "", between = "", end = ""] = titleOf("\n", "\n").split("\n").map(escaped);
  return new RegExp(`^${start}(.+)${between}(.+)${end}$`);
});

/** Reads the title that the board gives, or else the name of the file, which is all that GitHub’s own titles have. */
export function namedPost(title: string): NamedPost {
  for (const pattern of patterns) {
    const [, job, company] = pattern.exec(title) ?? [];
    if (job && company) return { title: job, company };
  }
  const [, name] = /\b\d{4}-\d\d-\d\d-([a-z0-9-]+)/.exec(title) ?? [];
  return { title: name ? sentenceOf(name) : title };
}

function sentenceOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
