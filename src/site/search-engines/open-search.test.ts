import { describe, expect, it } from "vitest";
import { exampleConfig } from "../../../test/example-job.ts";
import { openSearchText } from "./open-search.ts";

describe("the description for a browser’s search", () => {
  const text = openSearchText({
    ...exampleConfig,
    name: "Jobs & More in the Northern Valleys",
    url: "https://owner.example.org/repo/",
  });

  it("leads to the list with the words that were typed", () => {
    expect(text).toContain('template="https://owner.example.org/repo/jobs/?q={searchTerms}"');
    expect(text).toContain('template="https://owner.example.org/repo/opensearch.xml"');
  });

  it("has a name that is short enough, and the whole one", () => {
    expect(/<ShortName>(.*)<\/ShortName>/.exec(text)?.[1]?.length).toBeLessThanOrEqual(16);
    expect(text).toContain("<LongName>Jobs &amp; More in the Northern Valleys</LongName>");
  });
});
