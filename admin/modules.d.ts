/** Modules without types of their own. */

declare module "decap-cms-backend-proxy" {
  export const ProxyBackend: new () => object;
}

declare module "decap-cms-core/dist/esm/redux/index.js" {
  export const store: import("./decap-types.ts").Store;
}

declare module "decap-cms-core/dist/esm/actions/entries.js" {
  /** Returns an action for the store. */
  export function persistLocalBackup(entry: object, collection: object): object;
}

declare module "decap-cms-core/dist/esm/actions/editorialWorkflow.js" {
  /** Returns an action for the store. Nothing happens if both statuses are the same. */
  export function updateUnpublishedEntryStatus(
    collection: string,
    slug: string,
    oldStatus: string,
    newStatus: string,
  ): object;
}

declare module "decap-cms-lib-util" {
  export function branchFromContentKey(key: string): string;
  export function statusToLabel(status: string, prefix: string): string;
}

declare module "react-dom/client" {
  export function createRoot(element: Element): { render(node: import("react").ReactNode): void };
}

/** Decap’s own words in the board’s language (src/services/admin-bundle.ts). */
declare module "virtual:decap-words" {
  const words: object;
  export default words;
}

declare module "decap-cms-widget-datetime" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-markdown" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-markdown/dist/esm/serializers/index.js" {
  export function markdownToSlate(markdown: string, options: object): object[];
}

declare module "decap-cms-widget-select" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-string" {
  const widget: DecapWidgetModule;
  export default widget;
}

type DecapWidgetModule = { Widget(): import("./decap-types.ts").Widget };

/** The site's templates, compiled when the page is bundled. */
declare module "virtual:site-templates" {
  /** Template functions by name, as `nunjucks.PrecompiledLoader` takes them; its types say a list. */
  const templates: never;
  export default templates;
}
