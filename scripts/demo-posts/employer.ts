/** Invents an employer: a name, a trade, a place, and addresses on reserved domains. */
import { transliterate } from "../../src/board/job/slug.ts";
import type { Industry } from "./industries.ts";
import { industries } from "./industries.ts";
import type { Market } from "./places.ts";
import { markets } from "./places.ts";
import { agencyNames, brandEnds, brandStarts, people } from "./prose.ts";
import type { Random } from "./random.ts";

export type Employer = {
  name: string;
  industry: Industry;
  market: Market;
  place: Market["cities"][number];
  isAgency: boolean;
  /** Its name in lowercase Latin letters, for addresses and logins. */
  handle: string;
  /** RFC 2606 reserves example.com, .net, and .org for examples. */
  host: string;
};

/** One in this many employers is a recruitment agency. */
const agencyShare = 0.06;

export function inventEmployer(random: Random): Employer {
  const industry = random.pick(industries);
  const market = random.pick(markets);
  const isAgency = random.chance(agencyShare);
  const brand = `${random.pick(brandStarts)}${random.pick(brandEnds)}`;
  const trade = random.pick(isAgency ? agencyNames : industry.names);
  const founder = () => random.pick(people).split(" ").at(-1);
  const base = random.weighted([
    [`${brand} ${trade}`, 6],
    [brand, isAgency ? 0 : 3],
    [`${founder()} & ${founder()} ${trade}`, 1],
  ]);
  const form = random.chance(0.4) ? random.pick(market.forms) : "";
  const handle = transliterate(base).slice(0, 28).replace(/-$/, "");
  return {
    name: form ? `${base} ${form}` : base,
    industry,
    market,
    place: random.pick(market.cities),
    isAgency,
    handle,
    host: `${handle}.example.${random.pick(["com", "org", "net"])}`,
  };
}
