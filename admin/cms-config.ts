/** Decap's configuration, as a function of the board's. There is no config.yml that could drift. */
import { postAddress } from "../src/board/addresses.ts";
import type { UsableBackend } from "../src/board/admin-settings.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { CmsField } from "./form-fields.ts";
import { cmsFields } from "./form-fields.ts";
import { slugControl } from "./job-format.ts";

/** The name under which the core's reader and writer are registered as a format. */
export const formatName = "job";

/** The name of a media library that keeps pictures and files out of the board. */
export const noMediaLibrary = "none";

/** The name of the board's own words for Decap's, which are merged into its English. */
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
 * @param siteUrl where the site is that this form belongs to, for the links back to it
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
    // A path in base_url would hang the window that signs in: Decap compares it with an origin.
    base_url: signIn.origin,
    auth_endpoint: signIn.pathname.slice(1),
    auth_scope: "public_repo" as const,
    api_root: backend.apiUrl,
    // Everybody sends posts from a fork of their own (admin/board-backend.ts).
    open_authoring: true,
    // The repository allows no other way.
    squash_merges: true,
    commit_messages: {
      create: "Add the post “{{slug}}”",
      update: "Change the post “{{slug}}”",
    },
  };
}

/** Closed posts are for the board to change: what people sent of one would be refused, after they had written it. */
function collections(config: BoardConfig, backend: UsableBackend): Collection[] {
  const live = liveCollection(config, backend);
  return backend.kind === "github" ? [live] : [live, archiveCollection(config, backend)];
}

function liveCollection(config: BoardConfig, backend: UsableBackend): Collection {
  return {
    ...common(config, backend),
    name: "jobs",
    label: "Live posts",
    label_singular: "Post a job",
    description: "What the board lists, and what it will list after the next build.",
    folder: "jobs",
    create: true,
    slug: `{{fields.${slugControl}}}`,
  };
}

/** Closed posts lie in a folder for each year; `path` makes Decap look into those. */
function archiveCollection(config: BoardConfig, backend: UsableBackend): Collection {
  return {
    ...common(config, backend),
    name: "archive",
    label: "Archive",
    label_singular: "Closed post",
    description: "Posts that are no longer listed.",
    folder: "jobs/archive",
    path: "{{year}}/{{slug}}",
    media_folder: "/jobs/archive/media",
    create: false,
  };
}

/** To sort, Decap reads every post. From GitHub they come in order, a page at a time, until somebody sorts them. */
function sortableFields({ kind }: UsableBackend) {
  return [
    { field: "submitted", label: "Submitted", ...(kind === "local" && { default_sort: "desc" }) },
    { field: "title", label: "Title" },
    { field: "company", label: "Company" },
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
