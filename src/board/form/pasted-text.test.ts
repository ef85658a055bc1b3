import { describe, expect, it } from "vitest";
import { tidyMarkdown } from "./pasted-text.ts";

describe("pasted Markdown", () => {
  it("has one empty line instead of several", () => {
    expect(tidyMarkdown("One\n\n \n\nTwo\n\nThree")).toBe("One\n\nTwo\n\nThree");
  });

  it("has lists instead of lines with typed bullets", () => {
    expect(tidyMarkdown("Tasks:\\\n• Write Python\\\n•\tRead it")).toBe(
      "Tasks:\n- Write Python\n- Read it",
    );
  });

  it.each([
    ["• Write", "- Write"],
    ["•Write", "- Write"],
    ["·\tWrite", "- Write"],
    ["o\tWrite", "- Write"],
    ["o   Write", "- Write"],
    ["§\tWrite", "- Write"],
    ["\uf0b7 Write", "- Write"],
    ["\uf0a7\tWrite", "- Write"],
    ["✓ Write", "- Write"],
    ["✔\ufe0f Write", "- Write"],
    ["☐ Write", "- Write"],
    ["-> Write", "- Write"],
    ["=>Write", "- Write"],
    ["➢ Write", "- Write"],
    ["    • Write", "- Write"],
    ["You will:\n-Write", "You will:\n- Write"],
    ["You will:\n– Write", "You will:\n- Write"],
    ["-Write\n-Read", "- Write\n- Read"],
    ["–Write\n\n–Read", "- Write\n\n- Read"],
    ["*Write\n*Read", "- Write\n- Read"],
    ["1)Write\n2)Read", "1. Write\n2. Read"],
    ["1.Write\n2.Read", "1. Write\n2. Read"],
    ["(1) Write\n(2) Read", "1. Write\n2. Read"],
    ["🐍 Write\n🌊 Read", "- 🐍 Write\n- 🌊 Read"],
    ["o Write\no Read", "- Write\n- Read"],
    ["You will:\na) write\nb) read", "You will:\n- a) write\n- b) read"],
    ["(a) Write\nas we do\n(b) Read", "- (a) Write\nas we do\n- (b) Read"],
    ["a. write\nb. read", "- a. write\n- b. read"],
    ["A. Write\nB. Read\nC. Test", "- A. Write\n- B. Read\n- C. Test"],
    ["A. Team\na) write\nb) read\nB. Pay", "- A. Team\n  - a) write\n  - b) read\n- B. Pay"],
    ["i. write\nii. read\niii. test", "- i. write\n- ii. read\n- iii. test"],
    ["(i) write\n(ii) read", "- (i) write\n- (ii) read"],
    ["1 - Write\n2 - Read", "1. Write\n2. Read"],
    ["1: Write\n2: Read", "1. Write\n2. Read"],
    ["①Write\n②Read", "- ①Write\n- ②Read"],
    ["1\ufe0f\u20e3 Write\n2\ufe0f\u20e3 Read", "- 1\ufe0f\u20e3 Write\n- 2\ufe0f\u20e3 Read"],
    ["⚙\ufe0f Write\n🐍 Read", "- ⚙\ufe0f Write\n- 🐍 Read"],
    ["・Write\n・Read", "- Write\n- Read"],
    ["~ Write\n~ Read", "- Write\n- Read"],
    ["⊳Write\n⊳Read", "- Write\n- Read"],
    ["ü Write\nü Read", "- Write\n- Read"],
    ["•\nWrite\n•\nRead", "- Write\n- Read"],
    ["✓\n\nWrite\n\n✓\n\nRead", "- Write\n\n- Read"],
    ["• Write • Read it • Test", "- Write\n- Read it\n- Test"],
    ["Steps\n3)Write\n4)Read", "Steps\n\n3. Write\n4. Read"],
    ["• a\no\tb\n§\tc\n• d", "- a\n  - b\n    - c\n- d"],
    ["• a\n\t• b\n• c", "- a\n  - b\n- c"],
    ["1. a\n• b\n2. c", "1. a\n   - b\n2. c"],
    ["You will:\n• a\nWe offer:\n• b", "You will:\n- a\n\nWe offer:\n- b"],
  ])("has a list instead of %j", (text, expected) => {
    expect(tidyMarkdown(text)).toBe(expected);
  });

  it.each([
    "- a\n- b\n  - c\n\n1. d\n2. e\n   1. f",
    "* a\n* b\n\n+ c",
    "**Write**\n*Read* it\n*all*",
    "--- \n\n***",
    "-5 to 3 degrees\n-7 to 1",
    "1.5 years\n2.5 days",
    "2026 was good",
    "We do it\n– all of it – by hand",
    "— Ann",
    "-Write",
    "> quoted\n> words",
    "o yes",
    "§ 5 of the law",
    "😀 Welcome",
    "Our founders:\nA. Smith\nJ. Jones",
    "A. Smith writes code.\n\nB. Jones tests it.",
    "J. Smith\nK. Jones\nL. Miller",
    "Wir suchen, d. h.\nd. h. wir\ne. V. du",
    "a. G. Köln\nb. a. W.",
    "[a](https://example.com)\n[b](https://example.com)",
    "| a | b |\n| - | - |\n| c | d |",
    "+49 30 1234\n+43 1 1234",
    "    c = 1\n    -d",
    "Code:\n\n    a) x\n    b) y",
    "Python • Django • SQL",
    "≥ Python 3.8\n≥ Django 4",
    "…and more\n…and more",
    "「a」\n「b」",
    "~~a~~\n~~b~~",
    "--all shows all\n--one shows one",
    "9:00 Breakfast\n10:00 Work",
  ])("keeps %j", (text) => expect(tidyMarkdown(text)).toBe(text));

  it("keeps code as it is", () => {
    const code = "```\n\n\na\n\n\n• b\n```\n\n    c\n\n\n    d";
    expect(tidyMarkdown(code)).toBe(code);
  });
});
