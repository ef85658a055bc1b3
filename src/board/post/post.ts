/** A post as the site shows it: file, dates, status, place, pay and text. */

import { postAddress } from "../addresses.ts";
import type { CityNames } from "../cities/city-names.ts";
import { compareText } from "../compare-text.ts";
import type { BoardConfig, Choice } from "../config.ts";
import type { Day, Instant, Moment } from "../days.ts";
import { dayIn, daysBetween, instantOf, startOf } from "../days.ts";
import type { Job } from "../job/schema.ts";
import { splitOwnHeading } from "../job/sections.ts";
import { companyPage } from "./company.ts";
import type { LifeState } from "./life-cycle.ts";
import { hasPage, mayRenew, stateAt, termStart } from "./life-cycle.ts";
import { plainText, renderMarkdown, renderWithExcerpt } from "./markdown.ts";
import { payText } from "./pay.ts";
import type { City, LinkedPlace } from "./place.ts";
import { citiesOf, countriesOf, linkedPlaces, placeName } from "./place.ts";

/** What is known about a post besides its file. */
export type PostSource = {
  file: string;
  slug: string;
  job: Job;
  /** The day it was first listed. `published_at` in `job` has the second, if it is known. */
  published: Day;
  /** Whether it came from another board and nobody has claimed it. */
  isImported?: boolean;
  /** When its file was changed, if that is known. */
  changed?: readonly Moment[] | undefined;
  /** What is known of its file from an earlier build. */
  known?: { hash: string; readonly excerpt?: string | undefined } | undefined;
};

/** Length of excerpts in lists, feeds and search results, in words. */
const excerptWords = 40;

/**
 * A job post as the site shows it at one moment. A class, because Eleventy would copy a plain object for
 * each page.
 */
export class Post {
  readonly file: string;
  readonly slug: string;
  readonly address: string;
  readonly job: Job;
  readonly published: Day;
  /** Whether it came from another board and nobody has claimed it. */
  readonly isImported: boolean;
  /** The second it was first listed; if that is unknown, when the day began. */
  readonly publishedAt: Instant;
  /** The day of its last renewal; without one, the day it was first listed. */
  readonly updated: Day;
  /** The second of that; if it is unknown, when the day began. */
  readonly updatedAt: Instant;
  readonly life: LifeState;
  /** Whether it may be renewed now. */
  readonly isRenewable: boolean;
  /** Whether there is a page at its address. */
  readonly hasPage: boolean;
  readonly category: Choice;
  readonly types: readonly Choice[];
  /** The cities one can work in; none for remote jobs. */
  readonly cities: readonly City[];
  /** ISO 3166-1 codes of the countries in which the job can be done. */
  readonly countries: readonly string[];
  /** The live posts next to this one in the order of the list; set by the board. */
  newer: Post | undefined;
  older: Post | undefined;
  readonly #config: BoardConfig;
  readonly #cityNames: CityNames | undefined;
  /** What is known of its file from an earlier build. */
  readonly known: PostSource["known"];
  // Cached, because rendering is slow, and a page and its structured data show the same text.
  #description: { html: string; excerpt: string } | undefined;
  #requirements: { heading?: string; text: string } | undefined;
  #requirementsHtml: string | undefined;
  #companyHtml: string | undefined;

  /** @param cities by which other names of a city lead to one page */
  constructor(source: PostSource, config: BoardConfig, now: Instant, cities?: CityNames) {
    const { job } = source;
    this.#config = config;
    this.#cityNames = cities;
    this.known = source.known;
    this.file = source.file;
    this.slug = source.slug;
    this.address = postAddress(source.slug);
    this.job = job;
    this.published = source.published;
    this.isImported = source.isImported ?? false;
    this.publishedAt = job.published_at ? instantOf(job.published_at) : startOf(source.published);
    this.updated = termStart(source.published, job.renewed);
    this.updatedAt = this.#renewedAt(source) ?? this.publishedAt;
    this.life = stateAt({ ...job, published: source.published }, now, config.lifetimes);
    this.isRenewable = mayRenew(this.life, now);
    this.hasPage = hasPage(this.life, now, config);
    this.category = choose(config.categories, job.category);
    this.types = (job.job_types ?? []).map((slug) => choose(config.types, slug));
    this.cities = citiesOf(job, cities);
    this.countries = countriesOf(job);
  }

  /** A renewal only writes its day to the file. Its second is that of the last change on this day. */
  #renewedAt({ job, changed = [] }: PostSource): Instant | undefined {
    if (!job.renewed?.includes(this.updated)) return undefined;
    const change = changed.findLast((moment) => dayIn(moment) === this.updated);
    const renewed = change ? instantOf(change) : startOf(this.updated);
    return renewed > this.publishedAt ? renewed : undefined;
  }

  get isLive(): boolean {
    return this.life.state === "live";
  }

  /** Whether its text must no longer be shown anywhere. */
  get isRemoved(): boolean {
    return this.life.state === "closed" && this.life.reason === "removed";
  }

  /** Not if it came from another board, where its readers have seen it. */
  get isNew(): boolean {
    return this.life.state === "live" && this.life.isNew && !this.isImported;
  }

  get closingSoon(): boolean {
    return this.life.state === "live" && this.life.closingSoon;
  }

  get isRemote(): boolean {
    return this.job.workplace === "remote";
  }

  /** The address of its company's page. */
  get companyAddress(): string {
    return companyPage(this.job.company);
  }

  /** Of a closed post, the number of days from its first listing to its closing. */
  get daysOpen(): number {
    return this.life.state === "closed" ? daysBetween(this.published, this.life.on) : 0;
  }

  /** Where the job is, with the lists of each place. */
  get places(): readonly LinkedPlace[] {
    return linkedPlaces(this.job, this.#cityNames);
  }

  /** The place in a few words; of several, the first one and how many others there are. */
  get placeName(): string {
    return placeName(this.job);
  }

  /** Pay in words, if the post names it. */
  get pay(): string | undefined {
    return this.job.salary && payText(this.job.salary);
  }

  /** The description's first words as plain text. */
  get excerpt(): string {
    return this.known?.excerpt ?? this.#rendered.excerpt;
  }

  get descriptionHtml(): string {
    return this.#rendered.html;
  }

  get #rendered() {
    this.#description ??= renderWithExcerpt(this.job.description, excerptWords);
    return this.#description;
  }

  get requirementsHtml(): string {
    this.#requirementsHtml ??= renderMarkdown(this.#splitRequirements.text);
    return this.#requirementsHtml;
  }

  /** Its author's own heading for the requirements, as plain text. */
  get requirementsHeading(): string | undefined {
    const { heading } = this.#splitRequirements;
    return heading && plainText(heading);
  }

  get #splitRequirements() {
    this.#requirements ??= splitOwnHeading(this.job.requirements, this.#config);
    return this.#requirements;
  }

  get companyHtml(): string | undefined {
    const text = this.job.company_description;
    if (text) this.#companyHtml ??= renderMarkdown(text);
    return this.#companyHtml;
  }
}

/** The order of all lists: newest listing first, then newest submission, then by slug. */
export function compareForList(a: Post, b: Post): number {
  return (
    b.publishedAt.toMillis() - a.publishedAt.toMillis() ||
    compareText(b.job.submitted, a.job.submitted) ||
    compareText(a.slug, b.slug)
  );
}

/** The schema accepts only known slugs, but an old post may use a retired or renamed one. */
function choose(choices: readonly Choice[], slug: string): Choice {
  return choices.find((choice) => choice.slug === slug) ?? { slug, name: slug };
}
