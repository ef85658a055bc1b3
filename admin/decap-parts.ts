// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names their exact versions, and there may be only its copies.
/**
 * The parts of Decap that the board uses. Its own `extensions.js`, which the bundler leaves out,
 * would bring every backend, widget and language along.
 */
import CMS from "decap-cms-app";
import { GitHubBackend } from "decap-cms-backend-github";
import { ProxyBackend } from "decap-cms-backend-proxy";
import { en } from "decap-cms-locales";
import DateTimeWidget from "decap-cms-widget-datetime";
import MarkdownWidget from "decap-cms-widget-markdown";
import SelectWidget from "decap-cms-widget-select";
import StringWidget from "decap-cms-widget-string";

import type { Cms } from "./decap.ts";

// Through `object`, for Decap's own types of it contradict what it does.
const untyped: object = CMS;
export const cms = untyped as Cms;

export const backends = { github: GitHubBackend, proxy: ProxyBackend };

export const english = en;

/** What `registerWidget` takes of each. */
export const widgets = [
  DateTimeWidget.Widget(),
  MarkdownWidget.Widget(),
  SelectWidget.Widget(),
  StringWidget.Widget(),
];
