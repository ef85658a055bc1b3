/** Decap's configuration, made from the board's, so there is no config.yml that could drift. */

import * as words from "#words/editor.ts";
import { fields } from "#words/fields.ts";
import { postAddress } from "../src/board/addresses.ts";
import type { UsableBackend } from "../src/board/admin-settings.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { Control, Option } from "../src/board/form/fields.ts";
import { formGroups } from "../src/board/form/groups.ts";
import { placeParts } from "../src/board/job/places.ts";
import { fieldsFilledBy } from "../src/board/job/schema.ts";
import { placesControl, slugControl } from "./job-format.ts";

/** The name of the format with the board's own reader and writer. */
export const formatName = "job";

/** The name of a media library that accepts no images or files. */
export const noMediaLibrary = "none";

/** The name of the locale with the board's texts, which are merged into Decap's own. */
export const localeName = "en-x-board";

/** Live posts, and closed ones. */
export const collectionNames = ["jobs", "archive"] as const;

export type Collection = {
  name: string;
  label: string;
  label_singular: string;
  folder: string;
  fields: CmsField[];
  [setting: string]: unknown;
};

/**
 * Decap's configuration.
 *
 * @param siteUrl of the site that the editor links back to
 */
export function cmsConfig(config: BoardConfig, backend: UsableBackend, siteUrl: string) {
  return {
    backend: backendSettings(config, backend),
    load_config_file: false,
    locale: localeName,
    site_url: siteUrl,
    // A saved post is a draft until its author sends it for review.
    publish_mode: backend.kind === "github" ? ("editorial_workflow" as const) : ("simple" as const),
    media_library: { name: noMediaLibrary },
    // Decap would look for a preview of each draft, before the draft is loaded. The notice has a link to the post.
    show_preview_links: backend.kind === "local",
    slug: { encoding: "ascii" as const, clean_accents: true },
    collections: collections(config, backend),
  };
}

function backendSettings({ repository }: BoardConfig, backend: UsableBackend) {
  if (backend.kind === "local") return { name: "proxy" as const, proxy_url: backend.url };
  const signIn = new URL(backend.signInUrl);
  return {
    name: "github" as const,
    repo: `${repository.owner}/${repository.name}`,
    branch: repository.branch,
    // Decap compares base_url with an origin, so with a path in it the sign-in window would hang.
    base_url: signIn.origin,
    auth_endpoint: signIn.pathname.slice(1),
    auth_scope: "public_repo" as const,
    api_root: backend.apiUrl,
    // Everybody sends posts from their own fork (admin/board-backend.ts).
    open_authoring: true,
    // The only merge method that the repository allows.
    squash_merges: true,
    commit_messages: words.commitMessages,
  };
}

/** On GitHub without closed posts: only the board changes those, and would refuse a change that people sent. */
function collections(config: BoardConfig, backend: UsableBackend): Collection[] {
  const live = liveCollection(config, backend);
  return backend.kind === "github" ? [live] : [live, archiveCollection(config, backend)];
}

function liveCollection(config: BoardConfig, backend: UsableBackend): Collection {
  return {
    ...common(config, backend),
    name: "jobs",
    ...words.livePosts,
    folder: "jobs",
    create: true,
    slug: `{{fields.${slugControl}}}`,
  };
}

/** Closed posts are in a folder per month, or per year, which Decap finds by the depth of `path`. */
function archiveCollection(config: BoardConfig, backend: UsableBackend): Collection {
  return {
    ...common(config, backend),
    name: "archive",
    ...words.closedPosts,
    folder: "jobs/archive",
    path: "{{year}}/{{month}}/{{slug}}",
    media_folder: "/jobs/archive/media",
    create: false,
  };
}

/** To sort, Decap reads all posts. From GitHub it reads them in order and page by page, until somebody sorts. */
function sortableFields({ kind }: UsableBackend) {
  return [
    {
      field: "submitted",
      label: fields.submitted.label,
      ...(kind === "local" && { default_sort: "desc" }),
    },
    { field: "title", label: fields.title.label },
    { field: "company", label: fields.company.label },
  ];
}

function common(config: BoardConfig, backend: UsableBackend) {
  return {
    format: formatName,
    extension: "md",
    delete: false,
    identifier_field: "title",
    summary: "{{title}} · {{company}}",
    preview_path: postAddress("{{filename}}").slice(1),
    sortable_fields: sortableFields(backend),
    fields: cmsFields(config),
  };
}

/** A field in Decap's configuration. `widget` is one of Decap's own, or of the board's. */
export type CmsField = {
  name: string;
  widget: string;
  label?: string;
  hint?: string;
  required?: boolean;
  options?: Option[];
  multiple?: boolean;
  max?: number;
  [setting: string]: unknown;
};

/** The name of the control that shows the problems of the whole form. */
export const noticeControl = "_notice";

/** The notice, the fields of the form in its order, and hidden ones for what the form fills in by itself. */
export function cmsFields(config: BoardConfig): CmsField[] {
  const stamped = fieldsFilledBy("form");
  return [
    { name: noticeControl, label: words.beforeYouSave, widget: "notice", required: false },
    ...formGroups(config)
      .flatMap(({ fields }) => fields)
      .flatMap(({ name, label, hint, required, control }) => [
        { name, label, hint, required, ...widgetFor(name, control) },
        ...(name === placeParts.at(-1) ? [furtherPlaces] : []),
      ]),
    ...[...stamped, slugControl].map((name) => ({ name, widget: "hidden" })),
  ];
}

const furtherPlaces: CmsField = {
  name: placesControl,
  ...{ label: words.furtherPlaces, hint: words.furtherPlacesHint, required: false },
  widget: placesControl,
};

function widgetFor(name: string, control: Control) {
  switch (control.kind) {
    case "line":
      return { widget: name === "city" ? "city" : "string" };
    case "prose":
      return prose;
    case "day":
      return { widget: "datetime", format: "YYYY-MM-DD", time_format: false };
    case "choice":
      return { widget: "select", options: control.options };
    case "choices": {
      const { options, max } = control;
      return { widget: "select", multiple: true, options, ...(max && { max }) };
    }
  }
}

// Headings of the first two levels are reserved for the page and the file, and images are not shown.
const prose = {
  widget: "markdown",
  modes: ["rich_text", "raw"],
  editor_components: [],
  buttons: [
    ...["bold", "italic", "link", "bulleted-list", "numbered-list"],
    ...["heading-three", "heading-four", "quote", "code"],
  ],
};
