/**
 * Uploads a built site to Netlify: only files that it does not have yet, and all at once for readers.
 * https://docs.netlify.com/api/get-started/#file-digest-method
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { netlify as words } from "#words/terminal-github.ts";
import { filesIn } from "./files-in.ts";

export type NetlifySite = {
  /** Its API, without a slash at the end. */
  apiUrl: string;
  /** The site's ID, or its host name. */
  site: string;
  /** Never logged. */
  token: string;
  /** Pauses between questions and after errors. */
  wait(milliseconds: number): Promise<void>;
};

type Deploy = { id: string; state: string; required?: string[]; error_message?: string };

/** Uploads at the same time: Netlify allows 500 requests a minute. */
const atOnce = 5;

/** Requests for one answer. The pauses between them double, from a second. */
const tries = 7;

/** Returns how many files were uploaded, once the site is published. Throws an Error if it cannot be. */
export async function uploadToNetlify(folder: string, site: NetlifySite): Promise<number> {
  const files = filesIn(folder);
  const hashes = new Map<string, string>();
  for (const file of files) hashes.set(`/${file}`, await hashOf(join(folder, file)));
  const created = await ask<Deploy>(site, `/sites/${encodeURIComponent(site.site)}/deploys`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    // Otherwise, the answer for many files comes too late.
    body: JSON.stringify({ files: Object.fromEntries(hashes), async: true }),
  });
  const prepared = await untilState(site, created, ["prepared", "uploading", "uploaded", "ready"]);
  const required = new Set(prepared.required);
  // One file for each content.
  const missing = [...new Map([...hashes].map(([file, hash]) => [hash, file]))].filter(([hash]) =>
    required.has(hash),
  );
  const queue = missing.values();
  const work = async () => {
    for (const [, file] of queue) await upload(site, prepared.id, folder, file);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await untilState(site, prepared, ["ready"]);
  return missing.length;
}

async function upload(
  site: NetlifySite,
  deploy: string,
  folder: string,
  file: string,
): Promise<void> {
  const path = file.split("/").map(encodeURIComponent).join("/");
  await ask(site, `/deploys/${deploy}/files${path}`, {
    method: "PUT",
    headers: { "Content-Type": "application/octet-stream" },
    body: new Uint8Array(await readFile(join(folder, file))),
  });
}

async function untilState(
  site: NetlifySite,
  deploy: Deploy,
  states: readonly string[],
): Promise<Deploy> {
  let current = deploy;
  // Half an hour, the job's limit.
  for (let round = 0; round < 900; round += 1) {
    if (states.includes(current.state)) return current;
    if (current.state === "error") throw new Error(words.failed(current.error_message ?? ""));
    await site.wait(2000);
    current = await ask<Deploy>(site, `/deploys/${deploy.id}`, {});
  }
  throw new Error(words.late);
}

async function ask<Answer>(site: NetlifySite, path: string, request: RequestInit): Promise<Answer> {
  const { apiUrl, token, wait } = site;
  const headers = { ...request.headers, Authorization: `Bearer ${token}`, "User-Agent": "board" };
  for (let round = 1; ; round += 1) {
    const response = await fetch(apiUrl + path, { ...request, headers }).catch((error) => {
      if (round === tries) throw error;
    });
    if (response?.ok) return (await response.json()) as Answer;
    // Busy, or asked too often.
    const isPassing = !response || response.status === 429 || response.status >= 500;
    if (!isPassing || round === tries) {
      throw new Error(words.refused(response?.status ?? 0, (await response?.text()) ?? ""));
    }
    await response?.body?.cancel();
    await wait(1000 * 2 ** (round - 1));
  }
}

async function hashOf(path: string): Promise<string> {
  return createHash("sha1")
    .update(await readFile(path))
    .digest("hex");
}
