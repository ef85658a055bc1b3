/** The posts of a new sandbox, about the board's own topic. */
import type { Job } from "../../job/schema.ts";
import { language } from "./language.ts";

/** What the posts are about, from the settings. */
export type SampleTopic = {
  /** Such as “Python”. */
  name: string;
  /** The topic, and other terms that go with it if there are any, as a list in a sentence. */
  tools: string;
  /** A job title that people would search for. */
  title: string;
};

type Texts = Pick<Job, "title" | "description" | "requirements">;

/** “Rust”, “Rust and Tokio”, or “Rust, Tokio, and Serde”. */
export function listTools(terms: readonly string[]): string {
  return new Intl.ListFormat(language).format(terms);
}

export function interlibraryLoans({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Interlibrary Loans`,
    description: `We serve forty public libraries: lending, catalogues, and the queue for the one copy of a book that everybody wants this winter.

You would work with **${name}** every day, and what you make is used by librarians who tell us at once what they think.

- Design and build what lets a library lend to another one
- Keep the nightly import of 90 catalogues quick
- Review what your three colleagues make, as they review yours`,
    requirements: `- Some years of ${name} in work that people depend on
- Experience with ${tools}
- Clear written English; Norwegian is welcome and not needed`,
  };
}

export function readingRooms({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Reading Rooms`,
    description: `Our test rooms are real reading rooms: 200 seats of nine kinds, and people who have come to read.

You would own how we test what is used in them, with **${name}**, from the first idea to the report that a librarian can follow.`,
    requirements: `- Work with ${tools} that others were glad to inherit
- Patience with hardware
- Clear written English`,
  };
}

export function catalogues({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Catalogues`,
    description: `The catalogue is the part of a library that everybody sees and nobody notices. Ours has eleven million records, most of them older than their authors.

You would keep it right: match records that mean the same book, repair those that never did, and answer a search before its words are typed. It is ${name} throughout.`,
    requirements: `- ${tools}, with more data than anybody can look through
- An eye for the record that is odd
- Clear written English`,
  };
}

export function tideTables({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Tide Tables`,
    description: `Harbors plan by our tables: when a ship may come in, and when it must wait. We make them with ${name} from a hundred years of gauges, and check them each morning against the water itself.

You would take over the tables of the Atlantic coast, and answer when a harbor master asks why.`,
    requirements: `- ${tools}, and a feeling for numbers that cannot be right
- Some knowledge of the sea, or the will to learn it
- Clear written English`,
  };
}

export const companies = {
  libraries: {
    name: "Halden Reading Rooms",
    about:
      "Halden Reading Rooms is a company of fourteen, owned by the libraries that it works for.",
  },
  tides: {
    name: "Fenwick & Sousa",
    about: "Fenwick & Sousa are nine people in an old customs house.",
  },
} as const;

export const changes = {
  add: (title: string) => `Add “${title}”`,
  betterPay: (title: string) => `Better pay for “${title}”`,
  fixLink: "Fix a link",
} as const;
