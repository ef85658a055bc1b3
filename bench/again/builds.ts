/** Builds of one board again and again, into the same folder. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemoFile } from "../../scripts/demo-posts/generate.ts";
import type { Instant } from "../../src/board/days.ts";
import { readJobFile, writeJobFile } from "../../src/board/job/file.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { keepOnlyBundles } from "../board/bundles.ts";
import type { Usage } from "../child-usage.ts";
import { measure } from "../child-usage.ts";
import { boardProgram } from "../contenders.ts";
import type { BoardInputs } from "../inputs.ts";
import { write, writePosts } from "../inputs.ts";
import { benchConfig } from "../settings.ts";

type Source = {
  /** The number of live posts. */
  posts: number;
  archive: Iterable<DemoFile>;
  /** What `makeBundles` has made. */
  bundles: string;
};

export class RepeatedBuilds {
  readonly #inputs: BoardInputs;
  readonly #bundles: string;
  readonly #output: string;
  #edits = 0;
  /** The moment that builds show. */
  #now: Instant;

  private constructor(inputs: BoardInputs, bundles: string, output: string) {
    this.#inputs = inputs;
    this.#bundles = bundles;
    this.#output = output;
    this.#now = readEnvironment(inputs.variables).now;
  }

  /** Writes the posts of a board into an empty folder. */
  static async of(folder: string, { posts, archive, bundles }: Source): Promise<RepeatedBuilds> {
    const inputs = await writePosts(folder, posts);
    for (const { file, text } of archive) await write(join(folder, file), text);
    return new RepeatedBuilds(inputs, bundles, join(folder, "site"));
  }

  /** Builds everything into an empty folder, with nothing to start from but the bundles. */
  async clean(): Promise<Usage> {
    await keepOnlyBundles(this.#inputs.variables.BOARD_CACHE, this.#bundles);
    await rm(this.#output, { recursive: true, force: true });
    return await this.unchanged();
  }

  /** Builds without any change since the last build, at the same moment. */
  async unchanged(): Promise<Usage> {
    const variables = { ...this.#inputs.variables, BOARD_NOW: this.#now.toISO() };
    const inputs = { ...this.#inputs, variables };
    return await measure(boardProgram(inputs, ["--output", this.#output]));
  }

  /** Builds a minute later. */
  async later(): Promise<Usage> {
    this.#now = this.#now.plus({ minutes: 1 });
    return await this.unchanged();
  }

  /** Gives the post that was sent last another title, and builds a minute later. */
  async edited(): Promise<Usage> {
    this.#edits += 1;
    const mark = `(edit ${this.#edits})`;
    const name = await this.#lastPost();
    const path = join(this.#inputs.jobs, name);
    const read = readJobFile(`jobs/${name}`, await readFile(path), benchConfig);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const title = `${read.job.title.replace(/ \(edit \d+\)$/, "")} ${mark}`;
    const written = writeJobFile(`jobs/${name}`, { ...read.job, title }, benchConfig);
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    await writeFile(path, written.text);
    const usage = await this.later();
    const page = join(this.#output, "jobs", name.replace(/\.md$/, ""), "index.html");
    if (!(await readFile(page, "utf8")).includes(mark)) throw new Error(`${page} is out of date.`);
    return usage;
  }

  async #lastPost(): Promise<string> {
    const names = (await readdir(this.#inputs.jobs)).filter((name) => name.endsWith(".md"));
    return names.sort().at(-1) ?? "";
  }
}
