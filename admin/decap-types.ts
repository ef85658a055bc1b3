/**
 * Types for the parts of Decap that the board uses. Decap's own types of widgets, formats and media
 * libraries do not match what its functions accept.
 */
import type { ComponentType } from "react";

/** Decap's functions for extensions. */
export type Cms = {
  init(options: { config: object }): void;
  registerBackend(name: string, backend: object): void;
  registerLocale(name: string, phrases: object): void;
  registerWidget(widget: Widget): void;
  registerRemarkPlugin(plugin: object): void;
  registerCustomFormat(name: string, extension: string, format: CmsFormat): void;
  registerMediaLibrary(library: { name: string; init(): object }): void;
  registerPreviewStyle(address: string): void;
  registerPreviewTemplate(collection: string, component: ComponentType<{ entry: Entry }>): void;
  registerEventListener(listener: {
    name: "preSave";
    /** Returns the data to save instead. `author` is empty if nobody signs in. */
    handler(event: { entry: Entry; author: { login?: string } }): ImmutableMap;
  }): void;
};

export type Widget = { name: string; controlComponent: Control; schema?: object };

export type CmsFormat = {
  fromFile(content: string): object;
  toFile(data: object): string;
};

/** The used part of an immutable map (immutable.js). */
export type ImmutableMap = {
  get(key: string): unknown;
  clear(): ImmutableMap;
  merge(values: object): ImmutableMap;
  toJS(): Record<string, unknown>;
};

/** A post in the editor. */
export type Entry = {
  get(key: "data"): ImmutableMap;
  /** The file's path from the root of the repository; "" for a new post. */
  get(key: "path"): string;
  get(key: "newRecord"): boolean | undefined;
};

/** The used props of a control. */
export type ControlProps = {
  /** The field's configuration. */
  field: ImmutableMap;
  value: unknown;
  /** The id of the field's input. */
  forID: string;
  /** The errors of the whole form, by the ids of the fields. */
  fieldsErrors: ImmutableMap | undefined;
  clearFieldErrors(id: string): void;
  getEntry(): Entry;
  validate(): void;
  setInactiveStyle(): void;
  setActiveStyle(): void;
  onChange(value: unknown): void;
  /** The class of an input. */
  classNameWrapper: string;
};

export type Control = ComponentType<ControlProps>;

/** The part of Decap's Redux state that the board reads. */
export type State = {
  /** `publish_mode` exists as soon as the configuration is loaded. */
  config: { publish_mode?: string };
  collections: { get(name: string): object | undefined };
  auth: { user?: { token?: string; copy?: string } };
  entryDraft: {
    get(key: "entry"): ImmutableMap | undefined;
    get(key: "hasChanged"): boolean;
  };
  /** Drafts, at `entities` and `collection.slug`. */
  editorialWorkflow: { getIn(path: readonly string[]): ImmutableMap | undefined };
};

export type Store = {
  getState(): State;
  /** Returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  dispatch(action: object): unknown;
};
