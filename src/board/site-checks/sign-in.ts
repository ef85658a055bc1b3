/** Checks the service that signs people in to the editor, as far as it shows without signing in. */
import { signIn as words } from "#words/doctor.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import type { SiteAnswer, Visit } from "./visit.ts";
import { answerAt } from "./visit.ts";

/** Where GitHub sends people back to. */
export function callbackOf(signInUrl: string): string {
  const { origin, pathname } = new URL(signInUrl);
  return `${origin}${pathname.replace(/\/?$/, "/")}callback`;
}

/** What is wrong with signing in. */
export function checkSignIn(visit: Visit): Finding[] {
  const { site, own } = visit;
  if (!own) return [finding("unchecked", site, words.otherBoard)];
  // Without it, a board has no editor, which is a choice.
  if (own.signInUrl === undefined) return [finding("unchecked", site, words.none)];
  const start = own.signInUrl;
  if (new URL(site).protocol === "https:" && new URL(start).protocol !== "https:") {
    return [finding("error", start, words.plain)];
  }
  return [...checkStart(visit, start), ...checkCallback(visit, callbackOf(start))];
}

function checkStart(visit: Visit, url: string): Finding[] {
  const answer = answerAt(visit, url);
  if (!answer) return [finding("error", url, words.noAnswer)];
  const target = URL.parse(answer.headers.location ?? "", url);
  const isAuthorization = target?.pathname === "/login/oauth/authorize";
  if (answer.status !== 302 || !target || !isAuthorization) {
    return [finding("error", url, words.notToGitHub(answer.status))];
  }
  const { searchParams } = target;
  const callback = searchParams.get("redirect_uri");
  return [
    ...(searchParams.get("client_id") ? [] : [finding("error", url, words.noClient)]),
    ...(callback === callbackOf(url)
      ? []
      : [finding("error", url, words.otherCallback(callback ?? "", callbackOf(url)))]),
  ];
}

/** Without a sign-in before it, the service refuses, with a page for the site that it serves. */
function checkCallback(visit: Visit, url: string): Finding[] {
  const answer = answerAt(visit, url);
  if (!answer) return [];
  const served = servedOrigin(answer);
  if (served === undefined) return [finding("unchecked", url, words.unknownOrigin)];
  const { origin } = new URL(visit.site);
  return served === origin ? [] : [finding("error", url, words.otherOrigin(served, origin))];
}

/** The origin to which the service's page talks. */
function servedOrigin({ text }: SiteAnswer): string | undefined {
  return /const \[site, message\] = \["(https?:\/\/[^"/]+)"/.exec(text)?.[1];
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "signIn", severity, url, ...explanation };
}
