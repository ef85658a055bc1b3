/** The issue about broken application links, for maintainers. In Markdown. */

export const title = "Broken application links";

export const introduction =
  "Once a week, the board checks the application link of each live post. It changes no posts. This issue is updated after each check, and closes when no link is broken or unreachable.";

export const nothingToCheck = "No live post has an application link that can be checked.";

export function allFine(checked: number): string {
  return `No application link of a live post is broken or unreachable (${checked} checked).`;
}

export const sections = {
  gone: {
    title: "Broken",
    text: "Applicants find no page at these links. Usually the job is filled: ask whoever sent the post, or close it.",
  },
  unreachable: {
    title: "Unreachable",
    text: "These links gave no usable answer to our check. Open them yourself. If they still fail next week, ask whoever sent the post.",
  },
  blocked: {
    title: "Blocked for automated checks",
    text: "These sites answer, but refuse programs like this one. People usually see the page, so there is nothing to do.",
  },
} as const;

/** `name`, `sender` and `link` are Markdown. */
export function item(
  { name, file, sender, link }: { name: string; file: string; sender: string; link: string },
  answer: string,
): string {
  return `- ${name} ([file](${file}), sent by ${sender}): ${link} ${answer}`;
}

export function more(count: number): string {
  return `- and ${count} more`;
}

export function answers(status: number): string {
  return `answers ${status}`;
}

export const failures = {
  "no-such-name": "points to a host that does not exist",
  "name-unknown": "points to a host that could not be looked up",
  "no-connection": "refuses the connection",
  "no-answer": "does not answer in time",
  "bad-certificate": "has a certificate that browsers reject",
  "broken-answer": "does not answer with a web page",
  "not-public": "leads to a non-public address, so it was not followed",
  "too-many-redirects": "redirects too often",
} as const;
