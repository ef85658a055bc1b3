/**
 * The search in the page's own thread, because the browser slows only that one down. What a worker does is the same.
 */
import rates from "../../src/board/search/exchange-rates.json" with { type: "json" };
import { postSearch } from "../../src/board/search/post-search.ts";
import { FileGoneError } from "../../src/board/search/search-index.ts";
import { readState } from "../../src/board/search/search-state.ts";

/** Milliseconds during which files were on their way, and how many are now. */
const network = { milliseconds: 0, pending: 0, since: 0 };

async function load(address: string): Promise<ArrayBuffer> {
  if (network.pending === 0) network.since = performance.now();
  network.pending += 1;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new FileGoneError(address);
    return await response.arrayBuffer();
  } finally {
    network.pending -= 1;
    if (network.pending === 0) network.milliseconds += performance.now() - network.since;
  }
}

const search = postSearch(async (address) => {
  const bytes = await load(address);
  if (!address.endsWith(".bin")) return new Uint8Array(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}, rates);

/** Searches one after the other. Resolves to the milliseconds that each took without the network. */
export async function searchEach(queries: readonly string[], now: number): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    network.milliseconds = 0;
    const start = performance.now();
    await search(readState(query), now);
    times.push(performance.now() - start - network.milliseconds);
  }
  return times;
}
