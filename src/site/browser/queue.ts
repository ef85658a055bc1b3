/** The queue of reviewers: open submissions, and issues about posts. */
import {
  answeredName,
  kindNames,
  requestNames,
  statusNames,
} from "../../board/review/label-names.ts";
import { namedPost } from "../../board/review/named-post.ts";

/** What is needed of an issue in https://docs.github.com/rest/issues/issues#list-repository-issues */
export type ListedIssue = {
  number: number;
  title: string;
  created_at: string;
  user: { login: string } | null;
  labels: readonly { name: string }[];
  assignees: readonly { login: string }[];
  /** Missing for issues that are not pull requests. */
  pull_request?: unknown;
};

export type Submission = {
  number: number;
  /** A submission; otherwise an issue about a post. */
  isPost: boolean;
  title: string;
  /** ISO 8601. */
  openedAt: string;
  author: string | undefined;
  /** The label of its kind. */
  kind: string;
  /** The label of its status; none before the bot has checked it. */
  state: string | undefined;
  /** Its author has made the requested changes. */
  answered: boolean;
  assignees: readonly string[];
};

export const waiting: string = statusNames.waiting;
export const claimed: string = statusNames.claimed;

const kinds: readonly string[] = Object.values(kindNames);
const requests: readonly string[] = Object.values(requestNames);
const states: readonly string[] = Object.values(statusNames);

/** Answered submissions first, otherwise in the given order. */
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
  const assignees = issue.assignees.map(({ login }) => login);
  const ofIssue = assignees.length > 0 ? claimed : waiting;
  return [
    {
      number: issue.number,
      isPost,
      title: isPost ? namedPost(issue.title).title : issue.title,
      openedAt: issue.created_at,
      author: issue.user?.login,
      kind,
      state: isPost ? names.find((name) => states.includes(name)) : ofIssue,
      answered: names.includes(answeredName),
      assignees,
    },
  ];
}
