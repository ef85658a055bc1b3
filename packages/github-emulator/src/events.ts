/** What happened, in order, as GitHub would tell it to a webhook, and who listens. */
import type { Clock } from "./clock.ts";

/** The events that happen here, each with its actions. A repository dispatch has any that its sender names. */
export const webhooks = {
  create: [],
  delete: [],
  fork: [],
  issue_comment: ["created", "edited", "deleted"],
  issues: [
    "opened",
    "edited",
    "closed",
    "reopened",
    "labeled",
    "unlabeled",
    "assigned",
    "unassigned",
  ],
  pull_request: [
    "opened",
    "edited",
    "closed",
    "reopened",
    "labeled",
    "unlabeled",
    "assigned",
    "unassigned",
    "synchronize",
    "ready_for_review",
    "converted_to_draft",
  ],
  pull_request_review: ["submitted", "dismissed"],
  push: [],
  repository_dispatch: [],
  status: [],
  workflow_dispatch: [],
} as const;

export type EventName = keyof typeof webhooks;

export type Payload = Readonly<Record<string, unknown>>;

export type GitHubEvent = {
  id: number;
  name: EventName;
  action?: string;
  /** `owner/name`. */
  repository: string;
  /** The login of who did it. */
  actor: string;
  /** Of the shape that GitHub's webhooks have. */
  payload: Payload;
  /** Whether it may start workflows: what a workflow's own token does starts none. */
  triggers: boolean;
  /** ISO 8601. */
  at: string;
};

export type EventListener = (event: GitHubEvent) => void;

export class EventLog {
  readonly all: GitHubEvent[] = [];
  readonly #clock: Clock;
  readonly #listeners = new Set<EventListener>();
  #losses: ((event: GitHubEvent) => boolean)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Writes an event down and tells it to all who listen, unless it is to get lost on the way. */
  add(event: Omit<GitHubEvent, "id" | "at">): GitHubEvent {
    const told: GitHubEvent = {
      id: this.all.length + 1,
      at: this.#clock.now().toISOString(),
      ...event,
    };
    this.all.push(told);
    const loss = this.#losses.find((isLost) => isLost(told));
    if (loss) this.#losses = this.#losses.filter((other) => other !== loss);
    else for (const listener of [...this.#listeners]) listener(told);
    return told;
  }

  /** Returns what ends the listening. */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The next event that the predicate holds of is written down but told to nobody. */
  lose(predicate: (event: GitHubEvent) => boolean): void {
    this.#losses.push(predicate);
  }
}
