/** Searches in a thread of its own, so that typing never waits. `search-in-worker.ts` starts it and asks. */
import { pages } from "../../board/addresses.ts";
import rates from "../../board/search/exchange-rates.json" with { type: "json" };
import { postSearch } from "../../board/search/post-search.ts";
import { FileGoneError } from "../../board/search/search-index.ts";
import type { AnswerMessage, IndexMessage, SearchMessage } from "./search-messages.ts";

/** Above the folder of scripts. */
const site = new URL("..", location.href);

/** The page loads the index while this script is loaded. */
let fromPage: ArrayBuffer | undefined;

const search = postSearch(async (address, isFresh) => {
  const known = isFresh || address !== pages.searchIndex ? undefined : fromPage;
  if (known) fromPage = undefined;
  const bytes = known ?? (await load(address, isFresh));
  return address.endsWith(".bin") ? await unpack(bytes) : new Uint8Array(bytes);
}, rates);

async function load(address: string, isFresh: boolean): Promise<ArrayBuffer> {
  const url = new URL(address.slice(1), site);
  const response = await fetch(url, isFresh ? { cache: "reload" } : {});
  if (response.status === 404) throw new FileGoneError(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return await response.arrayBuffer();
}

/** Hosts do not pack these files when they send them, so they are packed already. */
async function unpack(bytes: ArrayBuffer): Promise<Uint8Array> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function answer({ state, now }: SearchMessage): Promise<AnswerMessage> {
  try {
    return { results: await search(state, now) };
  } catch (error) {
    return { error: String(error) };
  }
}

addEventListener("message", async ({ data }: MessageEvent<IndexMessage | SearchMessage>) => {
  if (data.kind === "index") fromPage = data.bytes;
  else postMessage(await answer(data));
});
