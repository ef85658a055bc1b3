/**
 * All live posts for programs, at `/api/jobs.json`. A public contract: keys may be added but never renamed
 * or removed, and every post has every key, `null` if the post does not say.
 * Names and email addresses of people are only on pages: lists of them invite abuse.
 */
import type { FromSchema } from "json-schema-to-ts";
import type { BoardConfig, Choice } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import type { Instant } from "../days.ts";
import { momentAt } from "../days.ts";
import { placesIn } from "../job/places.ts";
import { remoteRegions } from "../job/remote-regions.ts";
import type { JobPlace } from "../job/schema.ts";
import { jobSchema } from "../job/schema.ts";
import { placesOf, placeText } from "../post/place.ts";
import type { Post } from "../post/post.ts";
import type { Board } from "./board.ts";

const { employment, seniority, workplace, salary } = jobSchema.properties;

const text = { type: "string" } as const;
const textOrNull = { type: ["string", "null"] } as const;
const booleanOrNull = { type: ["boolean", "null"] } as const;
const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;
const moment = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" } as const;
const url = { type: "string", pattern: "^https?://" } as const;
const choice = {
  type: "object",
  additionalProperties: false,
  required: ["slug", "name"],
  properties: { slug: text, name: text },
} as const;

const jobProperties = {
  id: text,
  url,
  title: text,
  company: text,
  posted_by_agency: { type: "boolean" },
  category: choice,
  job_types: { type: "array", items: choice },
  other_job_type: textOrNull,
  employment: { enum: [...employment.enum, null] },
  seniority: { enum: [...seniority.enum, null] },
  workplace: { enum: workplace.enum },
  city: textOrNull,
  region: textOrNull,
  country: textOrNull,
  places: {
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["city", "region", "country"],
      properties: { city: textOrNull, region: textOrNull, country: textOrNull },
    },
  },
  remote_from: {
    anyOf: [{ type: "array", items: text }, { const: "worldwide" }, { type: "null" }],
  },
  remote_regions: {
    anyOf: [{ type: "array", items: { enum: remoteRegions } }, { type: "null" }],
  },
  place: text,
  salary: {
    anyOf: [
      {
        type: "object",
        additionalProperties: false,
        required: ["min", "max", "currency", "per"],
        properties: {
          min: { type: "number" },
          max: { type: ["number", "null"] },
          currency: text,
          per: { enum: salary.properties.per.enum },
        },
      },
      { type: "null" },
    ],
  },
  visa_sponsorship: booleanOrNull,
  agencies_welcome: booleanOrNull,
  languages: { type: "array", items: text },
  featured: { type: "boolean" },
  published: day,
  published_at: moment,
  listed_until: moment,
  excerpt: text,
  apply_url: { anyOf: [url, { type: "null" }] },
} as const;

type ApiKey = keyof typeof jobProperties;

/** The shape of `/api/jobs.json` as JSON Schema. */
export const jobsApiSchema = {
  type: "object",
  additionalProperties: false,
  required: ["version", "name", "url", "as_of", "jobs"],
  properties: {
    version: { const: 1 },
    name: text,
    url,
    as_of: moment,
    jobs: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: Object.keys(jobProperties) as ApiKey[],
        properties: jobProperties,
      },
    },
  },
} as const;

type JobsApi = FromSchema<typeof jobsApiSchema>;
type ApiJob = JobsApi["jobs"][number];

/** The content of `/api/jobs.json`. */
export function jobsApi({ live, config, now }: Board): JobsApi {
  return {
    version: 1,
    name: config.name,
    url: config.url,
    as_of: now.toISO({ suppressMilliseconds: true }),
    jobs: live.flatMap((post) =>
      post.life.state === "live" ? [apiJob(post, post.life.until, config)] : [],
    ),
  };
}

function apiJob(post: Post, until: Instant, config: BoardConfig): ApiJob {
  const { job } = post;
  const [place = post.placeName] = placesOf(job).map(placeText);
  return {
    id: post.slug,
    url: absoluteUrl(config, post.address),
    title: job.title,
    company: job.company,
    posted_by_agency: job.posted_by_agency ?? false,
    category: named(post.category),
    job_types: post.types.map(named),
    other_job_type: job.other_job_type ?? null,
    employment: job.employment ?? null,
    seniority: job.seniority ?? null,
    workplace: job.workplace,
    // Of several places, the first one: there were none when programs began to read these keys.
    ...apiPlace(placesIn(job)[0] ?? {}),
    places: placesOf(job).map(apiPlace),
    remote_from: job.remote_from ?? null,
    remote_regions: job.remote_regions ?? null,
    place,
    salary: job.salary ? { ...job.salary, max: job.salary.max ?? null } : null,
    visa_sponsorship: job.visa_sponsorship ?? null,
    agencies_welcome: job.agencies_welcome ?? null,
    languages: job.languages ?? [],
    featured: job.featured ?? false,
    published: post.published,
    published_at: momentAt(post.publishedAt.toSeconds()),
    listed_until: momentAt(until.toSeconds()),
    excerpt: post.excerpt,
    apply_url: job.apply_url ?? null,
  };
}

function apiPlace({ city, region, country }: JobPlace) {
  return { city: city ?? null, region: region ?? null, country: country ?? null };
}

/** Only the public properties of a choice. */
function named({ slug, name }: Choice): Choice {
  return { slug, name };
}
