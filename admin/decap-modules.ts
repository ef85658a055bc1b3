// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names their exact versions, and there may be only its copies.
/**
 * The parts of Decap that the board uses. Its own `extensions.js`, which the bundler leaves out,
 * would bring every backend, widget and language along.
 */
import CMS from "decap-cms-app";
import { ProxyBackend } from "decap-cms-backend-proxy";
import { updateUnpublishedEntryStatus } from "decap-cms-core/dist/esm/actions/editorialWorkflow.js";
// By the path that Decap's own modules have in the bundle: any other would bring a second store.
import { store } from "decap-cms-core/dist/esm/redux/index.js";
import { en } from "decap-cms-locales";
import DateTimeWidget from "decap-cms-widget-datetime";
import MarkdownWidget from "decap-cms-widget-markdown";
import SelectWidget from "decap-cms-widget-select";
import StringWidget from "decap-cms-widget-string";

import type { Cms } from "./decap-types.ts";

// Through `object`, for Decap's own types of it contradict what it does.
const untyped: object = CMS;
export const cms = untyped as Cms;

export const proxyBackend = ProxyBackend;

/** What Decap knows, its own. */
export const cmsStore = store;

/** Sends a saved draft, as Decap's own menu of states does. */
export function sendDraft(collection: string, slug: string): void {
  store.dispatch(updateUnpublishedEntryStatus(collection, slug, "draft", "pending_review"));
}

export const english = en;

/** What `registerWidget` takes of each. */
export const widgets = [
  DateTimeWidget.Widget(),
  MarkdownWidget.Widget(),
  SelectWidget.Widget(),
  StringWidget.Widget(),
];
