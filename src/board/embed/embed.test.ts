import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyState, readState } from "../search/search-state.ts";
import type { Embed } from "./embed.ts";
import { embedSnippet, readEmbed, themes, writeEmbed } from "./embed.ts";

const root = "https://owner.example.org/repo/";

describe("the address of a frame", () => {
  it("comes back as it was written", () => {
    const embeds = fc.record({
      state: fc
        .constantFrom("", "q=data&country=DE", "type=web&pay=50000&currency=EUR&sort=newest")
        .map(readState),
      rows: fc.integer({ min: 1, max: 20 }),
      theme: fc.constantFrom(...themes),
    });
    fc.assert(
      fc.property(embeds, (embed) => {
        expect(readEmbed(writeEmbed(embed))).toEqual(embed);
      }),
    );
  });

  it.each([
    ["", 5],
    ["rows=0", 1],
    ["rows=1", 1],
    ["rows=20", 20],
    ["rows=21", 20],
    ["rows=-3", 5],
    ["rows=many", 5],
  ])("shows from 1 to 20 jobs: %j", (query, rows) => {
    expect(readEmbed(query)).toEqual({ state: emptyState, rows, theme: "auto" });
  });

  it("leaves out what is not understood", () => {
    expect(readEmbed("theme=pink&workplace=moon&page=7&x=y")).toEqual(readEmbed(""));
  });
});

describe("the HTML for another site", () => {
  const embed: Embed = { state: readState("type=web&country=DE"), rows: 3, theme: "dark" };

  it("frames the list, and says what is in it", () => {
    expect(embedSnippet(embed, root, 'Jobs at "A & B"')).toMatch(
      /^<iframe src="https:\/\/owner\.example\.org\/repo\/embed\/\?type=web&amp;country=DE&amp;rows=3&amp;theme=dark" title="Jobs at &quot;A &amp; B&quot;" /,
    );
  });

  it("lets no text out of its attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const state = { ...emptyState, text };
        const html = embedSnippet({ ...embed, state }, root, text);
        expect(html.replace(/"[^"]*"/g, "")).toMatch(/^<iframe( [a-z]+=)+><\/iframe>$/);
      }),
    );
  });
});
