/** What the reader and the schema find wrong with a job file, and how to fix it. The rules' words are in `rules.ts`. */
import type { Finding } from "../../problem.ts";

/** `formMessage` and `formFix` say it for people at a form, where a value is chosen and not written into a file. */
export type ProblemWords = Pick<Finding, "message" | "formMessage" | "fix" | "formFix">;

/** Where a problem is, before its sentences. */
export function lineLabel(line: number): string {
  return `Line ${line}:`;
}

/** What stands before the corrected part of a field. */
export const corrected = "Corrected:";

export function fileTooLarge(kibibytes: number): ProblemWords {
  return {
    message: `The file is larger than ${kibibytes} KiB.`,
    formMessage: `The post is larger than ${kibibytes} KiB.`,
    fix: "Shorten the text. You can link to the rest.",
  };
}

export const notUtf8: ProblemWords = {
  message: "The file is not UTF-8 text.",
  fix: "Save the file again as plain text with the encoding UTF-8.",
};

/** Names of characters that a post may not contain. */
export const characters = {
  control: "a control character",
  verticalTab: "a vertical tab",
  formFeed: "a page break",
  carriageReturn: "a carriage return without a line feed",
  softHyphen: "an invisible soft hyphen",
  invisible: "an invisible character",
  braille: "an invisible empty Braille pattern",
  zeroWidth: "an invisible zero-width space",
  lineSeparator: "a special line separator",
  direction: "a character that changes the direction of the text",
  half: "half a character",
  none: "an invalid character",
  byteOrderMark: "a byte order mark",
};

type Character = { name: string; code: string; line: number };

const removeHidden = "Retype that line, or paste it as plain text, to remove the hidden character.";

export function hiddenCharacterInFile({ name, code, line }: Character): ProblemWords {
  const message = `Line ${line} contains ${name} (${code}).`;
  const isLineEnd = name === characters.carriageReturn;
  return {
    message,
    fix: isLineEnd ? "Save the file again with ordinary line endings." : removeHidden,
  };
}

export function hiddenCharacterInValue(
  label: string,
  { name, code }: Pick<Character, "name" | "code">,
): ProblemWords {
  return {
    message: `“${label}” contains ${name} (${code}).`,
    fix: "Retype it, or paste it as plain text, to remove the hidden character.",
  };
}

export function hiddenCharacterInText(label: string, { name, code, line }: Character) {
  return { message: `“${label}” contains ${name} (${code}) on line ${line}.`, fix: removeHidden };
}

/** It is read as what it means, so nothing has to be done. */
export function softCharacter(character: Pick<Character, "name" | "code">, endsLine: boolean) {
  const read = endsLine ? "It is read as the end of a line." : "It is left out.";
  return {
    message: `The text contains ${character.name} (${character.code}). ${read}`,
    fix: "If that is right, ignore this. To remove it, retype that line.",
  };
}

/** The sign of a list entry or heading, with a space that Markdown does not accept there. */
export const unbreakableMark: ProblemWords = {
  message:
    "A list entry or heading starts with a non-breaking space (U+00A0). It is read as an ordinary one.",
  fix: "If that is right, ignore this. To replace it, retype the start of that line.",
};

export function hiddenCharacterInAddress({ name, code }: Pick<Character, "name" | "code">) {
  return {
    message: `An address contains ${name} (${code}).`,
    fix: "Retype that address, or paste it as plain text, to remove the hidden character.",
  };
}

/** Without the name itself, which would pass the character on. */
export function hiddenCharacterInName({ name, code }: Character): ProblemWords {
  return {
    message: `The name of a field contains ${name} (${code}).`,
    fix: "Remove that field. Job posts have no field with this name.",
  };
}

export function sectionAmongFields(label: string, heading: string): ProblemWords {
  return {
    message: `“${label}” is among the fields at the top of the file.`,
    fix: heading
      ? `Move it to the text, below a line “## ${heading}”.`
      : "Move it to the text, below the second --- line.",
  };
}

export function headingTwice(label: string): ProblemWords {
  return {
    message: `The text has the heading “${label}” twice.`,
    fix: "Keep one of them. Start your own headings with ###.",
  };
}

export function notReadBack(label: string): ProblemWords {
  return {
    message: `“${label}” can’t be saved as it is.`,
    fix: "Close every code block (```), remove blank lines at the start and end, and do not use the board’s own headings (## Requirements, ## About the company).",
  };
}

// ── The fields at the top of a file

export const firstLine: ProblemWords = {
  message: "The first line is not three hyphens (---).",
  fix: "Start the file with a line of three hyphens and nothing else, with no space or blank line before it.",
};

export const fieldsNotClosed: ProblemWords = {
  message: "The fields at the top do not end with a second line of three hyphens (---).",
  fix: "Add a line of three hyphens between the fields and the text.",
};

export function fieldsTooLong(most: number): ProblemWords {
  return {
    message: `The fields at the top have more than ${most} characters.`,
    fix: "Put the text of the post below the second --- line, and only the fields above it.",
  };
}

export function moreAfterHyphens(line: number): ProblemWords {
  return {
    message: `Line ${line} starts with three hyphens but has more after them.`,
    fix: "End the fields with a line of three hyphens and nothing else.",
  };
}

export const yamlAnchor: ProblemWords = {
  message: "The fields use an anchor or alias (& or * before a name).",
  fix: "Write the value out, and put quotes around text that starts with & or *.",
};

export const yamlTag: ProblemWords = {
  message: "The fields use a tag (! before a value).",
  fix: "Remove it, or put quotes around text that starts with an exclamation mark.",
};

export const yamlDirective: ProblemWords = {
  message: "The fields contain a line that starts with a percent sign.",
  fix: "Remove that line, or put quotes around text that starts with %.",
};

/** `dropped` starts with the #. */
export function commentInValue(dropped: string): ProblemWords {
  return {
    message: `“${dropped}” would be lost, because a # after a space starts a comment.`,
    fix: "Put quotes around the whole value. If it is a comment, move it to a line of its own.",
  };
}

const oneFieldALine = "Write one field per line, like “city: Berlin”.";

export const noFields: ProblemWords = {
  message: "There is no list of fields between the two --- lines.",
  fix: oneFieldALine,
};

export const fieldsUnreadable: ProblemWords = {
  message: "The fields can’t be read.",
  fix: oneFieldALine,
};

/** `line` is missing if the YAML parser does not know it. */
export function yamlError(reason: string, line: number | undefined): ProblemWords {
  const where = line ? ` on line ${line}` : "";
  return {
    message: `The fields can’t be read: ${reason}${where}.`,
    // A missing quote is only noticed at the next field.
    fix: "Correct that line, or the one above it if a quote is missing at its end. Put quotes around text that contains a colon, a #, or brackets: title: 'Lead: data'.",
  };
}

// ── The schema

export function missing(label: string): string {
  return `“${label}” is missing.`;
}

export function unknownField(name: string, known: readonly string[]): ProblemWords {
  return {
    message: `“${name}” is not a field of a job post.`,
    fix: `Remove it or correct its spelling. The fields are: ${known.join(", ")}.`,
  };
}

/** A field, or a part of one, and what is wrong with it. */
export function wrongValue(label: string, part: string, complaint: string): string {
  return part ? `“${part}” of “${label}” ${complaint}.` : `“${label}” ${complaint}.`;
}

export function choices(all: readonly string[]): string {
  return ` The choices are: ${all.join(", ")}.`;
}

export function meantCountry(name: string, code: string): string {
  return ` “${name}” has the code ${code}.`;
}

/** Ends of sentences that begin with the name of a field. */
export const complaints = {
  empty: "is empty",
  emptyList: "is an empty list",
  sameEntryTwice: "has the same entry twice",
  wrongType: "has a value of the wrong kind",
  array: "must be a list in square brackets",
  boolean: "must be true or false",
  number: "must be a number, without spaces or currency signs",
  integer: "must be a whole number",
  object: "must be a group of values in curly brackets",
  string: "must be text. Put quotes around a number, true, or false that is meant as text",
  line: "must be one line that contains letters or digits, with no spaces at the start or end",
  lacks: (part: string) => `has no “${part}”`,
  unknownPart: (part: string) => `has an unknown part “${part}”`,
  tooLong: (most: number) => `is longer than ${most} characters`,
  tooMany: (most: number) => `has more than ${most} entries`,
  notMoreThan: (limit: number) => `must be more than ${limit}`,
  moreThan: (limit: number) => `must not be more than ${limit}`,
  noChoice: (shown: string) => `can’t be “${shown}”, which is not one of its choices`,
  noDate: (shown: string) => `can’t be “${shown}”, which is not a date`,
  noMoment: (shown: string) => `can’t be “${shown}”, which is not a date and time`,
  noEmail: (shown: string) => `can’t be “${shown}”, which is not an email address`,
  noLogin: (shown: string) => `can’t be “${shown}”, which is not a GitHub username`,
  noAddress: (shown: string, why: string) => `can’t be “${shown}”, which ${why}`,
  notUnderstood: (shown: string) => `can’t be “${shown}”`,
};

// ── Addresses and file names, as ends of sentences

export const webAddresses = {
  scheme: "does not start with https:// or http://",
  character: "contains a space or a character that is not allowed in addresses",
  incomplete: "is not a complete address",
  user: "contains a username before its host name",
  host: "does not contain a host name such as www.example.com",
  private: "leads to a private network",
};

export const slugs = {
  tooLong: (most: number) => `is longer than ${most} characters`,
  characters: "contains something other than lowercase letters a to z, digits, and single hyphens",
  digits: "contains only digits, which are reserved for old addresses",
  device: "is the name of a device on Windows, where no file can have it",
  reserved: "is the name of one of the board’s own pages",
};

/** `place`: where the file belongs, if that is known. */
export function misplacedFile(why: string, place?: string): ProblemWords {
  return {
    message: `This file ${why}.`,
    fix: place
      ? `Move the file to ${place}.`
      : "Keep only posts in jobs/, each an ordinary file named like 2027-01-31-company-title.md.",
  };
}

export const paths = {
  shape: "is not jobs/<name>.md or jobs/archive/<year>/<month>/<name>.md",
  name: (why: string) => `has a name that ${why}`,
};

/** Why the content of a file was not read, as ends of sentences. */
export const unreadFiles = {
  notOrdinary: "is not an ordinary file, but a link or something else",
  tooManyPosts: (most: number) =>
    `was not read, because the pull request changes more than ${most} posts`,
  notInRepository: "is not in the repository",
  /** `code`: the operating system’s, such as EACCES. */
  unreadable: (code: string | undefined) => `can’t be read${code ? ` (${code})` : ""}`,
};

/** Replaces the file name of a post that has none yet. */
export const newPost = "the new post";

/** A new post would have the file of another. */
export function sameFile(file: string): ProblemWords {
  return {
    message: `${file} already exists: a post from the same day with the same company and title.`,
    fix: "Edit that file, or give this post a different title.",
  };
}

export function sameFileInPull(file: string, pull: number): ProblemWords {
  return {
    message: `Pull request #${pull} already adds ${file}: a post from the same day with the same company and title.`,
    fix: "If it is the same job, there is nothing more to do. Otherwise give this post a different title.",
  };
}

/** What was repaired in a file that came by mail, as parts of a list. */
export const repairs = {
  lineEnds: "doubled line endings",
  spaces: "non-breaking spaces, which mail programs put between words",
  greeting: "lines before the first ---, such as a greeting",
  utf16: "the encoding UTF-16, which only Windows uses",
};
