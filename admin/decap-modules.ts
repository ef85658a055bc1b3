// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names their exact versions, and there may be only its copies.
/**
 * The parts of Decap that the board uses. Its own `extensions.js`, which the bundler leaves out, would
 * include every backend, widget and language.
 */

import decapWords from "virtual:decap-words";
import CMS from "decap-cms-app";
import { ProxyBackend } from "decap-cms-backend-proxy";
import { updateUnpublishedEntryStatus } from "decap-cms-core/dist/esm/actions/editorialWorkflow.js";
import { persistLocalBackup } from "decap-cms-core/dist/esm/actions/entries.js";
// With the path that Decap's own modules use in the bundle. Any other would create a second store.
import { store } from "decap-cms-core/dist/esm/redux/index.js";
import DateTimeWidget from "decap-cms-widget-datetime";
import MarkdownWidget from "decap-cms-widget-markdown";
import { markdownToSlate } from "decap-cms-widget-markdown/dist/esm/serializers/index.js";
import SelectWidget from "decap-cms-widget-select";
import StringWidget from "decap-cms-widget-string";

import type { Cms } from "./decap-types.ts";
import type { ChangedPost } from "./early-backup.ts";

// Through `object`, because Decap's own types are wrong.
const untyped: object = CMS;
export const cms = untyped as Cms;

export const proxyBackend = ProxyBackend;

/** Decap's own Redux store. */
export const cmsStore = store;

/** Sends a saved draft, like Decap's own status menu. */
export function sendDraft(collection: string, slug: string): void {
  store.dispatch(updateUnpublishedEntryStatus(collection, slug, "draft", "pending_review"));
}

/** The post in the editor, if it has changes that are not saved, and Decap's own way to keep a copy of it. */
export function changedPost(): ChangedPost | undefined {
  const { entryDraft, collections } = store.getState();
  const entry = entryDraft.get("hasChanged") ? entryDraft.get("entry") : undefined;
  const collection = collections.get(String(entry?.get("collection")));
  if (!entry || !collection) return undefined;
  return {
    data: entry.get("data"),
    keep: () => store.dispatch(persistLocalBackup(entry, collection)),
  };
}

/** Reads Markdown as the rich-text box does. */
export { decapWords, markdownToSlate };

/** The argument of `registerWidget` for each. */
export const widgets = [
  DateTimeWidget.Widget(),
  MarkdownWidget.Widget(),
  SelectWidget.Widget(),
  StringWidget.Widget(),
];
