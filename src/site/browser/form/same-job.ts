/**
 * Tells before a post is sent that the same job is on the board or waits for review. Reads both lists once, as soon as a
 * company and a title are given. A list that cannot be read says nothing: the bot compares posts too.
 */

import { sameJobs as words } from "#words/form.ts";
import type { CityNames } from "../../../board/cities/city-names.ts";
import type { Job } from "../../../board/job/schema.ts";
import { kindNames } from "../../../board/review/label-names.ts";
import { namedPost } from "../../../board/review/named-post.ts";
import type { ApiJob, ListedJob } from "../../../board/rules/same-job.ts";
import { isSameJob, listedJob } from "../../../board/rules/same-job.ts";
import { askGitHub } from "../github.ts";
import { elementById, make } from "../page.ts";

/** A post that may be about the same job. */
type Known = {
  isListed: boolean;
  job: ListedJob;
  place?: string;
  /** Part of it is the name of its file, as far as the list has it. */
  name: string;
  /** Where it is edited. */
  address: string;
};

/** Addresses. `edit`: of a listed post, with `:slug`. */
export type Lists = { jobs: string; waiting: string; edit: string };

/** What is needed of a pull request in https://docs.github.com/rest/issues/issues#list-repository-issues */
type Waiting = {
  number: number;
  title: string;
  labels: readonly { name: string }[];
  /** Missing for issues that are not pull requests. */
  pull_request?: unknown;
};

/** The post in the form. `cities`: the names of cities, if they are known yet. */
type Checked = { job: Job; slug: string; cities: CityNames | undefined };

export class SameJobNotice {
  readonly #lists: Lists;
  readonly #notice = elementById("same");
  #known: readonly Known[] | undefined;
  #checked: Checked | undefined;
  #shown: readonly Known[] = [];
  /** The posts that the person has said to be about another job. */
  readonly #others = new Set<Known>();

  constructor(lists: Lists) {
    this.#lists = lists;
    elementById("another").addEventListener("click", () => {
      for (const known of this.#shown) this.#others.add(known);
      this.#show();
      elementById("send-now").focus();
    });
  }

  /** Whether the person has said that the post is about another job than one with the same name. */
  get isAnother(): boolean {
    return this.#others.size > 0;
  }

  /** Compares a post, which has a company and a title. */
  look(checked: Checked): void {
    this.#checked = checked;
    if (this.#known) {
      this.#show();
      return;
    }
    this.#known = [];
    for (const read of [readListed, readWaiting]) {
      void read(this.#lists).then((known) => {
        this.#known = [...(this.#known ?? []), ...known];
        this.#show();
      });
    }
  }

  /** Whether there is something to decide first, which then has the focus. */
  stops(): boolean {
    if (!this.#notice.hidden) this.#notice.focus();
    return !this.#notice.hidden;
  }

  #show(): void {
    const { job, slug = "", cities } = this.#checked ?? {};
    this.#shown = (this.#known ?? []).filter(
      (known) =>
        job &&
        !this.#others.has(known) &&
        (known.name.includes(slug) || isSameJob(known.job, job, cities)),
    );
    this.#notice.hidden = this.#shown.length === 0;
    const [first] = this.#shown;
    elementById("same-title").textContent = first
      ? words[first.isListed ? "listed" : "waiting"]
      : "";
    elementById("same-list").replaceChildren(...this.#shown.map(entryOf));
  }
}

function entryOf({ job, place, address }: Known): HTMLElement {
  const about = [job.title, job.company, place].filter(Boolean).join(" · ");
  return make(
    "li",
    {},
    make("bdi", {}, about),
    " ",
    make("a", { href: address, target: "_blank", rel: "noopener" }, words.edit),
  );
}

async function readListed({ jobs: address, edit }: Lists): Promise<Known[]> {
  try {
    const response = await fetch(address);
    if (!response.ok) return [];
    const { jobs }: { jobs: readonly ApiJob[] } = await response.json();
    return jobs.map((job) => ({
      ...{ isListed: true, job: listedJob(job), place: job.place, name: job.id },
      address: edit.replace(":slug", job.id),
    }));
  } catch {
    return []; // Network trouble, or a list in another form.
  }
}

async function readWaiting({ waiting }: Lists): Promise<Known[]> {
  const answer = await askGitHub(waiting);
  if (!answer.ok) return [];
  return (answer.value as readonly Waiting[]).flatMap(({ number, title: name, ...issue }) => {
    const labels = issue.labels.map((label) => label.name);
    const isNew = labels.length === 0 || labels.includes(kindNames.new);
    if (!issue.pull_request || !isNew) return [];
    const { title, company = "" } = namedPost(name);
    const address = `${location.pathname}?pr=${number}`;
    return [{ isListed: false, job: { title, company }, name, address }];
  });
}
