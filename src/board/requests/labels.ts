/** The labels of requests, by which people find those that wait for them. */
import type { Label } from "../review/labels.ts";

export const requestLabels = {
  report: {
    name: "report",
    color: "d93f0b",
    description: "Something is wrong with a post; a reviewer looks at it.",
  },
  unproven: {
    name: "owner to confirm",
    color: "fbca04",
    description: "A reviewer looks whether it comes from the post’s owner.",
  },
} as const satisfies Record<string, Label>;
