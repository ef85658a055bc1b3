/** The workflow by which the board looks after itself once a day. */
import { dailyWorkflow } from "../../../board/upkeep/sleep.ts";
import type { GitHub } from "../client.ts";

/**
 * Keeps its schedule alive: GitHub switches those of public repositories off in which nothing was committed
 * for 60 days. https://docs.github.com/rest/actions/workflows#enable-a-workflow
 */
export async function keepScheduled({ rest, at }: GitHub): Promise<void> {
  await rest.actions.enableWorkflow({ ...at, workflow_id: dailyWorkflow });
}

/** Starts it out of turn. */
export async function startDailyRun({ rest, at, branch }: GitHub): Promise<void> {
  await rest.actions.createWorkflowDispatch({ ...at, workflow_id: dailyWorkflow, ref: branch });
}
