/** The reviewers and their habits. */
import type { Random } from "../../scripts/demo-posts/random.ts";

/** What a reviewer's action means to people. */
export type Meaning = "approve" | "reject" | "changes" | "claim" | "release" | "unclear";

export type ReviewAct = {
  /** Minutes after the previous action. */
  after: number;
  meaning: Meaning;
} & ({ comment: string } | { review: "APPROVE" | "REQUEST_CHANGES"; body: string });

/** How a post should be reviewed. */
export type Quality = "good" | "incomplete" | "unwanted";

export type Reviewer = {
  login: string;
  /** Has the role “write”. The others are listed in the board's settings. */
  isMember: boolean;
  /** Days of the week (0 is Sunday) and the hour (UTC) of their sessions. */
  weekdays: readonly number[];
  hour: number;
  /** Posts per session. */
  atOnce: number;
  /** What they do about a post that is unclaimed or claimed by them. */
  review(quality: Quality, random: Random): ReviewAct[];
};

const reject = (text: string): ReviewAct => ({ after: 0, meaning: "reject", comment: text });
const approve: ReviewAct = { after: 0, meaning: "approve", comment: "/approve" };
const askFor = (what: string): ReviewAct => ({
  ...{ after: 0, meaning: "changes" },
  comment: `/request-changes incomplete ${what}`,
});

/** By commands, without special habits. */
function decide(quality: Quality): ReviewAct[] {
  if (quality === "unwanted") return [reject("/reject spam")];
  return [quality === "incomplete" ? askFor("Please say what the work is.") : approve];
}

const cleanApprovals = [
  "/Approve",
  " /approve",
  "/approve.",
  "\n\n/approve",
  "/APPROVE  ",
  "/approve!",
];
const unclearApprovals = [
  ...["/approve not yet, the link is dead", "/aprove", "/approve?", "/approve\n\nOr wait."],
  ...["Looks good to me.\n\n/approve"],
];
const sloppyRejections = ["/reject: spam", "/Reject spam\nThis is no job.", "/reject spam."];

export const reviewers: readonly Reviewer[] = [
  {
    ...{ login: "rita", isMember: true, weekdays: [1, 3, 5], hour: 18, atOnce: 12 },
    /** Approves by GitHub's button. */
    review(quality) {
      if (quality === "unwanted") return decide(quality);
      const isGood = quality === "good";
      return [
        {
          ...{ after: 0, meaning: isGood ? "approve" : "changes" },
          ...{ review: isGood ? "APPROVE" : "REQUEST_CHANGES" },
          body: isGood ? "" : "Please say what the work is.",
        },
      ];
    },
  },
  {
    ...{ login: "rob", isMember: true, weekdays: [2, 4], hour: 19, atOnce: 8 },
    /** Claims first. */
    review(quality, random) {
      const claim: ReviewAct = { after: 0, meaning: "claim", comment: "/claim" };
      const release: ReviewAct = { after: 20, meaning: "release", comment: "/release" };
      if (random.chance(0.1)) return [claim, release];
      return [claim, ...decide(quality).map((act) => ({ ...act, after: 8 }))];
    },
  },
  {
    ...{ login: "mia", isMember: true, weekdays: [1, 6], hour: 10, atOnce: 10 },
    /** Asks for changes. */
    review(quality, random) {
      if (quality === "good" && random.chance(0.4)) return [askFor("Please add the salary.")];
      return decide(quality);
    },
  },
  {
    ...{ login: "ravi", isMember: false, weekdays: [1, 4], hour: 12, atOnce: 3 },
    /** Forgets what they have claimed. */
    review(quality, random) {
      const claim: ReviewAct = { after: 0, meaning: "claim", comment: "/claim" };
      return random.chance(0.6)
        ? [claim]
        : [claim, { ...decide(quality)[0], after: 50 } as ReviewAct];
    },
  },
  {
    ...{ login: "rosa", isMember: false, weekdays: [0, 3], hour: 20, atOnce: 8 },
    /** Writes commands sloppily. */
    review(quality, random) {
      if (quality === "unwanted") return [reject(random.pick(sloppyRejections))];
      if (quality === "incomplete") return [askFor("\nPlease say what the work is.")];
      const clean: ReviewAct = { ...approve, comment: random.pick(cleanApprovals) };
      if (random.chance(0.5)) return [clean];
      const unclear: ReviewAct = {
        ...{ after: 0, meaning: "unclear", comment: random.pick(unclearApprovals) },
      };
      return random.chance(0.7) ? [unclear, { ...clean, after: 12 }] : [unclear];
    },
  },
  {
    ...{ login: "remo", isMember: true, weekdays: [2, 5], hour: 8, atOnce: 8 },
    /** Rejects much. */
    review(quality, random) {
      if (quality === "good" && random.chance(0.65)) return [approve];
      return [
        reject(quality === "unwanted" ? "/reject spam" : "/reject off-topic Too little of it."),
      ];
    },
  },
];

/** Whose token the checks use. */
export const maintainer = "mia";
