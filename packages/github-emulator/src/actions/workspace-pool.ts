/**
 * Working folders for jobs. Each job has its own, at a path that later jobs reuse, as on GitHub's
 * runners: Node then finds the modules that an earlier job compiled in its cache.
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

  /** The first free workspace. */
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
