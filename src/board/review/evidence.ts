/** Collects evidence for each criterion from a post, for the reviewer to judge. */

import { evidence as words } from "#words/bot-answers.ts";
import type { BoardConfig, EvidenceKind } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { languageName } from "../job/vocabulary.ts";
import { isSameLogin } from "../login.ts";
import { languageOf } from "../post/language.ts";
import { payText } from "../post/pay.ts";
import type { Problem } from "../problem.ts";
import { topicMentions } from "../rules/topic-named.ts";
import { markLabels } from "./labels.ts";
import { code } from "./quote.ts";

export type EvidenceSource = {
  post: Partial<Job>;
  problems: readonly Problem[];
  author: string;
  labels: readonly string[];
};

/** One line of Markdown for a criterion. */
export function evidenceOf(
  kind: EvidenceKind,
  source: EvidenceSource,
  config: BoardConfig,
): string {
  return finders[kind](source, config);
}

type Find = (source: EvidenceSource, config: BoardConfig) => string;

const finders: Readonly<Record<EvidenceKind, Find>> = {
  "topic-named": ({ post }, config) => {
    const mentions = topicMentions(completed(post), config);
    if (mentions.length === 0) return words.noMention;
    return mentions
      .slice(0, 6)
      .map(({ term, field, times }) => words.mention(term, words.times(times), fieldName(field)))
      .join(", ");
  },
  "topic-weight": ({ post }, config) => {
    const own = topicMentions(completed(post), config).reduce((sum, { times }) => sum + times, 0);
    const others = otherLanguages(post, config);
    const rest =
      others.length > 0 ? words.otherLanguages(others.join(", ")) : words.noOtherLanguage;
    return [words.topicWeight(config.topic.name, words.times(own)), rest].join("; ");
  },
  pay: ({ post, problems }) => {
    const named = post.salary ? payText(post.salary) : words.noPay;
    return [named, ...told(problems, "unpaid-wording")].join("; ");
  },
  language: ({ post, problems }) => {
    const language = languageOf(`${post.description ?? ""}\n\n${post.requirements ?? ""}`);
    const found = language ? languageName(language) : words.noLanguage;
    return [found, ...told(problems, "text-language")].join("; ");
  },
  link: ({ post }) => (post.apply_url ? words.link(code(post.apply_url)) : words.noLink),
  email: ({ post }) => {
    if (!post.email) return words.noEmail;
    const domain = post.email.slice(post.email.lastIndexOf("@") + 1).toLowerCase();
    return `${code(post.email)}, ${mailRelation(domain, post)}`;
  },
  filing: ({ post }, { categories, types }) => {
    const name = (choices: BoardConfig["types"], slug: string) =>
      choices.find((choice) => choice.slug === slug)?.name ?? slug;
    const category = post.category ? name(categories, post.category) : words.noCategory;
    const chosen = (post.job_types ?? []).map((slug) => name(types, slug));
    return [category, chosen.join(", ") || words.noTypes, post.other_job_type]
      .flatMap((part, index) => (part ? [index < 2 ? part : code(part)] : []))
      .join("; ");
  },
  agency: ({ post, problems }) =>
    [
      post.posted_by_agency ? words.agency : words.noAgency,
      ...told(problems, "agency-wording"),
    ].join("; "),
  duplicate: ({ problems, labels }) => {
    if (labels.includes(markLabels.duplicateOk.name)) {
      return words.noDuplicate;
    }
    return told(problems, "likely-duplicate")[0] ?? words.noSimilar;
  },
  affiliation: ({ author, post }, { review }) => {
    const others = [post.submitted_by, ...(post.managers ?? [])].filter(
      (login) => login && !isSameLogin(login, author),
    );
    const names = [author, ...others].map((login) => code(login ?? "")).join(", ");
    const known = review.reviewers.length > 0 ? "" : ` (${words.noAffiliations})`;
    return `${words.sentBy(names)}${known}`;
  },
};

/** The findings of a rule, in its own words. */
function told(problems: readonly Problem[], name: string): string[] {
  return problems.filter(({ rule }) => rule === name).map(({ message }) => code(message, 400));
}

/** Missing texts count as empty. */
function completed(post: Partial<Job>): Job {
  return { title: "", description: "", requirements: "", ...post } as Job;
}

/** Names that are not common words, so that counting them is meaningful. */
const languages = [
  ...["Java", "JavaScript", "TypeScript", "Golang", "Rust", "C++", "C#", "PHP", "Ruby"],
  ...["Scala", "Kotlin", "Swift", "Perl", "Python", "MATLAB", "Elixir", "Haskell", "Clojure"],
];

function otherLanguages(post: Partial<Job>, config: BoardConfig): string[] {
  const terms = languages.filter((name) => !config.topic.terms.includes(name));
  const counts = new Map<string, number>();
  const job = completed(post);
  for (const { term, times } of topicMentions(job, { topic: { name: "", terms } })) {
    counts.set(term, (counts.get(term) ?? 0) + times);
  }
  return [...counts].map(([term, times]) => `${term} ${words.times(times)}`);
}

/** Mail providers where anybody can get an address. */
const freeMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|aol|gmx|web|icloud|proton|protonmail|mail)\./;

function mailRelation(domain: string, { apply_url: link }: Partial<Job>): string {
  if (freeMail.test(domain)) return words.freeMail;
  const host = link && URL.canParse(link) ? new URL(link).hostname.toLowerCase() : undefined;
  if (host === undefined) return words.noLinkToCompare;
  const isRelated = host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
  return isRelated ? words.sameDomain : words.otherDomain;
}

function fieldName(field: string): string {
  return field.replaceAll("_", " ");
}
