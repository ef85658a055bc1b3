/**
 * Which web addresses a post may link to. Checked both as written and as a browser parses it
 * (https://url.spec.whatwg.org), because attacks use the difference: `https://bank.example@evil.example`,
 * `http:evil.example`, `http://2130706433`.
 */
import { webAddresses as words } from "#words/problems.ts";

/** Names that are not on the public internet (RFC 6761, RFC 6762, RFC 7686, RFC 8375). */
const privateNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|test|invalid|onion|home\.arpa)$/;

/** As a browser writes it. Underscores are not allowed by any standard, but used. */
const hostName =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Why an address may not be linked to, as the end of a sentence that starts with it; `undefined` if it may. */
export function refuseWebAddress(address: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(address)) return words.scheme;
  // Braces and bars should be encoded, but applicant tracking systems use them as they are.
  if (/[\s\\<>"`]/.test(address)) return words.character;
  if (!URL.canParse(address)) return words.incomplete;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? "";
  if (authority.includes("@")) return words.user;
  return refuseHost(new URL(address).hostname);
}

/** Whether a name is that of a host on the public internet. */
export function isPublicHost(host: string): boolean {
  const address = `https://${host}/`;
  if (!/^[^\s/?#@:\\%[\]]+$/.test(host) || !URL.canParse(address)) return false;
  return refuseHost(new URL(address).hostname) === undefined;
}

function refuseHost(name: string): string | undefined {
  const host = name.replace(/\.$/, "");
  if (!hostName.test(host)) return words.host;
  if (privateNames.test(host)) return words.private;
  return undefined;
}
