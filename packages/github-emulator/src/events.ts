/** The log of events, as GitHub would send them to webhooks, and its listeners. */
import type { Clock } from "./clock.ts";

const issueActions = [
  "opened",
  "edited",
  "closed",
  "reopened",
  "labeled",
  "unlabeled",
  "assigned",
  "unassigned",
] as const;

/** The events that the emulator sends, with their actions. A repository dispatch can have any action. */
export const webhooks = {
  create: [],
  delete: [],
  fork: [],
  issue_comment: ["created", "edited", "deleted"],
  issues: issueActions,
  pull_request: [...issueActions, "synchronize", "ready_for_review", "converted_to_draft"],
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
  /** The login of the person who did it. */
  actor: string;
  /** In the format of GitHub's webhooks. */
  payload: Payload;
  /** Whether it may start workflows. Events caused by GITHUB_TOKEN do not. */
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
  #repeats: ((event: GitHubEvent) => boolean)[] = [];
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Records an event and passes it to all listeners, unless it is to be dropped. */
  add(event: Omit<GitHubEvent, "id" | "at">): GitHubEvent {
    this.#count += 1;
    const told: GitHubEvent = {
      id: this.#count,
      at: this.#clock.now().toISOString(),
      ...event,
    };
    this.all.push(told);
    const loss = this.#losses.find((isLost) => isLost(told));
    this.#losses = this.#losses.filter((other) => other !== loss);
    const repeat = this.#repeats.find((isRepeated) => isRepeated(told));
    this.#repeats = this.#repeats.filter((other) => other !== repeat);
    if (!loss) this.#tell(told);
    if (repeat) this.#tell(told);
    return told;
  }

  /** Returns a function that stops listening. */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The next event that matches is recorded, but not passed to listeners. */
  lose(predicate: (event: GitHubEvent) => boolean): void {
    this.#losses.push(predicate);
  }

  /** The next event that matches is passed to listeners twice. */
  repeat(predicate: (event: GitHubEvent) => boolean): void {
    this.#repeats.push(predicate);
  }

  #tell(event: GitHubEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
