import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { commandHelp } from "#words/bot-commands.ts";
import { commandsTable, heardCommands, readCommands } from "./commands.ts";
import { reviewConfig } from "./fixtures.ts";

/**
 * Each command of a comment in short: `approve`, `reject spam “text”`; `approve?` if the bot asks about it, `aprove!`
 * if it answers that there is no such command or reason. With a line’s number in front unless it is the first.
 */
function read(body: string): string[] {
  return readCommands(body, reviewConfig).map((one) => {
    const at = one.line > 0 ? `${one.line}: ` : "";
    if ("unknown" in one) return `${at}${one.name}!`;
    if ("unclear" in one) return `${at}${one.name}?`;
    const { command } = one;
    if (!("reason" in command)) return `${at}${command.name}`;
    const text = command.text ? ` “${command.text}”` : "";
    return `${at}${command.name} ${command.reason.slug}${text}`;
  });
}

type Form = [body: string, expected: string[]];

const reply = [
  "",
  "On Tue, Nov 24, 2026 at 10:00 AM Board bot <",
  "notifications@github.com> wrote:",
  "",
  "> Commands: /approve, /reject",
  "/claim",
].join("\n");

const forms: Record<string, Form[]> = {
  "is carried out": [
    ["/approve", ["approve"]],
    ["/claim", ["claim"]],
    ["/release", ["release"]],
    ["/feature", ["feature"]],
    ["/duplicate-ok", ["duplicate-ok"]],
    ["/reopen", ["reopen"]],
    ["/help", ["help"]],
    ["/help me, please", ["help"]],
  ],
  "is carried out in any case, with any blanks and punctuation around it": [
    ["/Approve", ["approve"]],
    ["/APPROVE", ["approve"]],
    ["/Duplicate-OK", ["duplicate-ok"]],
    [" /approve", ["approve"]],
    ["   /approve   ", ["approve"]],
    ["\u00a0/approve\u00a0", ["approve"]],
    ["\u3000/approve", ["approve"]],
    ["\u200b/approve\ufeff", ["approve"]],
    ["/ approve", ["approve"]],
    ["/approve.", ["approve"]],
    ["/Approve!", ["approve"]],
    ["/approve …", ["approve"]],
    ["/approve。", ["approve"]],
    ["/claim:", ["claim"]],
    ["\n\n/approve", ["2: approve"]],
    ["/approve\r\n", ["approve"]],
    ["/approve\r\n\r\n \t\r\n", ["approve"]],
    ["\r\n\u00a0\r\n/approve", ["2: approve"]],
  ],
  "takes a reason": [
    ["/reject spam", ["reject spam"]],
    ["/Reject SPAM", ["reject spam"]],
    ["/reject: spam", ["reject spam"]],
    ["/reject:spam", ["reject spam"]],
    ["/reject - spam.", ["reject spam"]],
    ["/reject\u00a0spam", ["reject spam"]],
    ["/reject\u3000spam\u3000Buy\u00a0now", ["reject spam “Buy\u00a0now”"]],
    ["/request-changes Bad-Link", ["request-changes bad-link"]],
  ],
  "takes the words and lines below the reason as its text": [
    ["/reject spam: an advertisement", ["reject spam “an advertisement”"]],
    ["/reject spam, I think", ["reject spam “I think”"]],
    [
      "/request-changes bad-link It leads\nto a parked domain.\n",
      ["request-changes bad-link “It leads\nto a parked domain.”"],
    ],
    ["/reject spam\n\nOne.\n\nTwo.", ["reject spam “One.\n\nTwo.”"]],
    [
      "/request-changes formatting Use `code`:\n```\n/approve\n```",
      ["request-changes formatting “Use `code`:\n```\n/approve\n```”"],
    ],
    ["/reject spam\n> Buy now\nSays who?", ["reject spam “> Buy now\nSays who?”"]],
    ["/reject bad-link\n/etc/hosts", ["reject bad-link “/etc/hosts”"]],
    ["/reject bad-link\n/jobs/x is gone", ["reject bad-link “/jobs/x is gone”"]],
    ["/reject bad-link\n/careers", ["reject bad-link “/careers”"]],
    ["/reject spam\n/claim your prize", ["reject spam “/claim your prize”"]],
    [
      "/request-changes bad-link\n/approve not yet, the link is dead",
      ["request-changes bad-link “/approve not yet, the link is dead”"],
    ],
  ],
  "is one of several": [
    ["/claim\n/feature", ["claim", "1: feature"]],
    ["/feature\n\n/approve", ["feature", "2: approve"]],
    ["/approve\n/feature\n/duplicate-ok", ["approve", "1: feature", "2: duplicate-ok"]],
    ["/reject spam Bad.\nVery bad.\n/claim", ["reject spam “Bad.\nVery bad.”", "2: claim"]],
    ["/reject spam\n/approve", ["reject spam", "1: approve"]],
    [
      "/request-changes formatting A\nB\n/request-changes bad-link",
      ["request-changes formatting “A\nB”", "2: request-changes bad-link"],
    ],
    ["/claim\n/aprove", ["claim", "1: aprove!"]],
    ["Thank you!\n/claim", ["1: claim"]],
    ["Sorry.\n\n/reject spam", ["2: reject spam"]],
  ],
  "is asked about if it may be part of a remark": [
    ["/approve not yet, the link is dead", ["approve?"]],
    ["/approve?", ["approve?"]],
    ["/approve 👎", ["approve?"]],
    ["/approve (soon)", ["approve?"]],
    ["/approve.md", ["approve?"]],
    ["/approve\nnot yet", ["approve?"]],
    ["Do not\n/approve", ["1: approve?"]],
    ["/approve\n`code`", ["approve?"]],
    ["/approve\n\n```\ncode\n```", ["approve?"]],
    [
      "/request-changes formatting\nFix it.\n/approve",
      ["request-changes formatting “Fix it.”", "2: approve?"],
    ],
    ["/claim please", ["claim?"]],
    ["/release it\n/approve", ["release?", "1: approve"]],
    ["/feature, once it is fixed", ["feature?"]],
    ["/reopen I fixed it", ["reopen?"]],
  ],
  "is answered if there is none of that name, or no such reason": [
    ["/aprove", ["aprove!"]],
    ["/Aprove.", ["aprove!"]],
    ["/aprove\nThank you!", ["aprove!"]],
    ["Thank you!\n/aprove", ["1: aprove!"]],
    ["/rejct spam", ["rejct!"]],
    ["/constructor", ["constructor!"]],
    ["/duplicate ok", ["duplicate!"]],
    ["/reject", ["reject!"]],
    ["/reject because", ["reject!"]],
    ["/reject spam?", ["reject!"]],
    ["/reject because\nIt is bad.", ["reject!"]],
    ["/reject\nspam", ["reject!"]],
  ],
  "is none without a slash, or within a path": [
    ["approve", []],
    ["", []],
    ["\\/approve", []],
    ["//approve", []],
    ["/etc/hosts", []],
    ["/etc/hosts is wrong", []],
    ["/jobs/x", []],
    ["/approve/", []],
    ["/index.html is gone", []],
    ["/2", []],
    ["/claim_it", []],
    ["/ nothing", []],
    ["See the folder:\n/tmp is full", []],
    ["Please /approve", []],
    ["- /approve", []],
  ],
  "is none in a quote, in code, or where nobody sees it": [
    ["> /approve", []],
    ["  >/approve", []],
    ["> Please\n/approve", ["1: approve"]],
    ["> Please\n\n/approve", ["2: approve"]],
    [`/approve\n${reply}`, ["approve"]],
    [`/reject spam Bad.\n${reply}`, ["reject spam “Bad.”"]],
    [`Thank you!\n${reply}`, []],
    ["`/approve`", []],
    ["`see\n/claim\nbelow`", []],
    ["```\n/approve\n```", []],
    ["~~~ text\n/approve\n~~~\n/claim", ["3: claim"]],
    ["````\n```\n/approve\n````", []],
    ["```\n/approve", []],
    ["    /approve", []],
    ["\t/approve", []],
    ["Text\n\n    /claim\n", []],
    ["<!-- /approve -->", []],
    ["<!--\n/approve\n-->", []],
    ["<!--\n/approve", []],
    ["<!-- a\nb -->\n/approve", ["2: approve"]],
    ["/approve <!-- a -->", ["approve"]],
  ],
};

describe.each(Object.entries(forms))("a command %s", (_, rows) => {
  it.each(rows)("%j", (body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe("the explanation of a wrong command", () => {
  it.each([
    ["/aprove", "There is no command `/aprove`."],
    ["/reject", "`/reject REASON [text]` needs one of the reasons."],
    ["/reject because", "That is not one of the reasons for `/reject REASON [text]`."],
    ["/approve now", "To approve, write `/approve` alone in a comment."],
    ["/claim it", "`/claim` takes no further words. Write it alone on its line."],
  ])("is: %s", (body, why) => {
    const [one] = readCommands(body, reviewConfig);
    expect(one && ("unknown" in one ? one.unknown : "unclear" in one && one.unclear)).toBe(why);
  });
});

describe("a comment", () => {
  it.each([
    ["of backticks", Array.from({ length: 1000 }, (_, index) => "`".repeat(index)).join(" ")],
    ["of unterminated hidden text", "<!--".repeat(125_000)],
    ["of fences", "```\n~~~\n".repeat(60_000)],
    ["of headers of quoted mail", "On 1\n".repeat(100_000)],
    ["of slashes", "/a-".repeat(170_000)],
    ["of blanks", `/approve x${" ".repeat(500_000)}x`],
    ["of commands", "/claim\n/reject spam\n".repeat(25_000)],
  ])("is parsed quickly, even one %s", (_, body) => {
    // Eight times as long as GitHub allows: quadratic time would take minutes.
    expect(readCommands(body, reviewConfig).length).toBeGreaterThanOrEqual(0);
  });
});

describe("the bot", () => {
  const comment = { author: "Anna", body: "/claim\n/reopen\n/approve" };
  const heard = (sender: string, worksHere: boolean) =>
    heardCommands(comment, { sender, worksHere }, reviewConfig).map(({ name }) => name);

  it("accepts commands from reviewers, /reopen from authors, and none from others", () => {
    expect(heard("bert", true)).toEqual(["claim", "reopen", "approve"]);
    expect(heard("anna", false)).toEqual(["reopen"]);
    expect(heard("bert", false)).toEqual([]);
  });
});

describe("the table of commands", () => {
  it("is also in the guide for reviewers", async () => {
    const [table = ""] = commandsTable(reviewConfig).split("\n\n");
    expect(await readFile("docs/reviewing.md", "utf8")).toContain(table);
  });

  it("has every command and every reason", () => {
    const text = commandsTable(reviewConfig);
    for (const name of Object.keys(commandHelp)) expect(text).toContain(`| \`/${name}`);
    for (const { slug } of reviewConfig.review.reasons) expect(text).toContain(`\`${slug}\``);
  });
});
