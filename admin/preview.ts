/** The preview beside the form: what Decap shows of a post in its frame. */
import { createElement, useMemo } from "react";
import type { Entry } from "./decap.ts";

/** Makes the component that Decap shows in the preview's frame. */
export function postPreview(htmlOf: (entry: Entry) => string) {
  return function PostPreview({ entry }: { entry: Entry }) {
    const data: unknown = entry.get("data");
    // biome-ignore lint/correctness/useExhaustiveDependencies: the entry changes with every focus, its data only with what is typed.
    const html = useMemo(() => htmlOf(entry), [data]);
    // biome-ignore lint/security/noDangerouslySetInnerHtml: what the site's own template makes, escaped as on the site.
    return createElement("main", { id: "main", dangerouslySetInnerHTML: { __html: html } });
  };
}
