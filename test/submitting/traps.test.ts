import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { addressOf, openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

describe("an unrelated repository with the board’s name", () => {
  it("is left alone, and the post goes through another one", async () => {
    const { at, rest } = scene.as("bob");
    await scene.github.addRepository({ owner: "bob", name: at.repo });
    const draft = await scene.edits("bob");
    await draft.fill({ title: "Ferry Engineer" });
    await draft.save();
    await draft.send();
    expect(await scene.pullsOf("bob")).toMatchObject([
      { state: "open", head: { repo: { full_name: `bob/${at.repo}-1` } } },
    ]);
    const { data } = await rest.git.listMatchingRefs({
      owner: "bob",
      repo: at.repo,
      ref: "heads/",
    });
    expect(data).toEqual([]);
  });
});

describe("a fork of the board", () => {
  it("is waited for while GitHub is creating it", async () => {
    const path = /^\/repos\/cleo\/[^/]+\/branches\/main$/;
    scene.github.faults.failNext({ path, status: 404, times: 2 });
    const draft = await scene.edits("cleo");
    await draft.says("Not saved");
    scene.github.faults.clear();
  });

  it("that is out of date is reported, with how to fix it, if it is a problem", async () => {
    const { at } = scene.as("cleo");
    scene.github.faults.failNext({
      path: /merge-upstream$/,
      status: 409,
      body: { message: "Conflict" },
    });
    const draft = await scene.edits("cleo");
    await draft.fill({ title: "Tunnel Engineer" });
    scene.github.faults.failNext({
      method: "POST",
      path: /\/git\/refs$/,
      status: 422,
      body: {
        message:
          "refusing to allow an OAuth App to create or update workflow `.github/workflows/triage.yml` without `workflow` scope",
      },
    });
    await draft.pressSave();
    await draft.says("Your copy of the board on GitHub is out of date");
    await draft.says("“Sync fork”");
    const link = draft.notice.getByRole("link", { name: "Open your copy on GitHub" });
    expect(await link.getAttribute("href")).toBe(`${scene.github.origin}/cleo/${at.repo}`);

    // It is fixed by now; the typed text is still there.
    await draft.save();
    await draft.says("Draft saved");
    expect(await link.count()).toBe(0);
  });
});

describe("an outage of GitHub", () => {
  it("is reported in plain words, and the typed text is kept", async () => {
    const draft = await scene.edits("ada");
    await draft.fill({ title: "Dune Engineer" });
    const failure = { method: "POST", path: /\/git\/commits$/, status: 403, times: 1 };
    scene.github.faults.failNext({
      ...failure,
      body: { message: "You have exceeded a secondary rate limit." },
    });
    await draft.pressSave();
    await draft.says(/What you have written is still here. Try again/);
    expect(await draft.input("title").inputValue()).toBe("Dune Engineer");
    await draft.save();
    await draft.says("Draft saved");
  });
});

describe("somebody who does not want a fork", () => {
  it("is told that nothing was created, and can change their mind", async () => {
    const page = await scene.visits(addressOf());
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    await (await opening).getByRole("button", { name: "rita" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Nothing was created in your account.").waitFor();
    await page.getByRole("button", { name: "Sign in with GitHub" }).waitFor();
    const { rest, at } = scene.as("rita");
    const { data } = await rest.repos.listForks(at);
    expect(data.map(({ owner }) => owner.login)).not.toContain("rita");
  });
});

describe("a board with many posts", () => {
  it("is not loaded by the form for a new post, only by the list", async () => {
    // Somebody without drafts, which the list reads too.
    const draft = await scene.edits("dana");
    await draft.says("Not saved");
    const asked: string[] = [];
    draft.page.on("request", (request) => asked.push(request.url()));
    const posts = () => asked.filter((url) => /\/git\/(?:trees|blobs)\//.test(url)).length;
    await draft.page.reload();
    await draft.input("title").waitFor();
    expect(asked.some((url) => url.startsWith(scene.github.apiUrl))).toBe(true);
    expect(posts()).toBe(0);

    await draft.page.getByRole("link", { name: "Live posts" }).click();
    await draft.page.getByText("Data Engineer · Example Analytics GmbH").waitFor();
    expect(posts()).toBe(2);
  });

  it("is not shown in part if GitHub cuts off its list", async () => {
    const draft = await scene.edits("dana");
    const body = { sha: "", url: "", tree: [], truncated: true };
    scene.github.faults.failNext({ path: /\/git\/trees\//, status: 200, body });
    await draft.page.getByRole("link", { name: "Live posts" }).click();
    await draft.page.getByText("GitHub listed only a part of the posts").waitFor();
  });
});

describe("the form on a phone", () => {
  it("shows the notice and its button, and never scrolls sideways", async () => {
    const draft = await scene.edits("ada", undefined, { viewport: { width: 360, height: 740 } });
    await draft.fill({ title: "Lock Engineer" });
    await draft.save();
    await draft.says("Draft saved");
    const button = draft.notice.getByRole("button", { name: "Send for review" });
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    const { width, covered } = await draft.page.evaluate(() => {
      const field = document.querySelector("[aria-label$=' field']:last-of-type");
      field?.scrollIntoView({ block: "end" });
      const bottom = field?.getBoundingClientRect().bottom ?? 0;
      const top = document.querySelector(".submission")?.getBoundingClientRect().top ?? 0;
      return { width: document.documentElement.scrollWidth, covered: bottom - top };
    });
    expect(width).toBe(360);
    expect(covered).toBeLessThanOrEqual(0);
    await draft.send();
  });
});
