/** Words of `npm run doctor` around what it has found. */
import type { Severity, Subject } from "../../site-checks/finding.ts";
import { plural } from "../plural.ts";

// ── The command ──
export const doctor = {
  usage: "npm run doctor -- [--url URL] [--json]",
  about: `Checks a live site of this board from outside: HTTPS, headers, caching, redirects, feeds, freshness, sign-in, and
page weight. It says what is wrong and how to fix it, and fails if something is. It asks for about twenty pages, needs
no token, and changes nothing.`,
  options: {
    url: { value: "URL", help: "the address of the site; by default, the one in the settings" },
    json: { help: "print the findings as JSON" },
  },
  badUrl: (url: string) =>
    `--url must be the address of the board’s home page, such as https://jobs.example.org/, not “${url}”.`,
};

// ── The report ──
export const subjects = {
  site: "Site",
  https: "HTTPS",
  headers: "Headers",
  caching: "Caching",
  redirects: "Redirects and missing pages",
  feeds: "Feeds",
  freshness: "Freshness",
  signIn: "Sign-in",
  weight: "Page weight",
} as const satisfies Record<Subject, string>;

export const severities = {
  error: "wrong",
  advice: "advice",
  host: "not possible at this host",
  unchecked: "not checked",
} as const satisfies Record<Severity, string>;

export const fine = "fine";

export function total(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    ...(counts.advice > 0
      ? [plural(counts.advice, { one: "piece of advice", other: "pieces of advice" })]
      : []),
    ...(counts.host > 0
      ? [plural(counts.host, { one: "limit of the host", other: "limits of the host" })]
      : []),
    ...(counts.unchecked > 0 ? [`${counts.unchecked} not checked`] : []),
  ];
  const errors =
    counts.error === 0
      ? "Nothing is wrong"
      : plural(counts.error, { one: "thing is wrong", other: "things are wrong" });
  return `${[errors, ...parts].join(", ")}.`;
}
