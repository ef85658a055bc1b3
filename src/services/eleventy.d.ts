/** Types for the used parts of Eleventy, which has none. */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";

  /** The argument of a configuration file. */
  export type EleventyConfig = {
    addGlobalData(name: string, value: () => unknown): void;
    addPassthroughCopy(paths: Record<string, string>): void;
    /** Adds a virtual template; `render` makes its body from a page's data. */
    /** Looks at each template with an extension; `false` leaves it out. */
    addPreprocessor(
      name: string,
      extension: string,
      look: (data: never) => Promise<false | undefined>,
    ): void;
    addTemplate(path: string, render: (data: never) => string, data: object): void;
    addWatchTarget(path: string): void;
    emit(event: string, ...values: unknown[]): Promise<unknown>;
    on(event: string, listener: (value: never) => void): void;
    setLibrary(extension: string, library: Environment): void;
    setQuietMode(quiet: boolean): void;
    setTemplateFormats(formats: string[]): void;
  };

  export type EleventyOptions = {
    configPath?: string;
    quietMode?: boolean;
    /** Called before the configuration file. */
    config?: (eleventy: EleventyConfig) => unknown;
  };

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    /** Prints Eleventy's messages; can be replaced. */
    logger: {
      overrideLogger(functions: Record<"log" | "warn" | "error", (text: string) => void>): void;
    };
    write(): Promise<unknown>;
  }
}
