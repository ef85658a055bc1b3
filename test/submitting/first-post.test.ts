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
  it("gets from signing in to the reviewers by following the notice", async () => {
    const page = await scene.visits(addressOf());
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    await (await opening).getByRole("button", { name: "ada" }).click();
    await page.getByText("your posts are stored in your own GitHub account").waitFor();
    await page.getByRole("button", { name: "Create the copy and continue" }).click();

    const draft = new Draft(page);
    // Decap's own state, because the notice cannot distinguish one editor from another.
    await draft.says("Not saved");
    await draft.fill({ title: "Pipeline Engineer" });
    await draft.save();
    await draft.says("Draft saved");
    await draft.says(/becomes public and stays/);
    expect(await scene.pullsOf("ada")).toEqual([]);

    await draft.send();
    await expect
      .poll(() => scene.pullsOf("ada"))
      .toMatchObject([
        {
          state: "open",
          title: "Add “Pipeline Engineer” at Example Analytics GmbH",
          head: { ref: expect.stringContaining("pipeline-engineer") },
        },
      ]);
    const conversation = draft.notice.getByRole("link", { name: "Open the discussion" });
    const [pull] = await scene.pullsOf("ada");
    expect(await conversation.getAttribute("href")).toBe(pull?.html_url);
  });

  it("is found again, with the next step, if it was saved but not sent", async () => {
    const first = await scene.edits("bob");
    await first.fill({ title: "Archive Engineer" });
    await first.save();

    const later = await scene.edits("bob", first.slug());
    await later.says("Draft saved");
    expect(await later.input("title").inputValue()).toBe("Archive Engineer");
    await later.send();
    await expect.poll(async () => (await scene.pullsOf("bob")).length).toBe(1);
  });

  it("survives a reload while it is being written", async () => {
    const draft = await scene.edits("cleo");
    await draft.write("title", "Harbour Engineer");
    // Decap itself would wait until nobody has typed for two seconds.
    await draft.page.clock.install();
    await draft.page.clock.pauseAt(Date.now() + 60_000);
    await draft.write("company", "Example Harbour");
    await draft.page.clock.runFor(500);
    await expect.poll(() => draft.keptCopies()).toContain("Example Harbour");
    await draft.page.clock.resume();
    await expect.poll(() => draft.keptCopies()).toContain("Harbour Engineer");
    draft.page.on("dialog", (dialog) => void dialog.accept());
    await draft.page.reload();
    await expect.poll(() => draft.input("title").inputValue()).toBe("Harbour Engineer");
    await draft.says("Not saved");
  });

  it("gets a new name if two people send the same", async () => {
    const hers = await scene.edits("ada");
    await hers.fill({ title: "Signal Engineer" });
    await hers.save();
    await hers.send();

    const his = await scene.edits("bob");
    await his.fill({ title: "Signal Engineer" });
    await his.pressSave();
    await his.says("ada has already sent a post with this company and job title");
    const [pull] = await scene.pullsOf("ada");
    const link = his.notice.getByRole("link", { name: "See that post" });
    expect(await link.getAttribute("href")).toBe(pull?.html_url);

    await his.write("title", "Signal Engineer, night shift");
    await his.save();
    await his.send();
    expect(await his.notice.getByText("has already sent").count()).toBe(0);
  });
});
