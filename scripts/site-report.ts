/** Formats what a check of a live site has found, as plain text for a terminal. */
import { styleText } from "node:util";
import * as words from "#words/terminal-doctor.ts";
import type { Finding, Severity } from "../src/board/site-checks/finding.ts";
import { subjects } from "../src/board/site-checks/finding.ts";
import { printable } from "./problem-report.ts";

type Stream = NodeJS.WritableStream & { isTTY?: boolean };

/** The findings by subject, each with its fix below it, and how many there are. */
export function reportFindings(findings: readonly Finding[], stream: Stream): string {
  const bySubject = Map.groupBy(findings, ({ subject }) => subject);
  // Without a site, nothing else was looked at.
  const shown = bySubject.has("site") ? (["site"] as const) : subjects.slice(1);
  const paragraphs = shown.map((subject) => {
    const title = styleText("bold", words.subjects[subject], { stream });
    const found = bySubject.get(subject) ?? [];
    if (found.length === 0) return `${title}: ${words.fine}`;
    // What is said of several addresses is said once.
    const alike = Map.groupBy(found, ({ severity, message }) => `${severity} ${message}`);
    return [title, ...[...alike.values()].map((group) => reportAlike(group, stream))].join("\n");
  });
  return [...paragraphs, words.total(countsOf(findings))].join("\n\n");
}

const colors = { error: "red", advice: "yellow", host: "gray", unchecked: "gray" } as const;

function reportAlike(group: readonly Finding[], stream: Stream): string {
  const [first] = group;
  if (!first) return "";
  const label = styleText(colors[first.severity], words.severities[first.severity], { stream });
  const lines = [first.fix, ...group.map(({ url }) => url)];
  return [
    `  ${label}: ${printable(first.message)}`,
    ...lines.map((line) => `    ${printable(line)}`),
  ].join("\n");
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, advice: 0, host: 0, unchecked: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
