import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ workflows: ["triage.yml", "review-signal.yml"] });
});

afterAll(() => scene.close());

describe("a post that a reviewer wants changed", () => {
  it("shows their comment, and goes back to them once it is fixed and saved", async () => {
    const { rest, at } = scene.as("rita");
    const draft = await scene.edits("ada");
    await draft.fill({ title: "Weather Engineer" });
    await draft.save();
    await draft.send();
    await scene.botIsDone();
    const [pull] = await scene.pullsOf("ada");
    const number = pull?.number ?? 0;
    const body = "/request-changes incomplete How large is the team?";
    await rest.issues.createComment({ ...at, issue_number: number, body });
    await scene.botIsDone();

    await draft.page.reload();
    await draft.says("Changes requested");
    await draft.says("Information is missing.");
    await draft.says("How large is the team?");
    await draft.says("rita");

    await draft.compose("description", "You build pipelines in Python, in a team of five.");
    await draft.says("do not need to send the post again");
    await draft.says("How large is the team?");
    await draft.save();
    await draft.says(/^Sent/);
    await scene.botIsDone();
    const { data: fixed } = await rest.pulls.get({ ...at, pull_number: number });
    expect([fixed.state, fixed.labels.map(({ name }) => name)]).toEqual([
      "open",
      expect.arrayContaining(["answered"]),
    ]);
    await draft.page.reload();
    await draft.says(/Waiting for review|In review/);

    // With GitHub's own button, this time.
    const review = { event: "REQUEST_CHANGES", body: "And where is the office?" } as const;
    await rest.pulls.createReview({ ...at, pull_number: number, ...review });
    await scene.botIsDone();
    await draft.page.reload();
    await draft.says("And where is the office?");
  });
});

describe("a post that is approved", () => {
  it("is listed, and its author gets a link to its page", async () => {
    const { rest, at } = scene.as("rita");
    const draft = await scene.edits("cleo");
    await draft.fill({ title: "Vineyard Engineer" });
    await draft.save();
    await draft.send();
    await scene.botIsDone();
    const [pull] = await scene.pullsOf("cleo");
    await rest.issues.createComment({ ...at, issue_number: pull?.number ?? 0, body: "/approve" });
    await scene.botIsDone();

    const path = `jobs/${draft.slug()}.md`;
    const { data: onBoard } = await rest.repos.getContent({ ...at, path });
    expect(onBoard).toMatchObject({ type: "file", path });
    await draft.page.reload();
    await draft.says("This is the post as it is on the board.");
    const link = draft.notice.getByRole("link", { name: "View the post" });
    expect(await link.getAttribute("href")).toContain(`/jobs/${draft.slug()}/`);
  });
});

describe("a rejected post", () => {
  it("says why, and can be fixed and sent again", async () => {
    const { rest, at } = scene.as("rita");
    const draft = await scene.edits("bob");
    await draft.fill({ title: "Harvest Engineer" });
    await draft.save();
    await draft.send();
    await scene.botIsDone();
    const [pull] = await scene.pullsOf("bob");
    const body = "/reject voluntary It says nothing of pay.";
    await rest.issues.createComment({ ...at, issue_number: pull?.number ?? 0, body });
    await scene.botIsDone();

    await draft.page.reload();
    await draft.says("Rejected");
    await draft.says("The work is not paid.");
    await draft.says("It says nothing of pay.");
    await draft.compose("description", "You build pipelines in Python, for good pay.");
    await draft.save();
    // At GitHub, nobody without write access can reopen what others have closed.
    scene.github.faults.failNext({ method: "PATCH", path: /\/pulls\/\d+$/, status: 422 });
    await draft.send("Send for review again");
    await scene.botIsDone();
    expect(await scene.pullsOf("bob")).toMatchObject([
      {
        state: "open",
        labels: expect.arrayContaining([expect.objectContaining({ name: "waiting" })]),
      },
      { state: "closed", number: pull?.number },
    ]);
    await draft.page.reload();
    await draft.says("Waiting for review");
  });
});
