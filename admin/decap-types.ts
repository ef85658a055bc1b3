/**
 * Decap's types, as far as the board uses it. It declares its own, but those of widgets, formats and
 * media libraries do not fit what its functions take.
 */
import type { ComponentType } from "react";

/** Decap's functions for everything that is the board's own. */
export type Cms = {
  init(options: { config: object }): void;
  registerBackend(name: string, backend: object): void;
  registerLocale(name: string, phrases: object): void;
  registerWidget(widget: Widget): void;
  registerCustomFormat(name: string, extension: string, format: CmsFormat): void;
  registerMediaLibrary(library: { name: string; init(): object }): void;
  registerPreviewStyle(address: string): void;
  registerPreviewTemplate(collection: string, component: ComponentType<{ entry: Entry }>): void;
  registerEventListener(listener: {
    name: "preSave";
    /** Gives the data to be saved instead. `author` is empty where nobody signs in. */
    handler(event: { entry: Entry; author: { login?: string } }): ImmutableMap;
  }): void;
};

export type Widget = { name: string; controlComponent: Control; schema?: object };

export type CmsFormat = {
  fromFile(content: string): object;
  toFile(data: object): string;
};

/** As much of an immutable map (immutable.js) as is used here. */
export type ImmutableMap = {
  get(key: string): unknown;
  clear(): ImmutableMap;
  merge(values: object): ImmutableMap;
  toJS(): Record<string, unknown>;
};

/** A post in the editor. */
export type Entry = {
  get(key: "data"): ImmutableMap;
  /** Of the file, from the root of the repository. A new post has "". */
  get(key: "path"): string;
  get(key: "newRecord"): boolean | undefined;
};

/** What a control of the form is given, as far as ours use it. */
export type ControlProps = {
  /** The field's configuration. */
  field: ImmutableMap;
  value: unknown;
  /** The id of the field's input. */
  forID: string;
  /** What is wrong in the whole form, by the ids of the fields. */
  fieldsErrors: ImmutableMap | undefined;
  clearFieldErrors(id: string): void;
  getEntry(): Entry;
  validate(): void;
  setInactiveStyle(): void;
};

export type Control = ComponentType<ControlProps>;

/** What Decap knows at a moment (Redux), as far as the board reads it. */
export type State = {
  /** `publish_mode` is there as soon as the configuration is read. */
  config: { publish_mode?: string };
  auth: { user?: { token?: string; copy?: string } };
  entryDraft: {
    get(key: "entry"): ImmutableMap | undefined;
    get(key: "hasChanged"): boolean;
  };
  /** Drafts, by `collection.slug` below `entities`. */
  editorialWorkflow: { getIn(path: readonly string[]): ImmutableMap | undefined };
};

export type Store = {
  getState(): State;
  /** Returns what ends the listening. */
  subscribe(listener: () => void): () => void;
  dispatch(action: object): unknown;
};
