import { describe, expect, it } from "vitest";
import type { Payload, Trigger } from "./triggers.ts";
import { isStartedBy, isUntrusted, needsApproval, sideOf, triggersOf } from "./triggers.ts";
import type { Workflow } from "./workflow.ts";
import { readWorkflow } from "./workflow.ts";

function waitingFor(on: string): Promise<Workflow> {
  const job = "jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: ls }] } }";
  return readWorkflow(".github/workflows/a.yml", `name: a\non: ${on}\n${job}\n`);
}

async function starts(on: string, trigger: Trigger, paths: string[] = []): Promise<boolean> {
  return await isStartedBy(await waitingFor(on), trigger, () => Promise.resolve(paths));
}

/** The payload of a pull request's event. */
function pull({
  from = "ada/hello",
  association = "CONTRIBUTOR",
  action = "opened",
} = {}): Payload {
  return {
    action,
    pull_request: {
      number: 7,
      author_association: association,
      head: { ref: "post", sha: "1", repo: { full_name: from } },
      base: { ref: "main", sha: "2", repo: { full_name: "org/hello" } },
    },
  };
}

describe("an event", () => {
  it("on a pull request is two triggers, which use the files of different branches", () => {
    const triggers = triggersOf("pull_request", pull());
    expect(triggers.map((trigger) => [trigger.name, sideOf(trigger)])).toEqual([
      ["pull_request", "merge"],
      ["pull_request_target", "default"],
    ]);
  });

  it.each([
    ["pull_request_review", "merge"],
    ["issue_comment", "default"],
    ["workflow_run", "default"],
    ["schedule", "default"],
    ["push", "ref"],
    ["workflow_dispatch", "ref"],
  ])("%s uses the files of: %s", (name, side) => {
    expect(triggersOf(name, {}).map(sideOf)).toEqual([side]);
  });

  it("that workflows cannot be triggered by is no trigger", () => {
    expect(triggersOf("status", {})).toEqual([]);
  });
});

describe("a workflow starts", () => {
  const types = "{ pull_request_target: { types: [closed, labeled] } }";

  it.each<[boolean, string, string, Payload]>([
    [true, "pull_request", "pull_request", pull()],
    [false, "push", "pull_request", pull()],
    // The default types are the three that bring something new to check.
    [true, "pull_request", "pull_request", pull({ action: "synchronize" })],
    [false, "pull_request", "pull_request", pull({ action: "closed" })],
    [false, "pull_request_target", "pull_request_target", pull({ action: "labeled" })],
    [true, types, "pull_request_target", pull({ action: "labeled" })],
    [false, types, "pull_request_target", pull()],
    // Other events default to all types.
    [true, "issue_comment", "issue_comment", { action: "deleted" }],
    [true, "pull_request_review", "pull_request_review", pull({ action: "dismissed" })],
    // `branches` filters by the base branch.
    [true, "{ pull_request: { branches: [main] } }", "pull_request", pull()],
    [false, "{ pull_request: { branches: [next] } }", "pull_request", pull()],
    [true, "{ push: { branches: [main] } }", "push", { ref: "refs/heads/main" }],
    [false, "{ push: { branches-ignore: [main] } }", "push", { ref: "refs/heads/main" }],
    [true, "{ schedule: [{ cron: 7 4 * * * }] }", "schedule", { schedule: "7 4 * * *" }],
    [false, "{ schedule: [{ cron: 7 4 * * * }] }", "schedule", { schedule: "8 4 * * *" }],
    [true, "workflow_dispatch", "workflow_dispatch", { workflow: ".github/workflows/a.yml" }],
    [false, "workflow_dispatch", "workflow_dispatch", { workflow: ".github/workflows/b.yml" }],
  ])("%s: on %s, by the event %s", async (expected, on, name, payload) => {
    expect(await starts(on, { name, payload })).toBe(expected);
  });

  it.each([
    [true, "b", "completed", "[completed]"],
    [false, "c", "completed", "[completed]"],
    [false, "b", "requested", "[completed]"],
    [true, "b", "requested", "[requested]"],
  ])("%s: by a run of %s that is %s", async (expected, run, action, types) => {
    const on = `{ workflow_run: { workflows: [b], types: ${types} } }`;
    const payload = { action, workflow_run: { name: run, head_branch: "post" } };
    expect(await starts(on, { name: "workflow_run", payload })).toBe(expected);
  });

  it("if a changed path is not ignored", async () => {
    const on = `{ pull_request: { paths-ignore: ["jobs/**"] } }`;
    const trigger = { name: "pull_request", payload: pull() };
    expect(await starts(on, trigger, ["jobs/a.md"])).toBe(false);
    expect(await starts(on, trigger, ["jobs/a.md", "package.json"])).toBe(true);
  });

  it("only on events that the emulator supports: it rejects others instead of ignoring them", async () => {
    const trigger = { name: "push", payload: { ref: "refs/heads/main" } };
    await expect(starts("[push, release]", trigger)).rejects.toThrow("release");
  });
});

describe("a run is not trusted", () => {
  it.each<[boolean, string, Payload]>([
    [true, "pull_request", pull()],
    [true, "pull_request_review", pull()],
    [false, "pull_request", pull({ from: "org/hello" })],
    // These use the base's files, whoever sends the pull request.
    [false, "pull_request_target", pull()],
    [false, "issue_comment", { action: "created" }],
  ])("%s: %s", (expected, name, payload) => {
    expect(isUntrusted({ name, payload })).toBe(expected);
  });
});

describe("a run waits for a maintainer", () => {
  const review = (association: string) => ({ review: { author_association: association } });

  it.each<[boolean, string, Payload]>([
    [true, "pull_request", pull({ association: "FIRST_TIME_CONTRIBUTOR" })],
    [true, "pull_request", pull({ association: "NONE" })],
    [false, "pull_request", pull({ association: "CONTRIBUTOR" })],
    [false, "pull_request", pull({ association: "NONE", from: "org/hello" })],
    [false, "pull_request_target", pull({ association: "NONE" })],
    [false, "pull_request_review", { ...pull(), ...review("MEMBER") }],
    [true, "pull_request_review", { ...pull(), ...review("NONE") }],
    [true, "pull_request_review", { ...pull({ association: "NONE" }), ...review("MEMBER") }],
  ])("%s: %s", (expected, name, payload) => {
    expect(needsApproval({ name, payload })).toBe(expected);
  });
});
