import { describe, expect, it } from "vitest";
import { tidyCharacters, tidyMarkdown } from "./pasted-text.ts";

describe("text from a word processor", () => {
  it("has ordinary spaces, so that the same company is spelled the same", () => {
    expect(tidyCharacters("Müller\u00a0&\u202fSöhne\u2007GmbH")).toBe("Müller & Söhne GmbH");
  });

  it("loses invisible characters only", () => {
    expect(tidyCharacters("Soft\u00adware\u200b\r\nnext\u2028last \u202eevil")).toBe(
      "Software\nnext\nlast \u202eevil",
    );
  });
});

describe("pasted Markdown", () => {
  it("has one empty line instead of several", () => {
    expect(tidyMarkdown("One\n\n \n\nTwo\n\nThree")).toBe("One\n\nTwo\n\nThree");
  });

  it("has lists instead of lines with typed bullets", () => {
    expect(tidyMarkdown("Tasks:\\\n• Write Python\\\n•\tRead it")).toBe(
      "Tasks:\n- Write Python\n- Read it",
    );
  });

  it("keeps code as it is", () => {
    const code = "```\n\n\na\n\n\n• b\n```\n\n    c\n\n\n    d";
    expect(tidyMarkdown(code)).toBe(code);
  });
});
