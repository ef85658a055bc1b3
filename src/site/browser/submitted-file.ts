/** The one post that a pull request adds or changes, from as few requests to GitHub as possible. */

import { noPullNumber, wrongPullNumber } from "#words/reviewer-pages.ts";
import { maxFileBytes } from "../../board/job/file.ts";
import { addedText } from "../../board/review/added-text.ts";
import type { Answer, Failure } from "./github.ts";
import { askGitHub } from "./github.ts";

/** What is needed of a file in https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
export type ListedFile = {
  filename: string;
  status: string;
  /** Of the file's blob. */
  sha: string;
  /** Its changes; GitHub leaves them out for large or binary files. */
  patch?: string;
  /** How many lines it adds. */
  additions: number;
};

/** The pull request that an address asks for. */
export type AskedPull = { ok: true; number: number } | { ok: false; message: string };

export type SubmittedFile =
  | {
      ok: true;
      path: string;
      isNew: boolean;
      content: Uint8Array;
      /** Of the content, as Git computes it. */
      hash: string;
      otherFiles: number;
    }
  | { ok: false; failure: Failure }
  | { ok: false; failure: { kind: "no-post" } | { kind: "many-posts"; count: number } }
  | { ok: false; failure: { kind: "removed"; path: string } };

/**
 * Asks for the files of a pull request. Only where their changes do not hold the whole text, as they do for
 * new posts, it takes a second request.
 *
 * @param api address of the repository in GitHub's API
 */
export async function readSubmittedFile(
  api: string,
  pull: number,
  ask: (address: string) => Promise<Answer> = askGitHub,
): Promise<SubmittedFile> {
  const answer = await ask(`${api}/pulls/${pull}/files?per_page=100`);
  if (!answer.ok) return answer;
  const files = answer.value as readonly ListedFile[];
  const posts = files.filter(
    ({ filename }) => filename.startsWith("jobs/") && filename.endsWith(".md"),
  );
  const [post] = posts;
  if (!post) return { ok: false, failure: { kind: "no-post" } };
  if (posts.length > 1) return { ok: false, failure: { kind: "many-posts", count: posts.length } };
  const { filename: path, status } = post;
  if (status === "removed") return { ok: false, failure: { kind: "removed", path } };

  const found = {
    ok: true as const,
    path,
    isNew: status === "added",
    hash: post.sha,
    otherFiles: files.length - 1,
  };
  const fromPatch = await contentFromPatch(post);
  if (fromPatch) return { ...found, content: fromPatch };
  // By its hash, not by an address that an answer names.
  const blob = await ask(`${api}/git/blobs/${encodeURIComponent(post.sha)}`);
  if (!blob.ok) return blob;
  const { content, size } = blob.value as { content: string; size: number };
  if (size > maxFileBytes) return { ok: false, failure: { kind: "too-large" } };
  return { ...found, content: Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)) };
}

/**
 * The content of a new file from its patch, if the patch is complete. The hash proves that, so the preview
 * never differs from what would be merged.
 */
export async function contentFromPatch({
  status,
  sha,
  patch,
  additions,
}: ListedFile): Promise<Uint8Array | undefined> {
  const text = status === "added" ? addedText(patch, additions) : undefined;
  if (text === undefined) return undefined;
  const content = new TextEncoder().encode(text);
  return (await blobHash(content)) === sha ? content : undefined;
}

/** Git's hash of a content; `undefined` if the page was not loaded securely. */
async function blobHash(content: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const header = new TextEncoder().encode(`blob ${content.length}\0`);
  const bytes = new Uint8Array([...header, ...content]);
  const hash = await globalThis.crypto.subtle?.digest("SHA-1", bytes);
  return (
    hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  );
}

/** Reads `?pr=12` of an address. */
export function pullNumber(search: string): AskedPull {
  const text = new URLSearchParams(search).get("pr");
  if (!text) return { ok: false, message: noPullNumber };
  return /^[1-9]\d{0,8}$/.test(text)
    ? { ok: true, number: Number(text) }
    : { ok: false, message: wrongPullNumber(text.slice(0, 20)) };
}
