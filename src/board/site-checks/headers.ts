/** Checks the headers by which browsers protect a site's visitors, against those that the board's `_headers` asks for. */
import { headers as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { canSetHeaders, hostOf } from "./site-host.ts";
import type { SiteAnswer, Visit } from "./visit.ts";
import { contentAt, urlOn } from "./visit.ts";

/** The list stands for all pages. The editor is checked as well, because it has a policy of its own, and tokens. */
const checkedPages = [pages.list, pages.admin];

/** What is wrong with the headers. */
export function checkHeaders(visit: Visit): Finding[] {
  return checkedPages.flatMap((address) => {
    const url = urlOn(visit, address);
    const answer = contentAt(visit, url);
    if (!answer) return [finding("error", url, words.noPage)];
    return [...checkPolicies(answer, url), ...checkMissing(answer, url, visit)];
  });
}

/** Both a page's own policy and the header's apply. */
function checkPolicies({ headers, text }: SiteAnswer, url: string): Finding[] {
  const own = ownPolicy(text);
  if (own === undefined) return [finding("error", url, words.noOwnPolicy)];
  return policiesIn(headers["content-security-policy"]).flatMap((policy) => {
    const blocked = blockedBy(policy, own);
    return blocked === undefined ? [] : [finding("error", url, words.blocks(blocked))];
  });
}

function checkMissing({ headers }: SiteAnswer, url: string, visit: Visit): Finding[] {
  const host = hostOf(visit);
  const policies = policiesIn(headers["content-security-policy"]);
  const mayBeFramed =
    !policies.some((policy) => policy.has("frame-ancestors")) &&
    !/^(?:deny|sameorigin)$/i.test(headers["x-frame-options"] ?? "");
  const missing = [
    ...(mayBeFramed ? [words.missing.framing] : []),
    ...(/^nosniff$/i.test(headers["x-content-type-options"] ?? "") ? [] : [words.missing.sniffing]),
    ...(headers["referrer-policy"] === undefined ? [words.missing.referrer] : []),
  ];
  if (missing.length === 0) return [];
  return canSetHeaders(host)
    ? [finding("error", url, words.lacks(missing, host))]
    : [finding("host", url, words.cannotSend(missing))];
}

/** Sources by the name of their directive. */
type Policy = ReadonlyMap<string, readonly string[]>;

function ownPolicy(html: string): Policy | undefined {
  const [, text] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  if (text === undefined) return undefined;
  const policy = readPolicy(text.replaceAll("&#39;", "'"));
  // All pages of a kind share a policy, but only some have a form.
  if (!/<form\b/.test(html)) policy.delete("form-action");
  return policy;
}

/** A host may send several, joined by commas. */
function policiesIn(header = ""): Policy[] {
  return header
    .split(",")
    .filter((text) => text.trim() !== "")
    .map(readPolicy);
}

function readPolicy(text: string): Map<string, readonly string[]> {
  const directives = text.split(";").map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.map(([name = "", ...sources]) => [name.toLowerCase(), sources]));
}

/** These don't fall back to `default-src`. https://www.w3.org/TR/CSP3/#directive-fallback-list */
const withoutFallback: readonly string[] = ["base-uri", "form-action", "frame-ancestors"];

/** The first thing that a page's own policy allows but another one does not, such as `script-src 'self'`. */
function blockedBy(policy: Policy, own: Policy): string | undefined {
  for (const [name, sources] of own) {
    const fallback = withoutFallback.includes(name) ? undefined : policy.get("default-src");
    const allowed = policy.get(name) ?? fallback;
    const blocked = sources.find((source) => source !== "'none'" && !permits(allowed, source));
    if (blocked !== undefined) return `${name} ${blocked}`;
  }
  return undefined;
}

/** A wildcard stands for servers, not for keywords and schemes. */
function permits(allowed: readonly string[] | undefined, source: string): boolean {
  if (allowed === undefined || allowed.includes(source)) return true;
  return allowed.includes("*") && (source === "'self'" || source.startsWith("https://"));
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "headers", severity, url, ...explanation };
}
