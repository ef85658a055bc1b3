import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "./draft.ts";
import type { Login, Scene } from "./scene.ts";
import { listedPost, openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

/** The branch of a post’s draft, and the text of its file. */
async function fileOf(login: Login, slug: string) {
  const { rest, at } = scene.as("rita");
  const ref = `cms/${login}/${at.repo}/jobs/${slug}`;
  const where = { owner: login, repo: at.repo, path: `jobs/${slug}.md` };
  const { data } = await rest.repos.getContent({ ...where, ref });
  if (!("content" in data)) throw new Error("It is no file.");
  return { where, ref, sha: data.sha, text: Buffer.from(data.content, "base64").toString() };
}

/** Lets the reviewer fix a word of a submitted post. */
async function reviewerMends(login: Login, slug: string, from: string, to: string): Promise<void> {
  const { where, ref, sha, text } = await fileOf(login, slug);
  await scene.as("rita").rest.repos.createOrUpdateFileContents({
    ...where,
    branch: ref,
    sha,
    message: "Fix a word",
    content: Buffer.from(text.replace(from, to)).toString("base64"),
  });
}

describe("an editor that is open while a reviewer changes the post", () => {
  let draft: Draft;

  it("does not overwrite that, says so, and continues after a reload", async () => {
    draft = await scene.edits("ada");
    await draft.fill({ title: "Bridge Engineer" });
    await draft.save();
    await draft.send();
    const slug = draft.slug();
    await reviewerMends("ada", slug, "pipelines", "bridges");

    await draft.compose("requirements", "Some years of Python, and of bridges.");
    await draft.pressSave();
    await draft.says("this post has been changed since you opened it, by a reviewer or by you");
    expect((await fileOf("ada", slug)).text).toContain("You build bridges in Python.");
    // What was typed is still there, to be copied.
    await draft.field("requirements").getByText("and of bridges").waitFor();

    draft.page.on("dialog", (dialog) => void dialog.accept());
    await draft.page.reload();
    await draft.field("description").getByText("You build bridges").waitFor();
    await draft.compose("requirements", "Some years of Python, and of bridges.");
    await draft.save();
    const { text } = await fileOf("ada", slug);
    expect(text).toContain("You build bridges in Python.");
    expect(text).toContain("and of bridges");
  });
});

describe("a listed post", () => {
  it("can be edited by its submitter in the same way, and the list does not change before it is approved", async () => {
    const draft = await scene.edits("ada", listedPost);
    await draft.says("On the board");
    await draft.write("title", "Senior Data Engineer");
    await draft.says("Until it is approved, the board shows the post as it was.");
    await draft.save();
    await draft.says("Draft saved");
    await draft.send();
    const { rest, at } = scene.as("rita");
    const [pull] = await scene.pullsOf("ada");
    const changes = await rest.pulls.listFiles({ ...at, pull_number: pull?.number ?? 0 });
    expect(changes.data).toMatchObject([{ filename: `jobs/${listedPost}.md`, status: "modified" }]);

    // Merged while the editor is open, once GitHub knows that it can be.
    const submission = { ...at, pull_number: pull?.number ?? 0 };
    while ((await rest.pulls.get(submission)).data.mergeable === null);
    await rest.pulls.merge({ ...submission, merge_method: "squash" });
    await draft.write("title", "Principal Data Engineer");
    await draft.save();
    await draft.send();
    const [next] = await scene.pullsOf("ada");
    const diff = await rest.pulls.listFiles({ ...at, pull_number: next?.number ?? 0 });
    expect(diff.data).toMatchObject([{ status: "modified", additions: 1, deletions: 1 }]);
    expect(next?.number).not.toBe(pull?.number);
  });
});

describe("a reviewer at the form", () => {
  it("works in a fork like everybody, and can neither publish nor delete", async () => {
    const draft = await scene.edits("rita", listedPost);
    await draft.says("On the board");
    for (const name of [/publish/i, /delete/i, /ready/i]) {
      expect(await draft.page.getByRole("button", { name }).count()).toBe(0);
    }
    await draft.write("title", "Data Engineer (fixed)");
    await draft.save();
    expect(await scene.pullsOf("rita")).toEqual([]);
    const { rest, at } = scene.as("rita");
    const { data } = await rest.git.listMatchingRefs({ ...at, ref: "heads/" });
    expect(data.map(({ ref }) => ref)).toEqual(["refs/heads/main"]);
  });
});
