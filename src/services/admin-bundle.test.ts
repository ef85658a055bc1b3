import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleAdmin } from "./admin-bundle.ts";

describe("the scripts of the CMS", () => {
  it("are at most as large as the parts of Decap that are used", async () => {
    const { directory, script } = await bundleAdmin();
    const sent = brotliCompressSync(await readFile(join(directory, script))).length;
    expect(sent / 1024).toBeLessThan(706);
  }, 120_000); // Maximum compression takes long on a busy machine.

  it("leave out what the board does not use, and load tables of languages and cities separately", async () => {
    const { directory, names, script } = await bundleAdmin();
    const text = await readFile(join(directory, script), "utf8");
    for (const unused of ["ApolloClient", "CodeMirror", "renderToStaticMarkup", "bitbucket.org"]) {
      expect(text).not.toContain(unused);
    }
    expect(text).not.toContain("Kyiv");
    expect(names).toContainEqual(expect.stringMatching(/^table-.*\.js$/));
    expect(names).toContainEqual(expect.stringMatching(/^static\.extrasmall-.*\.js$/));
  });
});
