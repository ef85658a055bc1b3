/** What the rules on the look of a post's text find, and how to fix it. */
import type { ProblemWords } from "./problems.ts";

export const garbledText: ProblemWords = {
  message: "Readers would see codes instead of some characters, as happens when text is copied.",
  fix: "Correct them.",
};

export const lostCharacter: ProblemWords = {
  message: "Readers would see “�” where a character was lost, as happens when text is copied.",
  fix: "Replace it with the right character.",
};

// ── Lines

export function typedList(lines: string): ProblemWords {
  return {
    message: `“${lines}” will not be shown as a list.`,
    fix: 'Start each line with a hyphen and a space ("- ").',
    formFix: "Make these lines a list, and remove the typed marks.",
  };
}

export function runTogether(lines: string): ProblemWords {
  return {
    message: `Readers will see these lines run together: “${lines}”.`,
    fix: "Leave an empty line between them, or make them a list.",
  };
}

/** `isFenced`: between lines of backticks, and not because of spaces. */
export function proseInCode(text: string, isFenced: boolean): ProblemWords {
  return {
    message: `“${text}” will be shown in a box for code, where long lines do not wrap.`,
    fix: isFenced
      ? "Remove the line of backticks (```) above it, and the one below."
      : "Remove the spaces at the start of its lines.",
  };
}

// ── Headings

/** `isEscaped`: behind a backslash, as editors write a # that is no heading. */
export function unspacedHeading(line: string, isEscaped: boolean): ProblemWords {
  const message = `“${line}” will not be shown as a heading.`;
  return isEscaped
    ? {
        message,
        fix: "Remove the backslash, and put a space between the # and the words.",
        formFix: "Remove the # signs, and make that line a heading.",
      }
    : { message, fix: "Put a space between the # and the words." };
}

export function accidentalHeading(text: string): ProblemWords {
  return {
    message: `The text “${text}” becomes a heading because of the line of hyphens right below it.`,
    fix: "Put an empty line above the hyphens.",
  };
}

export function longHeading(text: string, characters: number): ProblemWords {
  return {
    message: `A whole paragraph becomes a heading (“${text}”, ${characters} characters).`,
    fix: "Remove the # signs before it.",
    formFix: "Make it a paragraph.",
  };
}

// ── Links

export const emptyLink: ProblemWords = {
  message: "A link in the text has no address.",
  fix: "Put the address between its round brackets, or remove both pairs of brackets.",
};

export function deadLink(address: string): ProblemWords {
  return {
    message: `“${address}” is shown as text, not as a link.`,
    fix: "Use a full address that starts with https://, or an email address like <mailto:jobs@example.com>.",
  };
}

export function blankInLink(link: string): ProblemWords {
  return {
    message: `Readers will see “${link}”, because the address has a space in it.`,
    fix: "Write %20 instead of the space.",
  };
}

export function openLink(link: string): ProblemWords {
  return {
    message: `Readers will see “${link}”, because the link has no end.`,
    fix: "Put a ) after the address.",
  };
}

export function bareLink(address: string): ProblemWords {
  return { message: deadLink(address).message, fix: "Put https:// in front of it." };
}

export function unusedDefinition(line: string): ProblemWords {
  return {
    message: `Readers will not see “${line}”, because the text does not use it.`,
    fix: "Write it as a link, [words](address), or remove it.",
  };
}

export const image: ProblemWords = {
  message: "The text contains an image. Readers will see a link to it instead.",
  fix: "To keep the link, write it as a link. Otherwise remove it, or describe it in words.",
};

export const unlinkedImage: ProblemWords = {
  message: "The text contains an image, which readers will not see.",
  fix: "Remove it, or describe it in words.",
};

// ── Markup

export function rawHtml(tag: string): ProblemWords {
  return {
    message: `The text contains HTML (${tag}), which readers will see as it is.`,
    fix: "Use Markdown: **bold**, *italic*, “- ” for a list, and empty lines between paragraphs. Put HTML that readers should see in `backticks`.",
  };
}

export function openEmphasis(line: string): ProblemWords {
  return {
    message: `Readers will see the signs of emphasis in “${line}”.`,
    fix: "For bold words, put ** right before and right after them.",
  };
}

export function lostSigns(text: string): ProblemWords {
  return {
    message: `Readers will not see the signs in “${text}”, which make a part of it bold or italic.`,
    fix: "Put a backslash (\\) before each of them, or put all of it in `backticks`.",
  };
}
