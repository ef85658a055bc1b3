/** Posts that contain code, as a stranger’s text may. If it were run, it would leave a trace. */
import type { JobChanges } from "../example-job.ts";
import { jobText } from "../posts-folder.ts";

/** A file of a commit: its text, or `null` if it is removed. The text of a link is its target. */
export type SentFile = string | null | { text: string; mode: "100755" | "120000" };

export type SentFiles = Readonly<Record<string, SentFile>>;

/** Code that would write a file if a template engine compiled the post. */
export function trap(trace: string): string {
  const write = `process.mainModule.require('fs').writeFileSync('${trace}','template')`;
  return `{{ range.constructor("return ${write}")() }}`;
}

export function fileOf(slug: string): string {
  return `jobs/${slug}.md`;
}

/** A valid post with code in its text, as the form writes it. */
export function postText(sender: string, trace: string, changes: JobChanges = {}): string {
  return jobText({
    submitted: "2026-11-22",
    submitted_by: sender,
    description: `You build reports in Python, with templates such as \`${trap(trace)}\`.`,
    ...changes,
  });
}
