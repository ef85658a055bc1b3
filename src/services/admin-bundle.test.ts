import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleAdmin } from "./admin-bundle.ts";

describe("the programs of the CMS", () => {
  it("weigh no more than what is used of Decap", async () => {
    const { directory, script } = await bundleAdmin();
    const sent = brotliCompressSync(await readFile(join(directory, script))).length;
    expect(sent / 1024).toBeLessThan(800);
  }, 120_000); // Maximum compression takes long on a busy machine.

  it("lack what the board does not use, and bring the tables of languages apart", async () => {
    const { directory, names, script } = await bundleAdmin();
    const text = await readFile(join(directory, script), "utf8");
    for (const unused of ["ApolloClient", "CodeMirror", "renderToStaticMarkup", "bitbucket.org"]) {
      expect(text).not.toContain(unused);
    }
    expect(names).toContainEqual(expect.stringMatching(/^static\.extrasmall-.*\.js$/));
  });
});
