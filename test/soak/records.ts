/** What people in the simulation did, as the checks need to know it. */
import type { SentPost } from "../../bench/review/posts.ts";
import type { Meaning, Quality } from "./cast.ts";

/** A pull request that people have sent. */
export type Submission = {
  owner: string;
  post: SentPost;
  kind: "new" | "edit" | "closing" | "deletion" | "foreign";
  quality: Quality;
  branch: string;
  /** The post's file on its branch; `null` if it is deleted. */
  text: string | null;
  /** `order`: the number of events before it, so that later changes are not covered. */
  approvals: { by: string; order: number }[];
};

/** What somebody asked for by issue. */
export type OwnerRequest = {
  by: string;
  type: "filled" | "renew" | "remove" | "correct";
  post: SentPost;
  at: number;
  /** Whether the request came from the owner's account. */
  isOwn: boolean;
};

/** A comment that is to be carried out or answered. */
export type GivenCommand = {
  number: number;
  comment: number;
  by: string;
  meaning: Meaning | "reopen";
  at: number;
};
