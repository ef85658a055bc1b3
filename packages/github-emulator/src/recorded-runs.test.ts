import { describe, expect, it } from "vitest";
import type { RecordedRun } from "./recorded-runs.ts";
import { hello, startEmulator } from "./test-emulator.ts";

const hour = 3_600_000;
const fullName = `${hello.owner}/${hello.repo}`;

describe("the list of workflow runs", () => {
  it("has the runs that the runner reported, newest first, filtered by conclusion", async () => {
    await using emulator = await startEmulator({ now: () => new Date("2027-01-31T12:00:00Z") });
    const { github, anonymous } = emulator;
    const { data: ref } = await anonymous.rest.git.getRef({ ...hello, ref: "heads/main" });
    const head = { sha: ref.object.sha, branch: "main" };
    const begin = (file = "publish.yml"): RecordedRun => {
      const run = { file: `.github/workflows/${file}`, trigger: { name: "schedule" }, head };
      const recorded = { ...run, status: "in_progress" };
      github.recordRun(fullName, recorded);
      return recorded;
    };
    const end = (run: RecordedRun, conclusion: string) => {
      Object.assign(run, { status: "completed", conclusion });
      github.recordRun(fullName, run);
    };
    const good = begin();
    github.clock.advance(hour);
    end(good, "success");
    end(begin(), "failure");
    begin("other.yml");
    begin();

    const list = async (status?: "success" | "in_progress") => {
      const workflow = { ...hello, workflow_id: "publish.yml", ...(status && { status }) };
      const { data } = await anonymous.rest.actions.listWorkflowRuns(workflow);
      return data.workflow_runs.map((run) => [run.run_number, run.conclusion]);
    };
    expect(await list()).toEqual([
      [3, null],
      [2, "failure"],
      [1, "success"],
    ]);
    expect(await list("success")).toEqual([[1, "success"]]);
    expect(await list("in_progress")).toEqual([[3, null]]);
    const request = { ...hello, workflow_id: "publish.yml", per_page: 1, page: 3 };
    const { data } = await anonymous.rest.actions.listWorkflowRuns(request);
    expect(data).toMatchObject({
      total_count: 3,
      workflow_runs: [{ created_at: "2027-01-31T12:00:00Z", updated_at: "2027-01-31T13:00:00Z" }],
    });
  });
});
