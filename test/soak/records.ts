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
  /** What its branch makes of the post's file; `null`: nothing. */
  text: string | null;
  /** By people with a say. Whoever changes the post later has not got them. */
  approvals: { by: string; order: number }[];
};

/** What somebody asked for by issue. */
export type OwnerRequest = {
  by: string;
  type: "filled" | "renew" | "remove" | "correct";
  post: SentPost;
  at: number;
  /** Whether it is the owner's account that asks. */
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
