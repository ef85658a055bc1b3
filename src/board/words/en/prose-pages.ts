/** The pages that explain the board, in Markdown. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const about = {
  title: "About this board",
  description: (board: string) => `What the ${board} is, who runs it, and how to reach us.`,
  text: (
    to: Links,
    contact: string,
  ) => `Every post is a text file in [a public repository](${to.repository}). Employers submit posts, volunteers review them, and this site is built from those that are approved. Posting is free. There are no cookies, no analytics, and no scripts from other companies.

## Use the data

Every list has RSS, Atom, and JSON feeds; the links are next to it. All open jobs are also in one file: [jobs.json](${to.api}), described by a [JSON Schema](${to.apiSchema}).

User groups and projects can [show a list of jobs on their own site](${to.embedding}).

For the number of jobs by month, country, and technology, see the [statistics](${to.stats}).

The names of cities come from [GeoNames](https://www.geonames.org/), under the license [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). They were selected and rearranged.

## Get involved

- [Post a job](${to.create})
- [Review posts](${to.review})
- [Search listed posts](${to.moderate})

Is something missing? [Check the board’s status](${to.status}).

## Contact us

[${contact}](${to.mail})`,
};

export const create = {
  title: "Post a job",
  description: "Fill in a form. Community volunteers review your post before it is listed.",
  intro: (days: number, ways: number) =>
    `Posting is free. Volunteers review every post, and it is listed for ${plural(days, { one: "day", other: "days" })}. There are ${ways} ways to submit one.`,
  editor: `## Sign in and use the editor

Sign in with a GitHub account, which is free. The editor saves your drafts, sends your post for review, and lets you change it later.`,
  openEditor: "Open the editor",
  form: `## Use the form without signing in here

Fill in the form and see your post as readers will see it. To send it, you sign in on GitHub and press a few buttons; the form tells you which. If you don’t want to use GitHub, the form can turn your post into an email.`,
  openForm: "Open the form",
  rest: (to: Links, contact: string) => `## Send an email

Send [${contact}](${to.mail}) what is listed under “What to prepare” in [how to submit a post](${to.howToSubmit}). One of us will post it for you. This takes longer than the form.

## Before you start

Read [how to submit a post](${to.howToSubmit}) and [what reviewers look at](${to.howWeReview}). Have you posted this job before? You can post it again from [My posts](${to.mine}).`,
};

type Terms = {
  topic: string;
  contact: string;
  listedDays: number;
  renewals: number;
  /** Days before the end of a post in which it can be renewed. */
  renewalDays: number;
  /** Days before the end of a post at which its author is reminded; 1 or less: never. */
  closingSoonDays: number;
};

/** Begins with a blank; empty if posts can’t be renewed. */
function renewalTerms(renewals: number, days: number): string {
  if (renewals === 0) return "";
  const howOften = renewals === 1 ? "once" : `up to ${renewals} times`;
  return ` In its last ${plural(days, { one: "day", other: "days" })} you can renew it, ${howOften}.`;
}

export const howToSubmit = {
  title: "How to submit a post",
  description: "What to prepare, what happens after you send it, and how to change it later.",
  text: (
    to: Links,
    { topic, contact, listedDays, renewals, renewalDays, closingSoonDays }: Terms,
  ) =>
    `## What to prepare

- The job title and the company name.
- Where the work is done: on site, hybrid, or remote. For remote work, also the countries people can work from.
- A description of how the person will use ${topic}, and what applicants need to have.
- A link to the job’s own page or an email address, so that people can apply.
- The pay, if you can share it. Applicants look for it, and it is shown in the list.

## Send it

1. [Choose a way](${to.create}) to submit your post.
2. Fill in the form. A preview shows your post as readers will see it.
3. Send it through GitHub or by email. It becomes a pull request: a proposal that anyone can follow.

If you know Git, you can open the pull request yourself: see [how to send a post](${to.sendingWithGit}) and [the format of its file](${to.jobFile}).

## What happens next

A volunteer reviews your post against [these criteria](${to.howWeReview}). Questions and requests for changes appear in the pull request, and GitHub emails them to you. Once your post is approved, it is on this site within a few minutes.

It is listed for ${plural(listedDays, { one: "day", other: "days" })}, or until the last day you chose.${renewalTerms(renewals, renewalDays)}${
      closingSoonDays > 1
        ? ` GitHub emails you ${closingSoonDays} days before the end, with links to renew or close it.`
        : ""
    } After that its page stays online, marked as closed, with a link to post the job again.

## Change, renew, close, or remove it

[My posts](${to.mine}) shows the status of everything you have sent, and lets you change, renew, close, or remove it. Changes are reviewed like new posts. Renewing, closing, and removing need no review if you use the account that sent the post, and take a few minutes. If you sent it by email, write to [${contact}](${to.mail}). Please close your post when the job is filled: applicants will thank you.`,
};

export const howWeReview = {
  title: "How we review",
  description: "What volunteers check before a post is listed, and what they can decide.",
  intro:
    "A volunteer reviews every post before it is listed. This is what they check, in this order.",
  text: (to: Links, contact: string) => `## What they can decide

- **Approve.** Your post is listed within a few minutes.
- **Request changes.** You change your post, and they review it again.
- **Reject.** They tell you why. You can send a better post at any time.

Reviews are public, in the pull request of the post.

## Who they are

Reviewers are volunteers. See [the review queue](${to.review}) and [the listed posts](${to.moderate}), or write to [${contact}](${to.mail}) to join them.`,
};

export const thanks = {
  title: "Thank you",
  text: (
    to: Links,
  ) => `Your post has been sent. A volunteer will review it, and GitHub will email you about the result.

- [See the status of your posts](${to.mine})
- [Read how we review](${to.howWeReview})
- [See open jobs](${to.list})`,
};
