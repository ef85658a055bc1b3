import { describe, expect, it } from "vitest";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const first = { ...hello, issue_number: 1 };

describe("labels and assignees", () => {
  it("can include people without a role, once they have commented", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const { issues } = emulator.bot({ "pull-requests": "write" }).rest;
    const assign = async () => {
      const { data } = await issues.addAssignees({ ...first, assignees: ["sam"] });
      return data.assignees?.map(({ login }) => login);
    };
    expect(await assign()).toEqual([]);
    await emulator.as("sam").rest.issues.createComment({ ...first, body: "Hello" });
    expect(await assign()).toEqual(["sam"]);
  });

  it("are added and removed by people with triage access, with an event for each", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const bot = emulator.bot({ "pull-requests": "write" });
    await bot.rest.issues.addLabels({ ...first, labels: ["waiting", "new"] });
    await bot.rest.issues.addLabels({ ...first, labels: ["Waiting"] });
    await bot.rest.issues.removeLabel({ ...first, name: "new" });
    await bot.rest.issues.setLabels({ ...first, labels: ["claimed"] });
    await bot.rest.issues.addAssignees({ ...first, assignees: ["rita", "sam", "nobody"] });
    await bot.rest.issues.removeAssignees({ ...first, assignees: ["rita"] });
    const { data: recorded } = await emulator.anonymous.rest.issues.listEvents(first);
    expect(
      recorded.map((event) => [
        event.event,
        event.actor.login,
        ("label" in event && event.label.name) || ("assignee" in event && event.assignee.login),
      ]),
    ).toEqual([
      ["labeled", "github-actions[bot]", "waiting"],
      ["labeled", "github-actions[bot]", "new"],
      ["unlabeled", "github-actions[bot]", "new"],
      ["unlabeled", "github-actions[bot]", "waiting"],
      ["labeled", "github-actions[bot]", "claimed"],
      ["assigned", "github-actions[bot]", "rita"],
      ["unassigned", "github-actions[bot]", "rita"],
    ]);
    const told = emulator.github.events.slice(-7);
    expect(told.every(({ name, triggers }) => name === "pull_request" && !triggers)).toBe(true);
    expect(told[0]).toMatchObject({
      action: "labeled",
      payload: { label: { name: "waiting" }, pull_request: { labels: [{ name: "waiting" }] } },
    });
  });

  it("cannot be changed by others", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await expect(
      octokit.rest.issues.addLabels({ ...first, labels: ["featured"] }),
    ).rejects.toMatchObject({ status: 403 });
    await octokit.rest.issues.update({ ...first, title: "Better", labels: ["featured"] });
    expect((await octokit.rest.issues.get(first)).data).toMatchObject({
      title: "Better",
      labels: [],
    });
  });

  it("are created, renamed and deleted in the repository", async () => {
    await using emulator = await startEmulator();
    const ada = emulator.as("ada");
    await ada.rest.issues.createLabel({ ...hello, name: "waiting", color: "00ff00" });
    await expect(ada.rest.issues.createLabel({ ...hello, name: "Waiting" })).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ code: "already_exists" }] } },
    });
    await ada.rest.issues.create({ ...hello, title: "Hello", labels: ["waiting"] });
    await ada.rest.issues.updateLabel({ ...hello, name: "waiting", new_name: "in queue" });
    expect((await ada.rest.issues.get(first)).data.labels).toMatchObject([
      { name: "in queue", color: "00ff00" },
    ]);
    await ada.rest.issues.deleteLabel({ ...hello, name: "in queue" });
    expect((await ada.rest.issues.get(first)).data.labels).toEqual([]);
  });
});

describe("comments", () => {
  it("are created, edited and deleted, with an event for each", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const rita = emulator.as("rita");
    const { data: comment } = await rita.rest.issues.createComment({ ...first, body: "/claim" });
    emulator.github.clock.advance(60_000);
    const own = { ...hello, comment_id: comment.id };
    const { data: changed } = await rita.rest.issues.updateComment({ ...own, body: "/release" });
    expect(changed.updated_at > changed.created_at).toBe(true);
    await rita.rest.issues.deleteComment(own);
    const told = emulator.github.events.slice(-3);
    expect(told.map(({ name, action }) => [name, action])).toEqual([
      ["issue_comment", "created"],
      ["issue_comment", "edited"],
      ["issue_comment", "deleted"],
    ]);
    expect(told[1]).toMatchObject({
      actor: "rita",
      payload: {
        comment: { body: "/release", user: { login: "rita" }, author_association: "MEMBER" },
        changes: { body: { from: "/claim" } },
        issue: { number: 1, pull_request: {} },
      },
    });
  });

  it("cannot be changed by strangers", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    const { data } = await emulator.as("rita").rest.issues.createComment({ ...first, body: "Hm" });
    await expect(
      octokit.rest.issues.updateComment({ ...hello, comment_id: data.id, body: "Fine!" }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it("get each reaction only once per person", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const bot = emulator.bot({ issues: "write" });
    const { data } = await emulator.as("rita").rest.issues.createComment({ ...first, body: "/ok" });
    const reaction = { ...hello, comment_id: data.id, content: "+1" } as const;
    expect((await bot.rest.reactions.createForIssueComment(reaction)).status).toBe(201);
    const again = await bot.rest.reactions.createForIssueComment(reaction);
    expect(again.status).toBe(200);
    expect((await bot.rest.issues.getComment(reaction)).data.reactions).toMatchObject({ "+1": 1 });
    await bot.rest.reactions.deleteForIssueComment({ ...reaction, reaction_id: again.data.id });
    expect((await bot.rest.reactions.listForIssueComment(reaction)).data).toEqual([]);
  });
});

describe("lists of issues", () => {
  it("have pages that link to each other", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    await sam.rest.issues.create({ ...hello, title: "Hello" });
    for (let number = 0; number < 5; number += 1) {
      await sam.rest.issues.createComment({ ...first, body: `${number}` });
    }
    const page = await sam.rest.issues.listComments({ ...first, per_page: 2, page: 2 });
    expect(page.data.map(({ body }) => body)).toEqual(["2", "3"]);
    expect(
      [...(page.headers.link ?? "").matchAll(/[?&]page=(\d)[^>]*>; rel="(\w+)"/g)].map(
        ([, number, name]) => [name, number],
      ),
    ).toEqual([
      ["prev", "1"],
      ["next", "3"],
      ["last", "3"],
      ["first", "1"],
    ]);
    const all = await sam.paginate(sam.rest.issues.listComments, { ...first, per_page: 2 });
    expect(all.map(({ body }) => body)).toEqual(["0", "1", "2", "3", "4"]);
    const whole = await sam.rest.issues.listComments(first);
    expect(whole.headers.link).toBeUndefined();
  });

  it("can be filtered by state, label, author and assignee", async () => {
    await using emulator = await startEmulator();
    const rita = emulator.as("rita");
    await rita.rest.issues.create({ ...hello, title: "A", labels: ["a", "b"], assignees: ["rob"] });
    await rita.rest.issues.create({ ...hello, title: "B", labels: ["a"] });
    await submit(emulator);
    await rita.rest.issues.update({ ...first, issue_number: 2, state: "closed" });
    const titles = async (query: object) =>
      (await rita.rest.issues.listForRepo({ ...hello, ...query })).data.map(({ title }) => title);
    expect(await titles({})).toEqual(["A post by sam", "A"]);
    expect(await titles({ state: "all", labels: "a", direction: "asc" })).toEqual(["A", "B"]);
    expect(await titles({ labels: "a,b" })).toEqual(["A"]);
    expect(await titles({ creator: "sam" })).toEqual(["A post by sam"]);
    expect(await titles({ assignee: "rob" })).toEqual(["A"]);
    expect(await titles({ assignee: "none" })).toEqual(["A post by sam"]);
  });

  it("can be searched", async () => {
    await using emulator = await startEmulator();
    const rita = emulator.as("rita");
    await rita.rest.issues.create({ ...hello, title: "Broken page", labels: ["needs work"] });
    await submit(emulator);
    const found = async (q: string) => {
      const { data } = await rita.rest.search.issuesAndPullRequests({ q });
      return data.items.map(({ number }) => number);
    };
    expect(await found("repo:octo-org/hello is:open")).toEqual([2, 1]);
    expect(await found("repo:octo-org/hello is:pr is:open author:sam")).toEqual([2]);
    expect(await found('repo:octo-org/hello label:"needs work"')).toEqual([1]);
    expect(await found('repo:octo-org/hello -label:"needs work"')).toEqual([2]);
    expect(await found("repo:octo-org/hello is:merged")).toEqual([]);
    expect(await found("repo:octo-org/other")).toEqual([]);
  });
});

describe("an issue", () => {
  it("can be closed and reopened, by its author too", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    await sam.rest.issues.create({ ...hello, title: "Hello", labels: ["a"], assignees: ["rita"] });
    await sam.rest.issues.update({ ...first, state: "closed", state_reason: "not_planned" });
    await sam.rest.issues.update({ ...first, state: "open" });
    expect((await sam.rest.issues.get(first)).data).toMatchObject({
      state: "open",
      closed_at: null,
      labels: [],
      assignees: [],
    });
    expect(emulator.github.events.map(({ name, action }) => `${name} ${action}`)).toEqual([
      "issues opened",
      "issues closed",
      "issues reopened",
    ]);
  });
});
