/** A post on its own page and in previews. Bundles with the preview carry all of this module. */
import type { RemoteRegion } from "../../job/remote-regions.ts";

export const postedByAgency = "Posted by an agency";
export const fresh = "New";
export const closingSoon = "Closing soon";
export const featured = "Featured";

export const expired = "Closed: this post has expired.";

export function closed(day: string, reason: string): string {
  return `Closed on ${day}: this post ${reason}.`;
}

export const facts = "Key facts";
export const pay = "Pay";
export const workplace = "Workplace";
export const location = "Location";
export const locations = "Locations";
export const employment = "Employment";
export const seniority = "Seniority";
export const languages = "Languages";
export const visa = "Visa";
export const sponsored = "Sponsored";
export const notSponsored = "Not sponsored";
export const category = "Category";
export const technologies = "Technologies";
export const posted = "Posted";
export const openUntil = "Open until";

// ── Places and pay ──
export const remote = "Remote";
export const remoteWorldwide = "Remote, worldwide";

export function remoteFrom(countries: readonly string[], regions: readonly string[]): string {
  if (countries.length === 0) return `Remote, from ${regions.join(", ")}`;
  const few = countries.length > 3 ? [`${countries.length} countries`] : countries;
  return `Remote: ${[...regions, ...few].join(", ")}`;
}

/** After the first of several places. */
export function andMore(others: number): string {
  return `and ${others} more`;
}

/** In sentences. */
export const regionNames: Record<RemoteRegion, string> = {
  EU: "the European Union",
  EEA: "the European Economic Area",
  Europe: "Europe",
  "North America": "North America",
  "Latin America": "Latin America",
  Americas: "the Americas",
  Africa: "Africa",
  Asia: "Asia",
  Oceania: "Oceania",
};

export const fullyRemoteWorldwide = "Fully remote, from anywhere in the world";

export function fullyRemoteFrom(countries: readonly string[]): string {
  return `Fully remote, for people in: ${countries.join(", ")}`;
}

/** `period`: such as “year”. */
export function payPer(amounts: string, period: string): string {
  return `${amounts} per ${period}`;
}

export const agenciesWelcome = "Recruitment agencies may contact the company.";
export const noAgencies = "No recruitment agencies, please.";

// ── Sections ──
export const description = "Description";
export const restrictions = "Restrictions";
export const requirements = "Requirements";
export const company = "About the company";

export const apply = "Apply";
export const applyByEmail = "Apply by email";
export const howToApply = "How to apply";
export const contact = "Contact:";
export const email = "Email:";
export const online = "Online:";
