/** Reads the link of a job: what posts may link to, completed where only its scheme is missing. */

import { imports as words } from "#words/import.ts";
import { refuseWebAddress } from "../job/web-address.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { plainLine } from "./plain-text.ts";

/** A link that posts may have. */
export function readAddress(value: unknown): { address: string; notes: Note[] } {
  const { address, isCompleted } = webAddress(value);
  if (address === "") return { address, notes: [] };
  const refused = refuseWebAddress(address);
  if (refused)
    return { address: "", notes: [dropped("apply_url", words.linkRefused(address, refused))] };
  return {
    address,
    notes: [
      ...(isCompleted ? [repaired("apply_url", words.schemeAdded(address))] : []),
      ...(isHomePage(address)
        ? [toDecide("apply_url", words.homePage(address), "apply_url: https://example.com/jobs/42")]
        : []),
    ],
  };
}

/** An address of the web as posts have it. Without a scheme, https is meant. */
function webAddress(value: unknown): { address: string; isCompleted: boolean } {
  const text = plainLine(value);
  const isBare = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]|$)/u.test(text) && !text.includes("@");
  return { address: isBare ? `https://${text}` : text, isCompleted: isBare };
}

/** Whether an address leads to a whole site and not to a page of it. */
function isHomePage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash } = new URL(address);
  return /^\/?(?:(?:index|default)\.\w+|[a-z]{2}\/?)?$/.test(pathname) && !search && !hash;
}
