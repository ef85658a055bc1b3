/** All that the stand-in can do: the only list. `openapi/cut.ts` takes from it what to cut. */
import type { Operations } from "./call.ts";
import { commentOperations } from "./comments.ts";
import { gitDataOperations } from "./git-data.ts";
import { issueOperations } from "./issues.ts";
import { labelOperations } from "./labels.ts";
import { peopleOperations } from "./people.ts";
import { pullOperations } from "./pulls.ts";
import { referenceOperations } from "./references.ts";
import { repositoryOperations } from "./repositories.ts";
import { reviewOperations } from "./reviews.ts";
import { statusOperations } from "./statuses.ts";

export const operations: Operations = {
  ...peopleOperations,
  ...repositoryOperations,
  ...gitDataOperations,
  ...referenceOperations,
  ...statusOperations,
  ...pullOperations,
  ...reviewOperations,
  ...issueOperations,
  ...commentOperations,
  ...labelOperations,
};
