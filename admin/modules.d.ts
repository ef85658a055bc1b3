/** Modules without types of their own. */

declare module "decap-cms-backend-github" {
  export const GitHubBackend: new () => object;
}

declare module "decap-cms-backend-proxy" {
  export const ProxyBackend: new () => object;
}

declare module "decap-cms-locales" {
  export const en: object;
}

declare module "decap-cms-widget-datetime" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-markdown" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-select" {
  const widget: DecapWidgetModule;
  export default widget;
}

declare module "decap-cms-widget-string" {
  const widget: DecapWidgetModule;
  export default widget;
}

type DecapWidgetModule = { Widget(): import("./decap.ts").Widget };

/** The site's templates, compiled when the page is bundled. */
declare module "virtual:site-templates" {
  /** Template functions by name, as `nunjucks.PrecompiledLoader` takes them; its types say a list. */
  const templates: never;
  export default templates;
}
