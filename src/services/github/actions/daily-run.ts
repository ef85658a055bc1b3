/** The workflow of daily maintenance. */
import { dailyWorkflow, scheduledWorkflows } from "../../../board/maintenance/heartbeat.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";

/**
 * Keeps all schedules enabled: GitHub disables those of public repositories without a commit in the last 60 days.
 * A board may have deleted any of them except the daily one.
 * https://docs.github.com/rest/actions/workflows#enable-a-workflow
 */
export async function keepScheduled({ rest, at }: GitHub): Promise<void> {
  for (const workflow_id of scheduledWorkflows) {
    const enabled = rest.actions.enableWorkflow({ ...at, workflow_id });
    await (workflow_id === dailyWorkflow ? enabled : unlessStatus([404], enabled));
  }
}

/** Starts the daily run now. */
export async function startDailyRun({ rest, at, branch }: GitHub): Promise<void> {
  await rest.actions.createWorkflowDispatch({ ...at, workflow_id: dailyWorkflow, ref: branch });
}
