/**
 * Working folders for jobs. A job has one to itself, at a path that later jobs use again, as on GitHub's
 * runners: Node then finds compiled files of an earlier job in its cache.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";

export type PooledWorkspace = {
  /** Does not exist yet. */
  path: string;
  /** Deletes the folder and makes its path available again. */
  release(): Promise<void>;
};

export class WorkspacePool {
  readonly #root: string;
  readonly #used = new Set<number>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The first workspace that is free. */
  acquire(): PooledWorkspace {
    let number = 1;
    while (this.#used.has(number)) number += 1;
    this.#used.add(number);
    const path = join(this.#root, String(number));
    return {
      path,
      release: async () => {
        await rm(path, { recursive: true, force: true });
        this.#used.delete(number);
      },
    };
  }
}
