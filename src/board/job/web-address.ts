/**
 * Which web addresses a post may send its readers to. Looked at both as written and as a browser
 * would understand it (https://url.spec.whatwg.org), because the two have been played against each
 * other: `https://bank.example@evil.example`, `http:evil.example`, `http://2130706433`.
 */

/** Top-level names that lead nowhere on the public internet (RFC 6761, RFC 6762, RFC 7686, RFC 8375). */
const privateNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|test|invalid|onion|home\.arpa)$/;

/** As a browser writes it. Underscores are in no standard of host names, and in use all the same. */
const hostName =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Why an address may not be linked to, as the end of a sentence that begins with the address; `undefined` if it may. */
export function refuseWebAddress(address: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(address)) return "does not begin with https:// or http://";
  // Applicant tracking systems do use the braces and bars that the standard would have encoded.
  if (/[\s\\<>"`]/.test(address)) return "holds a space or a character that addresses cannot hold";
  if (!URL.canParse(address)) return "is not a complete address";
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? "";
  if (authority.includes("@")) return "holds a user name before its host name";
  return refuseHost(new URL(address).hostname);
}

/** Whether a name, as people write it, is that of a host on the public internet. */
export function isPublicHost(host: string): boolean {
  const address = `https://${host}/`;
  if (!/^[^\s/?#@:\\%[\]]+$/.test(host) || !URL.canParse(address)) return false;
  return refuseHost(new URL(address).hostname) === undefined;
}

function refuseHost(name: string): string | undefined {
  const host = name.replace(/\.$/, "");
  if (!hostName.test(host)) return "does not name a host such as www.example.com";
  if (privateNames.test(host)) return "leads to a private network";
  return undefined;
}
