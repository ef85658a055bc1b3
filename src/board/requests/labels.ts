/** The labels of requests that need a reviewer. */

import { labelDescriptions } from "#words/requests.ts";
import { requestNames } from "../review/label-names.ts";
import type { Label } from "../review/labels.ts";

export const requestLabels = {
  report: { name: requestNames.report, color: "d93f0b", description: labelDescriptions.report },
  unproven: {
    name: requestNames.unproven,
    color: "fbca04",
    description: labelDescriptions.unproven,
  },
} as const satisfies Record<string, Label>;
