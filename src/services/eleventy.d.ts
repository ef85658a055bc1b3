/** The part of Eleventy that this project uses; the package brings no types of its own. */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";

  /** What a configuration file is given. */
  export type EleventyConfig = {
    addGlobalData(name: string, value: () => unknown): void;
    addPassthroughCopy(paths: Record<string, string>): void;
    /** Adds a template that is no file; `render` makes its body from the data of a page. */
    addTemplate(path: string, render: (data: never) => string, data: object): void;
    addWatchTarget(path: string): void;
    emit(event: string, ...values: unknown[]): Promise<unknown>;
    on(event: string, listener: (value: never) => void): void;
    setLibrary(extension: string, library: Environment): void;
    setQuietMode(quiet: boolean): void;
    setTemplateFormats(formats: string[]): void;
  };

  export type EleventyOptions = {
    configPath: string;
    quietMode?: boolean;
    /** Called before the configuration file. */
    config?: (eleventy: EleventyConfig) => void;
  };

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    /** Prints what Eleventy has to say; other functions may do that in its place. */
    logger: {
      overrideLogger(functions: Record<"log" | "warn" | "error", (text: string) => void>): void;
    };
    write(): Promise<unknown>;
  }
}
