/**
 * Splits the text of a whole job ad into the sections of a post, at its headings. Headings are Markdown's, and
 * paragraphs that are bold as a whole, because many ads have no others.
 */
import type { BoardConfig } from "../config.ts";
import type { Sections } from "../job/sections.ts";
import { trimBlankLines } from "../job/sections.ts";
import { bareText } from "./plain-text.ts";

/** Deeper than any heading of Markdown. */
const boldLevel = 7;

type Line = { text: string; heading?: { title: string; level: number } };

const meansRequirements =
  /\b(?:requirements?|required|qualifications?|skills|prerequisites|must haves?|essentials?|what (?:you|we) need|(?:you|youll) (?:will )?(?:have|bring|need|are)|who (?:you are|were looking for)|about you|your (?:profile|background|experience)|looking for|look for|candidate|we expect|what we require)\b/;

/** These continue the requirements, and do not start them. */
const meansBonus =
  /\b(?:nice to haves?|bonus|desirable|preferred|plus(?:es)?|good to have|ideally|optional)\b/;

const meansCompany =
  /^(?:(?:more )?about (?:us|the (?:company|employer|team|organi[sz]ation)|our (?:company|team))|who (?:we are|are we)|(?:the|our) company|company(?: (?:description|profile|overview|background))?|who is .+)$/;

/**
 * The sections of an ad. What is below no telling heading is the description, so that nothing is lost.
 *
 * @param company whose name is a heading in many ads
 */
export function splitAd(
  markdown: string,
  { requirementsHeadings }: Pick<BoardConfig, "requirementsHeadings">,
  company = "",
): Sections {
  const known = new Set(requirementsHeadings.map(bareText));
  // Headings leave out the legal form: “About Example” of Example GmbH.
  const name = bareText(company);
  const isName = (text: string) => text.length > 2 && `${name} `.startsWith(`${text} `);
  const sectionOf = (title: string, current: keyof Sections): keyof Sections => {
    const bare = bareText(title);
    if (meansCompany.test(bare) || isName(bare.replace(/^about /, "")))
      return "company_description";
    if (known.has(bare) || (meansRequirements.test(bare) && !/\boffer\b/.test(bare))) {
      return "requirements";
    }
    return current === "requirements" && meansBonus.test(bare) ? "requirements" : "description";
  };

  const lines: Record<keyof Sections, string[]> = {
    description: [],
    requirements: [],
    company_description: [],
  };
  let current: keyof Sections = "description";
  let level = 0;
  for (const { text, heading } of linesOf(markdown)) {
    // Deeper headings belong to the section that they are in.
    const starts = heading && (current === "description" || heading.level <= level);
    if (heading && starts) {
      const next = sectionOf(heading.title, current);
      level = heading.level;
      // The board writes its own heading above these.
      const isFirst = next !== "description" && lines[next].length === 0;
      current = next;
      if (isFirst) continue;
      if (lines[current].at(-1)) lines[current].push("");
    }
    lines[current].push(text);
  }
  return Object.fromEntries(
    Object.entries(lines)
      .map(([field, all]) => [field, trimBlankLines(all.join("\n"))] as const)
      .filter(([, text]) => text !== ""),
  );
}

function linesOf(markdown: string): Line[] {
  const lines = markdown.split("\n");
  let fence = "";
  return lines.map((text, index) => {
    const [mark] = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.slice(1) ?? [];
    if (mark && !fence) fence = mark;
    else if (mark?.startsWith(fence)) fence = "";
    else if (!fence) {
      const heading = headingIn(text, lines[index - 1] ?? "", lines[index + 1] ?? "");
      if (heading) return { text, heading };
    }
    return { text };
  });
}

function headingIn(line: string, before: string, after: string): Line["heading"] {
  const [, signs, title = ""] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
  if (signs) return { title, level: signs.length };
  if (before.trim() !== "") return undefined;
  const [, bold] = /^\*\*([^*]{2,80})\*\*:?\\?$/.exec(line.trim()) ?? [];
  if (bold) return { title: bold, level: boldLevel };
  // In plain text, a few words and a colon above a list.
  const [, words] = /^(\p{Lu}[^.!?*]{2,60}):$/u.exec(line.trim()) ?? [];
  const isAboveList = after.trim() === "" || /^[-*•] |^\d+[.)] /.test(after.trim());
  const isTelling =
    words && (meansRequirements.test(bareText(words)) || meansCompany.test(bareText(words)));
  return isTelling && isAboveList ? { title: words, level: boldLevel } : undefined;
}

/** Whether requirements only say that they are elsewhere. */
export function saysNothing(text: string): boolean {
  return /^\W*(?:n ?\/ ?a|none|(?:please )?(?:see|as|refer to|same as) (?:the )?(?:(?:job )?description|above|below|link|website|ad|attached)(?: (?:above|below))?|tb[ad]|above|below)?\W*$/i.test(
    text,
  );
}
