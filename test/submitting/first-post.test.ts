import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Draft } from "./draft.ts";
import type { Scene } from "./scene.ts";
import { addressOf, openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

describe("a first post", () => {
  it("goes from signing in to the reviewers by what the notice says", async () => {
    const page = await scene.visits(addressOf());
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    await (await opening).getByRole("button", { name: "ada" }).click();
    await page.getByText("your posts are kept in your own account").waitFor();
    await page.getByRole("button", { name: "Make the copy and go on" }).click();

    const draft = new Draft(page);
    // Decap's own state: the notice would know of no editor from another.
    await draft.says("Not saved yet");
    await draft.fill({ title: "Pipeline Engineer" });
    await draft.save();
    await draft.says("Saved, but not sent");
    await draft.says(/public and stays so/);
    expect(await scene.pullsOf("ada")).toEqual([]);

    await draft.send();
    await expect
      .poll(() => scene.pullsOf("ada"))
      .toMatchObject([
        { state: "open", head: { ref: expect.stringContaining("pipeline-engineer") } },
      ]);
    const conversation = draft.notice.getByRole("link", { name: "Open its conversation" });
    const [pull] = await scene.pullsOf("ada");
    expect(await conversation.getAttribute("href")).toBe(pull?.html_url);
  });
});
