import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { commandHelp } from "../words/en/bot-commands.ts";
import { commandsTable, readCommand } from "./commands.ts";
import { reviewConfig } from "./fixtures.ts";

function read(body: string) {
  return readCommand(body, reviewConfig);
}

describe("a command", () => {
  it.each(["approve", "claim", "release", "feature", "duplicate-ok", "reopen", "help"])(
    "/%s stands alone on the first line",
    (name) => {
      expect(read(`/${name}`)).toEqual({ command: { name } });
      expect(read(`/${name}  \r\nThank you!`)).toEqual({ command: { name } });
    },
  );

  it("takes a reason and a text, which may go on over further lines", () => {
    const reason = reviewConfig.review.reasons.find(({ slug }) => slug === "bad-link");
    expect(read("/request-changes bad-link It leads\nto a parked domain.\n")).toEqual({
      command: { name: "request-changes", reason, text: "It leads\nto a parked domain." },
    });
    expect(read("/reject Bad-Link")).toEqual({ command: { name: "reject", reason, text: "" } });
  });

  it.each(["approve", " /approve", "> /approve", "/ approve", "//approve", "/etc/hosts", "/2", ""])(
    "is not “%s”",
    (body) => {
      expect(read(body)).toBeUndefined();
    },
  );

  it.each([
    ["/aprove", "There is no command `/aprove`."],
    ["/constructor", "There is no command `/constructor`."],
    ["/reject", "`/reject REASON [text]` needs one of the reasons."],
    ["/reject because", "That is not one of the reasons for `/reject REASON [text]`."],
  ])("that is wrong gets an explanation: %s", (body, unknown) => {
    expect(read(body)).toEqual({ unknown });
  });
});

describe("the table of commands", () => {
  it("is in the guide for reviewers too", async () => {
    const [table = ""] = commandsTable(reviewConfig).split("\n\n");
    expect(await readFile("docs/reviewing.md", "utf8")).toContain(table);
  });

  it("names every command and every reason", () => {
    const text = commandsTable(reviewConfig);
    for (const name of Object.keys(commandHelp)) expect(text).toContain(`| \`/${name}`);
    for (const { slug } of reviewConfig.review.reasons) expect(text).toContain(`\`${slug}\``);
  });
});
