/** Checks all links, several at a time. */
import type { Answer, JobLink, LinkResult } from "../../board/listing/links.ts";
import { checkLink, type Patience, usualPatience } from "./check-link.ts";
import { HostQueues } from "./host-queues.ts";
import { type Network, publicNetwork } from "./public-network.ts";

/** Links that are checked at the same time. */
const atOnce = 8;

/** Checks every distinct link once. Results are in the order of the links. */
export async function checkLinks(
  links: readonly JobLink[],
  network: Network = publicNetwork,
  patience: Patience = usualPatience,
): Promise<LinkResult[]> {
  const answers = new Map<string, Answer>();
  const waiting = new Set(links.map(({ url }) => url)).values();
  const queues = new HostQueues();
  const work = async (): Promise<void> => {
    for (const url of waiting)
      answers.set(url, await checkLink(url, { network, patience, queues }));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return links.map(({ slug, url }) => ({ slug, answer: answers.get(url) ?? notAsked }));
}

const notAsked: Answer = { failure: "no-answer" };
