/**
 * Stands in the page in the place of `#language-tables`, by which the core tells languages apart: its
 * tables are as large as the form itself, and only serve advice. So they come when the form is there;
 * until then every text is one whose language is not sure.
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
