/** All operations that the emulator supports. `openapi/cut.ts` reads this list, too. */
import type { RateLimits } from "../rate-limit.ts";
import { actionsOperations } from "./actions.ts";
import type { Operations } from "./call.ts";
import { commentOperations } from "./comments.ts";
import { contentOperations } from "./contents.ts";
import { gitDataOperations } from "./git-data.ts";
import { historyOperations } from "./history.ts";
import { issueOperations } from "./issues.ts";
import { labelOperations } from "./labels.ts";
import { peopleOperations } from "./people.ts";
import { pullOperations } from "./pulls.ts";
import { referenceOperations } from "./references.ts";
import { repositoryOperations } from "./repositories.ts";
import { reviewOperations } from "./reviews.ts";
import { rulesetOperations } from "./rulesets.ts";
import { searchOperations } from "./search.ts";
import { rateOperations, settingOperations } from "./settings.ts";
import { statusOperations } from "./statuses.ts";
import { workflowRunOperations } from "./workflow-runs.ts";

export function allOperations(limits: RateLimits): Operations {
  return {
    ...rateOperations(limits),
    ...peopleOperations,
    ...repositoryOperations,
    ...settingOperations,
    ...rulesetOperations,
    ...actionsOperations,
    ...workflowRunOperations,
    ...gitDataOperations,
    ...referenceOperations,
    ...historyOperations,
    ...contentOperations,
    ...statusOperations,
    ...pullOperations,
    ...reviewOperations,
    ...issueOperations,
    ...commentOperations,
    ...labelOperations,
    ...searchOperations,
  };
}
