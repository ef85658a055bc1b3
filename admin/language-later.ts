/**
 * Replaces `#language-tables` in the editor. The tables for detecting languages are as large as the form, and
 * only needed for advice, so they load after it. Until then the language of every text is unknown.
 */
import type { eld as Detector } from "eld/extrasmall";

let detector: Pick<typeof Detector, "detect"> | undefined;

export const eld = {
  detect(text: string) {
    return detector?.detect(text) ?? { language: "", isReliable: () => false };
  },
};

addEventListener("load", () => {
  import("eld/extrasmall").then(
    (tables) => {
      detector = tables.eld;
    },
    () => undefined, // Then this advice is not given; the reviewers' is.
  );
});
