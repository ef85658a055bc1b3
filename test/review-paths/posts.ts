/** Posts that people send: each says what a stranger's text may say, and would leave a trace if it were run. */
import type { JobChanges } from "../example-job.ts";
import { jobText } from "../posts-folder.ts";

/** A file of a commit: its text, or `null` where it is taken away; a link's text is where it leads. */
export type SentFile = string | null | { text: string; mode: "100755" | "120000" };

export type SentFiles = Readonly<Record<string, SentFile>>;

/** What would write a file if any template engine took a post for its source. */
export function trap(trace: string): string {
  const write = `process.mainModule.require('fs').writeFileSync('${trace}','template')`;
  return `{{ range.constructor("return ${write}")() }}`;
}

export function fileOf(slug: string): string {
  return `jobs/${slug}.md`;
}

/** A sound post with code in its text, as its sender's form would write it. */
export function postText(sender: string, trace: string, changes: JobChanges = {}): string {
  return jobText({
    submitted: "2026-11-22",
    submitted_by: sender,
    description: `You build reports in Python, with templates such as \`${trap(trace)}\`.`,
    ...changes,
  });
}
