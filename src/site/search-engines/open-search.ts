/**
 * Lets browsers search the board from their address bar: OpenSearch 1.1,
 * https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
import { pages } from "../../board/addresses.ts";
import type { BoardConfig } from "../../board/config.ts";
import { absoluteUrl } from "../../board/config.ts";
import { xmlText } from "../xml.ts";

/** "The value must contain 16 or fewer characters of plain text." */
const longestName = 16;

/** The text of `/opensearch.xml`. */
export function openSearchText(config: BoardConfig): string {
  return xmlText("OpenSearchDescription", {
    "@xmlns": "http://a9.com/-/spec/opensearch/1.1/",
    ShortName:
      config.name.length > longestName ? config.topic.name.slice(0, longestName) : config.name,
    LongName: config.name.slice(0, 48),
    Description: config.description,
    Image: { "@type": "image/svg+xml", "#text": absoluteUrl(config, "/favicon.svg") },
    InputEncoding: "UTF-8",
    Url: [
      {
        "@type": "text/html",
        "@template": `${absoluteUrl(config, pages.list)}?q={searchTerms}`,
      },
      {
        "@type": "application/opensearchdescription+xml",
        "@rel": "self",
        "@template": absoluteUrl(config, pages.openSearch),
      },
    ],
  });
}
