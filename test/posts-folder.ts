/** A temporary folder of posts for a test. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { onTestFinished } from "vitest";
import { writeJobFile } from "../src/board/job/file.ts";
import type { Job } from "../src/board/job/schema.ts";
import type { JobChanges } from "./example-job.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";

export type PostsFolder = {
  /** The folder `jobs`. */
  path: string;
  /** Its parent folder. */
  around: string;
  /** Adds a file: the example job with `changes`. */
  add(file: string, content: string | Uint8Array | JobChanges): Promise<void>;
  /** All files, by their paths from the folder, with their contents. */
  contents(): Promise<Record<string, string>>;
};

/** Creates an empty folder, which is removed after the test. Call it within a test or a hook. */
export async function newPostsFolder(): Promise<PostsFolder> {
  const around = await mkdtemp(join(tmpdir(), "posts-"));
  onTestFinished(() => rm(around, { recursive: true }));
  const path = join(around, "jobs");
  await mkdir(path);
  return {
    path,
    around,
    async add(file, content) {
      const target = join(path, file);
      await mkdir(dirname(target), { recursive: true });
      const isText = typeof content === "string" || content instanceof Uint8Array;
      await writeFile(target, isText ? content : jobText(content));
    },
    async contents() {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const read = files.map(async (file) => [
        file.slice(path.length + 1).replaceAll(sep, "/"),
        await readFile(file, "utf8"),
      ]);
      return Object.fromEntries(await Promise.all(read));
    },
  };
}

/** The example job with some fields changed, as the board writes it. */
export function jobText(changes: JobChanges = {}): string {
  const fields = Object.entries({ ...exampleJob, ...changes });
  const job = Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Job;
  const written = writeJobFile("jobs/x.md", job, exampleConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}
