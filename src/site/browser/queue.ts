/** The pull requests that are open, as a queue of posts for reviewers. */
import { answeredLabel, kindLabels, stateLabels } from "../../board/review/labels.ts";

/** What is needed of a pull request in https://docs.github.com/rest/pulls/pulls#list-pull-requests */
export type ListedPull = {
  number: number;
  title: string;
  created_at: string;
  user: { login: string } | null;
  labels: readonly { name: string }[];
  assignees: readonly { login: string }[];
};

export type Submission = {
  number: number;
  title: string;
  /** ISO 8601. */
  openedAt: string;
  author: string | undefined;
  /** The name of the label that says what it is. */
  kind: string;
  /** The name of the label that says where it stands; none until the bot has looked at it. */
  state: string | undefined;
  /** Whether its author has answered to a request. */
  answered: boolean;
  holders: readonly string[];
};

export const waiting: string = stateLabels.waiting.name;
export const claimed: string = stateLabels.claimed.name;

const kinds = namesOf(kindLabels);
const states = namesOf(stateLabels);

/** Those that are submissions: answered ones first, else in the order in which they are given. */
export function queueOf(pulls: readonly ListedPull[]): Submission[] {
  const submissions = pulls.flatMap(submissionOf);
  const isFirst = ({ answered }: Submission) => answered;
  return [...submissions.filter(isFirst), ...submissions.filter((each) => !isFirst(each))];
}

function submissionOf({ labels, ...pull }: ListedPull): Submission[] {
  const names = labels.map(({ name }) => name);
  const kind = names.find((name) => kinds.includes(name));
  if (!kind) return [];
  return [
    {
      number: pull.number,
      title: pull.title,
      openedAt: pull.created_at,
      author: pull.user?.login,
      kind,
      state: names.find((name) => states.includes(name)),
      answered: names.includes(answeredLabel.name),
      holders: pull.assignees.map(({ login }) => login),
    },
  ];
}

function namesOf(labels: Readonly<Record<string, { name: string }>>): string[] {
  return Object.values(labels).map(({ name }) => name);
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const ages = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago a moment is, in whole days: “today”, “yesterday”, “5 days ago”. */
export function ageText(moment: string, now: number): string {
  const days = Math.floor((now - Date.parse(moment)) / millisecondsPerDay);
  return ages.format(-Math.max(days, 0), "day");
}
