/** Job files as strangers may write them, byte by byte. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";
import { readJobFile } from "../../src/board/job/file.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { exampleConfig } from "../example-job.ts";

export const file = "jobs/2026-11-20-example.md";

export const fields = `title: Senior Django Developer
company: Example Analytics GmbH
category: developer-engineer
workplace: hybrid
city: Berlin
country: DE
apply_url: https://example.com/jobs/42
submitted: 2026-11-20
submitted_by: octocat
`;

export const body = `Build **reports** in Python.

## Requirements

Three years of Django.
`;

/** A file with these lines among its fields, replacing fields of the same name. */
export function withFields(lines: string): string {
  const names = [...lines.matchAll(/^(\w+):/gm)].map(([, name]) => name);
  const kept = fields.split("\n").filter((line) => !names.includes(line.split(":")[0]));
  return `---\n${kept.join("\n")}${lines}\n---\n\n${body}`;
}

/** A file with this description. */
export function withText(description: string): string {
  return `---\n${fields}---\n\n${description}\n\n## Requirements\n\nThree years of Django.\n`;
}

/** The result of reading a file: the rules that reject it, or the job. */
export function read(content: string | Uint8Array): { refusedBy: string[]; job?: Job } {
  const result = readJobFile(file, content, exampleConfig);
  if (result.ok) return { refusedBy: [], job: result.job };
  return { refusedBy: [...new Set(result.problems.map(({ rule }) => rule))] };
}

/** The job that a file holds. Throws if the reader refuses it. */
export function readJob(content: string | Uint8Array): Job {
  const result = readJobFile(file, content, exampleConfig);
  if (result.ok) return result.job;
  throw new Error(result.problems.map(({ message }) => message).join(" "));
}

export type Element = { name: string; attributes: Record<string, string>; text: string };

/** The elements that a browser creates from HTML, by the standard’s algorithm. */
export function elementsOf(html: string): Element[] {
  return elementsIn(parseFragment(html));
}

/** The text that a browser shows for HTML. */
export function textOf(html: string): string {
  return textIn(parseFragment(html));
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

function elementsIn(parent: Parent): Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [{ name: node.tagName, attributes, text: textIn(node) }, ...elementsIn(node)];
  });
}

function textIn(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if ("value" in node) return node.value;
      return "childNodes" in node ? textIn(node) : "";
    })
    .join("");
}
