import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../site-in-browser.ts";
import type { Scene } from "./scene.ts";
import { addressOf, openScene } from "./scene.ts";

let scene: Scene;
/** The axe rules that the editor is known to break. The documentation has the causes. */
let listed: string[];

beforeAll(async () => {
  scene = await openScene();
  const document = await readFile("docs/submitting.md", "utf8");
  listed = [...document.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, rule = ""]) => rule);
});

afterAll(() => scene.close());

async function brokenOn(page: Page): Promise<string[]> {
  const violations = await violationsOn(page);
  return [...new Set(violations.map((violation) => violation.replace(/:.*/s, "")))];
}

describe("the editor", () => {
  it("has only the documented accessibility problems of Decap, and none in the notice", async () => {
    const draft = await scene.edits("ada");
    await draft.says("Not saved");
    const begun = await brokenOn(draft.page);
    await draft.fill({ title: "Ramp Engineer" });
    await draft.save();
    await draft.says("Draft saved");
    const saved = await brokenOn(draft.page);
    await draft.page.setViewportSize({ width: 360, height: 740 });
    const narrow = await brokenOn(draft.page);
    const { violations } = await draft.page.evaluate<AxeResults>("axe.run('#submission')");
    expect(violations).toEqual([]);

    const page = await scene.visits(addressOf());
    await page.getByRole("button", { name: "Sign in with GitHub" }).waitFor();
    const found = new Set([...begun, ...saved, ...narrow, ...(await brokenOn(page))]);
    expect([...found].sort()).toEqual(listed.toSorted());
  });
});
