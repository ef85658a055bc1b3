/** Invents one job. */
import type { BoardConfig, Choice } from "../../src/board/config.ts";
import type { Day } from "../../src/board/days.ts";
import { addDays } from "../../src/board/days.ts";
import type { PlaceFields } from "../../src/board/job/places.ts";
import { fieldsForPlaces, mostPlaces } from "../../src/board/job/places.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { jobSchema } from "../../src/board/job/schema.ts";
import { languageName } from "../../src/board/job/vocabulary.ts";
import { isSample } from "../../src/board/post/sample.ts";
import type { Employer } from "./employer.ts";
import { inventEmployer } from "./employer.ts";
import type { Terms } from "./pay.ts";
import { inventPay } from "./pay.ts";
import { remoteRegions } from "./places.ts";
import { people } from "./prose.ts";
import type { Random } from "./random.ts";
import type { Role } from "./roles.ts";
import { roles } from "./roles.ts";
import { writeText } from "./text.ts";

/** A job by an invented employer, listed recently and still open today. */
export function inventJob(random: Random, today: Day, config: BoardConfig): Job {
  const employer = inventEmployer(random);
  const role = random.pick(roles);
  const terms = inventTerms(role, random);
  const name = inventName(role, terms, random);
  const title = `${name}${suffix(terms, employer, random)}`;
  const language = languageName(employer.market.language ?? "en");
  return {
    title,
    company: employer.name,
    ...filing(role, config, random),
    ...(random.chance(0.06) && {
      other_job_type: random.pick(["Packaging", "Compilers", "Type checking"]),
    }),
    employment: terms.employment,
    ...(random.chance(0.8) && { seniority: terms.seniority }),
    ...whereabouts(employer, random),
    ...conditions(employer, role, terms, random),
    ...application(employer, title, random),
    ...days(random, today, config),
    submitted_by: `example-${employer.handle}`,
    ...(random.chance(0.02) && { featured: true }),
    ...writeText({ title: name, employer, role, language }, random),
  };
}

function inventTerms({ filed }: Role, random: Random): Terms {
  if (filed[0] === "manager-executive") return { employment: "full_time", seniority: "lead" };
  const employment = random.weighted([
    ["full_time", 80],
    ["contractor", 8],
    ["part_time", 6],
    ["temporary", 3],
    ["internship", 3],
  ] as const);
  if (employment === "internship") return { employment, seniority: "junior" };
  return {
    employment,
    seniority: random.weighted([
      ["junior", 15],
      ["mid", 40],
      ["senior", 35],
      ["lead", 10],
    ] as const),
  };
}

function inventName(role: Role, { employment, seniority }: Terms, random: Random): string {
  const base = random.pick(role.titles);
  if (employment === "internship") return base;
  const rank = {
    junior: ["Junior "],
    mid: [""],
    senior: ["Senior "],
    lead: role.filed[0] === "manager-executive" ? [""] : ["Lead ", "Principal ", "Staff "],
  }[seniority];
  return `${random.pick(rank)}${base}`;
}

/** Parts that distinguish a title from others in a list. */
function suffix({ employment }: Terms, { industry }: Employer, random: Random): string {
  if (employment === "internship") return " (internship)";
  if (employment === "part_time" && random.chance(0.5)) return " (part-time)";
  return random.chance(0.3) ? `, ${random.pick(industry.teams)}` : "";
}

/** The role’s category and types, if the board has them. Other boards may have others. */
function filing(
  role: Role,
  { categories, types }: BoardConfig,
  random: Random,
): Pick<Job, "category" | "job_types"> {
  const [category, ...fitting] = role.filed;
  const offered = (choices: readonly Choice[]) =>
    choices.filter(({ retired }) => !retired).map(({ slug }) => slug);
  const has = (choices: readonly Choice[], slug: string) => offered(choices).includes(slug);
  const known = fitting.filter((slug) => has(types, slug));
  const pool = known.length > 0 ? known : offered(types);
  const job_types = random.some(pool, random.int(0, jobSchema.properties.job_types.maxItems));
  return {
    category: category && has(categories, category) ? category : random.pick(offered(categories)),
    ...(job_types.length > 0 && { job_types }),
  };
}

function whereabouts(
  { market, place }: Employer,
  random: Random,
): Pick<Job, "workplace" | "remote_from" | keyof PlaceFields> {
  const { country } = market;
  const workplace = random.weighted([
    ["onsite", 3],
    ["hybrid", 4],
    ["remote", 4],
  ] as const);
  if (workplace !== "remote") {
    const others = market.cities.filter(({ city }) => city !== place.city);
    const count = random.chance(0.05) ? random.int(1, mostPlaces - 1) : 0;
    const places = [place, ...random.some(others, Math.min(count, others.length))];
    return {
      workplace,
      ...fieldsForPlaces(
        places.map(({ city, region }) => ({ city, ...(region && { region }), country })),
      ),
    };
  }
  const regions = remoteRegions.filter((region) => region.includes(country));
  const from = random.pick([[country], ...regions]);
  return {
    workplace,
    remote_from: random.chance(0.2) ? "worldwide" : [...from],
    ...(random.chance(0.8) && { country }),
  };
}

function conditions({ market, isAgency }: Employer, role: Role, terms: Terms, random: Random) {
  const { language } = market;
  return {
    ...(random.chance(0.35) && { agencies_welcome: random.chance(0.15) }),
    ...(isAgency && { posted_by_agency: true }),
    ...(random.chance(0.72) && { salary: inventPay(market, terms, Number(role.pay[0]), random) }),
    ...(random.chance(0.35) && { visa_sponsorship: random.chance(0.4) }),
    ...(random.chance(0.35) && {
      languages: language && random.chance(0.4) ? ["en", language] : ["en"],
    }),
  } satisfies Partial<Job>;
}

function application({ host, handle }: Employer, title: string, random: Random) {
  const page = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
  const way = random.weighted([
    ["link", 6],
    ["mail", 2],
    ["both", 2],
  ] as const);
  return {
    ...(random.chance(0.35) && { contact: random.pick(people) }),
    ...(way !== "link" && { email: `${random.pick(["jobs", "careers", "hello"])}@${host}` }),
    ...(way !== "mail" && {
      apply_url: `https://${host}/${random.pick(["jobs", "careers"])}/${page}`,
    }),
    ...(random.chance(0.05) && { managers: [`example-${handle}-hr`] }),
  } satisfies Partial<Job>;
}

/** The greatest age in days at which a post is still listed for at least one more day. */
function days(random: Random, today: Day, config: BoardConfig) {
  const oldest = Math.min(config.lifetimes.listedDays, 90) - 1;
  const submitted = addDays(today, -random.int(0, oldest - 1));
  // A post dated before the samples’ day counts as one of them, and its dates are moved forward like theirs.
  const latest = isSample({ submitted }, config) && config.demo ? min(config.demo, today) : today;
  const published = min(addDays(submitted, random.int(0, 3)), latest);
  const expires = addDays(published, random.int(30, oldest));
  return {
    ...(random.chance(0.08) && { expires: expires < today ? today : expires }),
    submitted,
    published,
  } satisfies Partial<Job>;
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}
