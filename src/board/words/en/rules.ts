/** What each rule finds in a post, and how to fix it: one name for each rule, or for each of its findings. */
import type { Job } from "../../job/schema.ts";
import { plural } from "../plural.ts";
import { language as boardLanguage } from "./language.ts";
import type { ProblemWords } from "./problems.ts";

const remove = "Remove it.";

/** `isOwn`: the address that the post has by its file's name. */
export function addressTaken(address: string, file: string, isOwn: boolean): ProblemWords {
  return {
    message: `${file} already has the address ${address}.`,
    fix: isOwn ? "Rename the file, for example by adding a number at the end." : remove,
  };
}

/** `isOwn`: of this post, and not of a page of the board. */
export function aliasTaken(address: string, isOwn: boolean): ProblemWords {
  const owner = isOwn ? "this post" : "one of the board’s own pages";
  return { message: `${address} is already the address of ${owner}.`, fix: remove };
}

export function agencyWording(words: string): ProblemWords {
  const otherwise = "If you are the employer, ignore this.";
  return {
    message: `The post reads as if it comes from a recruitment agency (“${words}”), but does not say so.`,
    fix: `If you are an agency, add “posted_by_agency: true”. ${otherwise}`,
    formFix: `If you are an agency, choose “Yes” for “We are a recruitment agency”. ${otherwise}`,
  };
}

export const archivedWithoutStart: ProblemWords = {
  message: "An archived post must say when it was first listed.",
  fix: "Add that date, such as “published: 2027-01-31”.",
};

/** `day`: when it was first listed, if that is known. */
export function renamedWithoutStart(from: string, day: string | undefined): ProblemWords {
  return {
    message: `This post was ${from} before it was renamed. Without the day it was first listed, it would count as new.`,
    fix: day
      ? `Add “published: ${day}” to its fields.`
      : "Add “published” to its fields, with the day that its page on the board shows, such as “published: 2027-01-31”.",
  };
}

export function renamedWithoutAddress(from: string, addresses: readonly string[]): ProblemWords {
  return {
    message: `This post was ${from} before it was renamed. Its old address would no longer work.`,
    fix: `Add “aliases: [${addresses.join(", ")}]” to its fields.`,
  };
}

export const archivedWithoutClosing: ProblemWords = {
  message: "An archived post must say when and why it was closed.",
  fix: "Add a line like “closed: {on: 2027-01-31, reason: filled}”, or move the file back to jobs/.",
};

export function archivedElsewhere(submitted: string, file: string): ProblemWords {
  return {
    message: `A post submitted on ${submitted} does not belong in this folder of the archive.`,
    fix: `Move the file to ${file}, or correct the date.`,
  };
}

export function tooEarly(label: string, day: string, other: string, first: string): ProblemWords {
  return {
    message: `“${label}” is ${day}, which is before “${other}” (${first}).`,
    formMessage: `“${label}” is ${day}, which is before the post was sent (${first}).`,
    fix: `Use a date that is not before ${first}.`,
  };
}

export const renewalsOutOfOrder: ProblemWords = {
  message: "The dates of the renewals are not in order.",
  fix: "Put the earliest date first.",
};

export function dayToCome(label: string, day: string, today: string): ProblemWords {
  return {
    message: `“${label}” is ${day}, which is in the future.`,
    fix: `Use the date on which it happened. Today is ${today}.`,
  };
}

type Closing = NonNullable<Job["closed"]>;

/** A post that may be about the same job: its file, and what the two have in common. */
export type DuplicateWords = {
  file: string;
  closed: Closing | undefined;
  /** The other company and title, if they differ. */
  otherCompany: string | undefined;
  otherTitle: string | undefined;
  samePlace: boolean;
  /** How much of the wording is the same: 0 to 1. */
  text: number;
};

const closedWords: Record<Closing["reason"], string> = {
  expired: "which expired",
  filled: "which was filled",
  removed: "which was removed",
};

export function likelyDuplicate(other: DuplicateWords): ProblemWords {
  const { file, closed, otherCompany, otherTitle, samePlace, text } = other;
  const state = closed ? `, ${closedWords[closed.reason]} on ${closed.on}` : "";
  const reasons = [
    otherCompany === undefined ? "the same company" : `a different company (${otherCompany})`,
    otherTitle === undefined ? "the same title" : `a different title (${otherTitle})`,
    samePlace ? "the same place" : "a different place",
    `and ${share(text)} of the wording (${Math.round(text * 100)}%)`,
  ];
  return {
    message: `This may be the same job as ${file}${state}: ${reasons.join(", ")}.`,
    fix: duplicateFix(closed, otherTitle === undefined),
  };
}

function share(text: number): string {
  if (text >= 0.95) return "nearly all";
  if (text >= 0.6) return "most";
  return text >= 0.25 ? "some" : "little";
}

function duplicateFix(closed: Closing | undefined, sameTitle: boolean): string {
  switch (closed?.reason) {
    case "expired":
      return "If the job is still open or open again, ignore this.";
    case "filled":
      return "If the job is open again, ignore this.";
    case "removed":
      return "Tell the reviewers why you are sending it again.";
    case undefined:
      return sameTitle
        ? "If it is, keep that post, which can be renewed near its end, or close it first. If it is a different job, make the difference clear in the title or text."
        : "If it is, edit that post instead, or close it first. If it is a different job, ignore this.";
  }
}

export function lastDayPast(day: string): ProblemWords {
  return {
    message: `The last day of this post was ${day}, so it is not shown.`,
    fix: "Choose a later date, or leave it out.",
  };
}

export function lastDayTooLate(day: string, listedDays: number, end: string): ProblemWords {
  return {
    message: `The last day is ${day}, but the board shows a post for ${plural(listedDays, { one: "day", other: "days" })}, until about ${end}.`,
    fix: "Choose an earlier date or leave it out. You can renew the post later.",
  };
}

export function placeholder(words: string): ProblemWords {
  return {
    message: `“${words}” looks like a placeholder.`,
    fix: "Replace it with the real text, or remove it.",
  };
}

export function tooManyRenewals(renewed: number, allowed: number): ProblemWords {
  return {
    message: `The post has been renewed ${plural(renewed, { one: "time", other: "times" })}. The board allows ${allowed}.`,
    fix: "Close this post and submit a new one with an up-to-date text.",
  };
}

export function retiredCategory(name: string): ProblemWords {
  return { message: `The category “${name}” is no longer offered.`, fix: "Choose another one." };
}

export function retiredType(name: string): ProblemWords {
  return {
    message: `“${name}” is no longer offered.`,
    fix: "Choose another one, or remove it.",
  };
}

export function salaryOrder(min: number, max: number): ProblemWords {
  return {
    message: `The minimum pay (${min}) is higher than the maximum pay (${max}).`,
    fix: "Make “min” the lower amount and “max” the higher one, or leave “max” out.",
    formFix:
      "Make “Minimum pay” the lower amount and “Maximum pay” the higher one, or leave “Maximum pay” empty.",
  };
}

/** `meant`: a thousand times as much. */
export function salaryCut(pay: string, meant: string): ProblemWords {
  return {
    message: `${pay} is very low. Did you mean ${meant}?`,
    fix: "If so, write the amount without a dot or comma for thousands, such as 60000. If not, check the currency and the period.",
  };
}

export function salaryOffScale(pay: string, scale: "low" | "high"): ProblemWords {
  return {
    message: `${pay} is very ${scale}.`,
    fix: "Check the amount, the currency, and the period. Write amounts in full: 65000, not 65.",
  };
}

export function salaryRange(pay: string): ProblemWords {
  return {
    message: `${pay} is a very wide range.`,
    fix: "Check both amounts for a missing or extra digit.",
  };
}

export const exclamationMarks: ProblemWords = {
  message: "The title has several exclamation marks.",
  fix: "Remove them. The title of the job is enough.",
};

export const shoutingTitle: ProblemWords = {
  message: "The title is written in capital letters.",
  fix: "Write it as in a sentence, for example “Senior Data Engineer”.",
};

export function shortText(words: number): ProblemWords {
  return {
    message: `The description and requirements have only ${plural(words, { one: "word", other: "words" })} together.`,
    fix: "Describe what the person will do, with whom, and with which tools. Two short paragraphs are enough.",
  };
}

export function textLanguage(language: string, accepted: readonly string[]): ProblemWords {
  const names = new Intl.ListFormat(boardLanguage, { type: "disjunction" }).format(accepted);
  return {
    message: `The text seems to be in ${language}. This board accepts posts in ${names}.`,
    fix: `Write the text in ${names}. You can add the original below it.`,
  };
}

/** `elsewhere`: a term that only the company's own section names. */
export function topicNamed(topic: string, elsewhere: string | undefined): ProblemWords {
  const only = elsewhere ? ` Only “About the company” does (${elsewhere}).` : "";
  return {
    message: `Neither the title nor the text of the job mentions ${topic} or one of its well-known tools.${only}`,
    fix: `Describe how the person will use ${topic}.`,
  };
}

export function unpaidWording(words: string): ProblemWords {
  return {
    message: `The post mentions work that may not be paid: “${words}”.`,
    fix: "Say what the work pays. The board lists paid work only.",
  };
}

export const noWayToApply: ProblemWords = {
  message: "The post does not say how to apply.",
  fix: "Add a link (apply_url), an email address (email), or both.",
  formFix: "Enter a link, an email address, or both.",
};

/** A fault of the rule itself. */
export function ruleFailed(name: string, reason: string): ProblemWords {
  return {
    message: `The check “${name}” failed on this file: ${reason}.`,
    fix: "This is a problem with the board, not with the post. Please report it to the board’s maintainers.",
  };
}
