import { afterEach, beforeEach, expect, it } from "vitest";
import { readSetup } from "../../src/services/github/setup/actual.ts";
import { applyStep } from "../../src/services/github/setup/apply-step.ts";
import { planSetup } from "../../src/services/github/setup/desired.ts";
import type { Scene } from "./scene.ts";
import { app, openScene } from "./scene.ts";

const login = `${app.slug}[bot]`;

let scene: Scene;

/** Like `npm run setup`, which an administrator runs after naming the app in the settings. */
beforeEach(async () => {
  scene = await openScene({
    hasApp: true,
    workflows: ["triage.yml", "review-signal.yml", "requests.yml", "publish.yml"],
    // The site is not built.
    aroundJob: ({ run }, perform) =>
      run.name === "publish" ? Promise.resolve("success") : perform(),
  });
  const { github } = scene.mia;
  const steps = planSetup(await readSetup(github), scene.board.config);
  expect(steps.map((step) => step.do)).toEqual(["update-ruleset"]);
  for (const step of steps) await applyStep(github, step);
});

afterEach(() => scene.close());

/** The workflows that have started since the last call, by whose action, and how they ended. */
async function newRuns(): Promise<string[]> {
  const runs = await scene.runs();
  return runs.map(
    ({ name, actor, trigger, conclusion }) => `${name}: ${trigger.name} by ${actor}: ${conclusion}`,
  );
}

it("reviews a post as its app, and what it does itself starts nothing but publishing", async () => {
  const pull = await scene.ada.sendsPost("2026-11-22-example");
  const opened = await newRuns();
  expect(opened.filter((run) => !run.includes(login))).toEqual([
    "triage: pull_request_target by ada: success",
  ]);
  // It sets labels and comments, which workflows hear of and ignore.
  const answers = opened.filter((run) => run.includes(login));
  expect(answers.length).toBeGreaterThan(1);
  for (const answer of answers) expect(answer).toMatch(/: skipped$/);
  expect(await scene.look(pull)).toMatchObject({ state: "open", commitStatus: "success" });

  await scene.rita.says(pull, "/approve");
  const decided = await newRuns();
  expect(await scene.look(pull)).toMatchObject({
    state: "merged",
    labels: ["approved", "new post"],
  });
  expect(decided.filter((run) => !run.endsWith(": skipped"))).toEqual([
    "triage: issue_comment by rita: success",
    `publish: push by ${login}: success`,
  ]);
  expect(scene.published()).toBe(0);

  // Nothing counts against the limit of all workflows.
  const { github, board } = scene;
  expect(github.usage(login).restRequests).toBeGreaterThan(10);
  expect(github.usage(board.repository)).toMatchObject({ restRequests: 0, graphqlPoints: 0 });
});

it("carries out an owner's request by issue once, and publishes it once", async () => {
  const pull = await scene.ada.sendsPost("2026-11-22-example");
  await scene.settled(pull);
  await scene.rita.says(pull, "/approve");
  await scene.settled(pull);
  await scene.ada.asks("2026-11-22-example", "filled");
  const runs = (await newRuns()).filter((run) => !run.endsWith(": skipped"));
  expect(runs).toEqual(["requests: issues by ada: success", `publish: push by ${login}: success`]);
  expect(await scene.fileOnMain("jobs/2026-11-22-example.md")).toContain("closed:");
});
