/** What is open, as a queue for reviewers: submitted posts, and issues about posts that wait for them. */
import { requestLabels } from "../../board/requests/labels.ts";
import { answeredLabel, kindLabels, stateLabels } from "../../board/review/labels.ts";

/** What is needed of an issue in https://docs.github.com/rest/issues/issues#list-repository-issues */
export type ListedIssue = {
  number: number;
  title: string;
  created_at: string;
  user: { login: string } | null;
  labels: readonly { name: string }[];
  assignees: readonly { login: string }[];
  /** Issues that are none have none. */
  pull_request?: unknown;
};

export type Submission = {
  number: number;
  /** Whether it is a post that was sent, and no issue about one. */
  isPost: boolean;
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
const requests = namesOf(requestLabels);
const states = namesOf(stateLabels);

/** Those that wait for reviewers: answered ones first, else in the order in which they are given. */
export function queueOf(issues: readonly ListedIssue[]): Submission[] {
  const submissions = issues.flatMap(submissionOf);
  const isFirst = ({ answered }: Submission) => answered;
  return [...submissions.filter(isFirst), ...submissions.filter((each) => !isFirst(each))];
}

function submissionOf({ labels, ...issue }: ListedIssue): Submission[] {
  const isPost = issue.pull_request !== undefined;
  const names = labels.map(({ name }) => name);
  const kind = names.find((name) => (isPost ? kinds : requests).includes(name));
  if (!kind) return [];
  const holders = issue.assignees.map(({ login }) => login);
  const ofIssue = holders.length > 0 ? claimed : waiting;
  return [
    {
      number: issue.number,
      isPost,
      title: issue.title,
      openedAt: issue.created_at,
      author: issue.user?.login,
      kind,
      state: isPost ? names.find((name) => states.includes(name)) : ofIssue,
      answered: names.includes(answeredLabel.name),
      holders,
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
