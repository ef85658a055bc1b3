/** The page of a company: which names it stands for, and its address. */
import { companyAddress } from "../addresses.ts";
import { cutAtWord, deviceNames, inLatin, maxSlugLength, shortHash } from "../job/slug.ts";

const forms =
  "ab|ag|aps|as|asa|bv|co|company|corp|corporation|gmbh|inc|incorporated|kg|kgaa|kk|limited|llc|" +
  "llp|lp|ltd|nv|oy|oyj|plc|pte|pty|pvt|sa|sarl|sas|se|sl|spa|srl|sro|ug";

/** A word of a company's name, in lower case and without dots, that is its legal form. */
export const legalForm = new RegExp(`^(?:${forms})$`);

const formsAtEnd = new RegExp(`(?:(?:-and)?-(?:sp-z-o-?o|${forms}))+$`);

/** Kept, because transliterating is slow, and a company has many posts. */
const addresses = new Map<string, string>();

/**
 * The address of a company's page. It depends on nothing but the name, so it is the same whatever other posts there are.
 * Names that differ in case, accents, punctuation or the legal form at their end are the same company.
 */
export function companyPage(name: string): string {
  const address = addresses.get(name) ?? companyAddress(slugOf(name));
  addresses.set(name, address);
  return address;
}

function slugOf(name: string): string {
  const plain = withoutForm(name.normalize("NFKC").toLowerCase().trim());
  const slug = inLatin(plain).replace(formsAtEnd, "");
  const isWhole = slug.length <= maxSlugLength && !hasUnreadableLetters(plain);
  const isName = slug !== "" && !new RegExp(`^${deviceNames}$`).test(slug);
  if (isWhole && isName) return slug;
  // What is missing in the letters would let different companies share a page.
  const hash = shortHash(
    `-${plain}-`
      .replace(/[\p{P}\s]+/gu, "-")
      .slice(1, -1)
      .replace(formsAtEnd, ""),
  );
  return [cutAtWord(slug, maxSlugLength - hash.length - 1), hash].filter(Boolean).join("-");
}

/** Without legal forms that are not in Latin letters, and without the dots of initials: `B.V.` is `BV`. */
function withoutForm(name: string): string {
  return name
    .replace(/股份有限公司|有限公司|株式会社|合同会社|\(株\)|주식회사|\(주\)/g, " ")
    .replace(/(?<=(?<![\p{L}\p{N}])\p{L})\./gu, "")
    .trim();
}

/** Whether a part of the name in another script cannot be transliterated. */
function hasUnreadableLetters(name: string): boolean {
  const parts = name.match(/[^\P{L}\p{Script=Latin}]+/gu) ?? [];
  return parts.some((part) => inLatin(part) === "");
}
