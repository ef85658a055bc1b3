/** Puts the text of an invented post together. */
import type { Job } from "../../src/board/job/schema.ts";
import type { Employer } from "./employer.ts";
import * as prose from "./prose.ts";
import type { Random } from "./random.ts";
import type { Role } from "./roles.ts";

/** What the text is about. */
export type Subject = {
  /** Without the part that only distinguishes it from others in a list. */
  title: string;
  employer: Employer;
  role: Role;
  /** Name of a language that is spoken there. */
  language: string;
};

type Text = Pick<Job, "description" | "requirements" | "company_description">;

/** Values for the words in braces. */
type Slots = Readonly<Record<string, string>>;

/** A description with its lists, requirements, and usually a few sentences about the company. */
export function writeText(subject: Subject, random: Random): Text {
  const { role, employer } = subject;
  const slots = slotsFor(subject, random);
  const say = (sentences: readonly string[]) => fill(random.pick(sentences), slots);
  const list = (entries: readonly string[]) =>
    entries.map((entry) => `- ${fill(entry, slots)}`).join("\n");

  const description = [
    ...(employer.isAgency ? [say(prose.agencyOpenings)] : []),
    say(prose.openings),
    say(prose.situations),
    `### ${random.pick(prose.taskHeadings)}\n\n${list(random.some(role.tasks, random.int(3, 5)))}`,
    ...random.some(prose.plans, random.int(0, 2)).map((paragraph) => fill(paragraph, slots)),
    ...random.some(prose.team, random.int(1, 4)).map((paragraph) => fill(paragraph, slots)),
    ...(random.chance(0.06) ? [random.pick(prose.codeSamples)] : []),
    ...(random.chance(0.6)
      ? [`### What we offer\n\n${list(random.some(prose.offers, random.int(3, 7)))}`]
      : []),
    ...(random.chance(0.5) ? [say(prose.process)] : []),
  ];
  const requirements = [
    random.pick(prose.needOpenings),
    list(random.some(role.needs, random.int(3, 4))),
    ...(random.chance(0.7) ? [say(prose.extraOpenings)] : []),
    ...(random.chance(0.6) ? [say(prose.needClosings)] : []),
  ];
  return {
    description: description.join("\n\n"),
    requirements: requirements.filter(Boolean).join("\n\n"),
    ...(random.chance(0.85) && {
      company_description: random
        .some(prose.companies, random.int(1, 2))
        .map((paragraph) => fill(paragraph, slots))
        .join("\n\n"),
    }),
  };
}

/** Puts values for the words in braces. Jinja’s double braces in samples of code are left alone. */
export function fill(sentence: string, slots: Slots): string {
  return sentence.replace(/(?<!\{)\{([a-z]+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`“{${name}}” has no value in “${sentence}”.`);
    return value;
  });
}

function slotsFor({ title, employer, role, language }: Subject, random: Random): Slots {
  const { industry } = employer;
  const younger = random.int(22, 31);
  const service = random.int(0, industry.products.length - 1);
  return {
    title: `${/^(?:[AEIO]|ML\b|NLP\b)/.test(title) ? "an" : "a"} ${title}`,
    language,
    company: employer.name,
    city: employer.place.city,
    field: random.pick(industry.field),
    product: industry.products[service] ?? "",
    users: random.pick(industry.users),
    data: random.pick(industry.data),
    aim: industry.aims[service] ?? "",
    team: random.pick(industry.teams),
    stack: random.pick(role.stack),
    extras: random.some(role.extras, 2).join("; "),
    n: String(random.int(4, 14)),
    staff: String(random.int(9, 240)),
    years: String(random.int(3, 24)),
    lines: `${random.int(2, 60)}0,000`,
    python: random.pick(["3.12", "3.13", "3.14"]),
    younger: String(younger),
    older: String(younger + random.int(15, 35)),
    patches: String(random.int(11, 90)),
    holidays: String(random.int(25, 34)),
    pension: String(random.int(4, 10)),
    days: random.pick(["three", "five", "seven"]),
    countries: random.pick(["six", "nine", "fourteen", "thirty"]),
    dog: random.pick(prose.dogs),
  };
}
