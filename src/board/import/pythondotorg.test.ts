import { describe, expect, it } from "vitest";
import { writeJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import { dumpJob, importContext, importNow, markup, vocabularyObjects } from "./fixtures.ts";
import { makePost, pathFor } from "./imported-post.ts";
import { readJob, readObject, VocabularyReader, vocabularyAddresses } from "./pythondotorg.ts";

const vocabulary = new VocabularyReader();
for (const object of vocabularyObjects) vocabulary.read(object);

function record(changes: Readonly<Record<string, unknown>> = {}) {
  return readJob(dumpJob(4711, changes), vocabulary, importContext, importNow.toISO());
}

function post(changes: Readonly<Record<string, unknown>> = {}, correction = {}) {
  return makePost(record(changes), correction, importContext);
}

function job(changes: Readonly<Record<string, unknown>> = {}): Job {
  const made = post(changes);
  if (!made.job) throw new Error(JSON.stringify(made.notes));
  return made.job;
}

function text(changes: Readonly<Record<string, unknown>> = {}): string {
  const made = job(changes);
  const written = writeJobFile(pathFor("x", made), made, importContext.config);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

function messages(changes: Readonly<Record<string, unknown>>): string[] {
  return post(changes).notes.map(({ kind, message }) => `${kind}: ${message}`);
}

describe("a live job", () => {
  it("becomes a post with its days, its address, and no account of the other board", () => {
    expect(text()).toBe(`---
title: Python Developer
company: Lighthouse Logic Ltd
category: developer-engineer
job_types: [back-end, web]
workplace: onsite
city: Cork
country: IE
contact: Cara Beam
email: jobs@lighthouse.example.com
apply_url: https://lighthouse.example.com/jobs/7
submitted: 2026-10-15
submitted_by: example-org
published: 2026-10-17
aliases: [/jobs/4711/]
---

You keep the lamps of forty lighthouses in step, in Python.

## Requirements

- Python
- a head for heights
`);
  });

  it("ends earlier than this board’s term if it ended earlier there", () => {
    const { published, expires } = job({
      created: "2026-11-10T00:00:00Z",
      expires: "2026-12-24T08:00:00Z",
    });
    expect({ published, expires }).toEqual({ published: "2026-11-10", expires: "2026-12-23" });
  });

  it("has a whole term from today if it would have been listed for longer", () => {
    expect(job({ expires: "2028-01-01T00:00:00Z" }).published).toBe("2026-11-28");
    expect(messages({ expires: "2028-01-01T00:00:00Z" }).join()).toContain("ends earlier");
  });

  it("keeps what its sender has chosen and no more", () => {
    expect(job({ agencies: false }).agencies_welcome).toBe(false);
    expect(job().agencies_welcome).toBeUndefined();
    expect(job({ is_featured: true }).featured).toBe(true);
  });
});

describe("which jobs were public", () => {
  it.each([
    ["approved", "2027-01-15T10:00:00Z", "live"],
    ["approved", "2026-11-28T11:00:00Z", "2026-11-28"],
    ["approved", "2026-08-01T00:00:00Z", "2026-08-01"],
    ["expired", "2026-08-01T00:00:00Z", "2026-08-01"],
    ["expired", "2027-01-15T10:00:00Z", "2026-10-17"],
    ["archived", "2026-08-01T00:00:00Z", "2026-08-01"],
    ["archived", "2027-01-15T10:00:00Z", "2026-10-17"],
    ["approved", null, "unlisted"],
    ["archived", null, "unlisted"],
    ["removed", "2027-01-15T10:00:00Z", "unlisted"],
    ["rejected", null, "unlisted"],
    ["draft", null, "unlisted"],
    ["review", "2027-01-15T10:00:00Z", "unlisted"],
    ["something new", "2027-01-15T10:00:00Z", "unlisted"],
  ])("%s, expires %s: %s", (status, expires, expected) => {
    const { listing } = record({ status, expires, created: "2026-05-01T00:00:00Z" });
    const closed = listing.state === "closed" ? listing.days.closed?.on : undefined;
    expect(closed ?? listing.state).toBe(expected);
  });

  it("are archived without people where there is a link, and reported where there is none", () => {
    const closed = { status: "expired", expires: "2026-12-01T00:00:00Z" };
    const { email, contact, apply_url } = job(closed);
    expect({ email, contact, apply_url }).toEqual({
      apply_url: "https://lighthouse.example.com/jobs/7",
    });
    expect(job({ ...closed, url: null }).email).toBe("jobs@lighthouse.example.com");
    expect(messages({ ...closed, url: null }).join()).toContain("publish its email address again");
  });
});

describe("texts", () => {
  it("in reStructuredText are what docutils made of them, with the heading that it took away", () => {
    const given = markup(
      "description",
      "Your day\r\n========\r\n\r\nKeep **lamps** lit.\r\n\r\nStray ** sign\r\n",
      "restructuredtext",
      '<p>Keep <strong>lamps</strong> lit.</p>\n<blockquote>\n<p>Stray <a href="#system-message-1"><span class="problematic" id="problematic-1">**</span></a> sign</p></blockquote>\n<div class="system-message" id="system-message-1">\n<p class="system-message-title">System Message: WARNING/2</p>\nInline strong start-string without end-string.</div>\n',
    );
    expect(job(given).description).toBe("### Your day\n\nKeep **lamps** lit.\n\nStray \\*\\* sign");
  });

  it("lose a heading that only repeats the name of their section", () => {
    const given = markup(
      "requirements",
      "<h2>Requirements</h2><ul><li>Python</li></ul>",
      "html",
      "<h2>Requirements</h2><ul><li>Python</li></ul>",
    );
    expect(job(given).requirements).toBe("- Python");
  });

  it("that are Markdown whatever they say are read as Markdown", () => {
    const raw = "# Tasks\r\nWe need:\r\n- Django\r\n- tea\r\nRead [more](https://example.com/a)";
    const given = markup("description", raw, "restructuredtext", `<p>${raw}</p>`);
    expect(job(given).description).toBe(
      "### Tasks\n\nWe need:\n\n- Django\n- tea\n\nRead [more](https://example.com/a)",
    );
    expect(messages(given).join()).toContain("read as Markdown");
  });

  it("that are HTML whatever they say are read as HTML, without what posts may not have", () => {
    const raw =
      '<p>Look after <b>lamps</b>. <a href="javascript:x()">Apply</a></p><img src="https://example.com/p.gif"><script>x()</script>';
    const given = markup("description", raw, "restructuredtext", `<p>${raw}</p>`);
    expect(job(given).description).toBe("Look after **lamps**. Apply");
    expect(messages(given)).toEqual([
      "repaired: Marked as reStructuredText, but read as HTML, which it looks like.",
      "dropped: 1 image was left out.",
      "dropped: Links that posts may not have were left out (javascript:). Their words stay.",
      "dropped: 1 script or frame was left out.",
    ]);
  });

  it("are split where the requirements are in the description", () => {
    const html =
      "<p>Lamps.</p>\n<p><strong>You bring</strong></p>\n<ul><li>Python</li></ul>\n<p><strong>About Lighthouse Logic</strong></p><p>Nine people.</p>";
    const given = {
      ...markup("description", "Lamps. …", "restructuredtext", html),
      ...markup("requirements", "See above.", "restructuredtext", "<p>See above.</p>"),
    };
    const { description, requirements, company_description } = job(given);
    expect({ description, requirements, company_description }).toEqual({
      description: "Lamps.",
      requirements: "- Python",
      company_description: "Nine people.",
    });
  });

  it("refer to the description where there are no requirements", () => {
    expect(job(markup("requirements", "-", "plain", "<p>-</p>")).requirements).toBe(
      "See the description.",
    );
  });

  it("that are too long are not cut", () => {
    const long = "Python ".repeat(5000);
    const given = markup("description", long, "plain", `<p>${long}</p>`);
    expect(post(given).job).toBeUndefined();
    expect(messages(given).join()).toContain("30000");
  });
});

describe("choices", () => {
  it("keep the types that the text names, if there are too many, and say which went", () => {
    const given = { job_types: [1, 2, 3, 4, 5, 6], job_title: "Backend Engineer (Testing)" };
    const found = job(given).job_types;
    expect(found).toHaveLength(5);
    expect(found).toEqual(expect.arrayContaining(["back-end", "testing"]));
    expect(messages(given).join()).toContain("More than five types");
  });

  it("name a retired type as another one, and put a retired category under Other", () => {
    const given = { job_types: [2, 9], category: 8 };
    const { job_types, other_job_type, category } = job(given);
    expect({ job_types, other_job_type, category }).toEqual({
      job_types: ["web"],
      other_job_type: "Twisted",
      category: "other",
    });
  });

  it("lead from lists that this board does not have to others", () => {
    expect(vocabularyAddresses(vocabulary, importContext.config)).toEqual([
      { kind: "category", slug: "webmaster", ours: undefined },
      { kind: "type", slug: "twisted", ours: undefined },
    ]);
  });
});

describe("people", () => {
  it("have no telephone number in the field for their name", () => {
    const given = { contact: "Cara Beam, +353 21 555 0102 (cara@lighthouse.example.com)" };
    expect(job(given).contact).toBe("Cara Beam");
    expect(messages(given).join()).toContain("telephone number");
  });

  it("are reported where an address looks private", () => {
    expect(messages({ email: "cara.beam@gmail.com" }).join()).toContain("somebody’s own address");
  });

  it("of the other board are nowhere in the post", () => {
    expect(text()).not.toMatch(/ann\.sender|ida\.reviewer|\b71\b/);
  });
});

describe("a job that cannot be listed", () => {
  it.each([
    ["no company", { company_name: null }, "company"],
    ["an unknown country", { country: "Somewhere" }, "country"],
    ["no way to apply", { url: "ftp://example.com/x", email: "" }, "apply_url"],
    ["no countries for remote work", { city: "Remote", country: "" }, "remote_from"],
  ])("because of %s is reported with the line to write", (_, changes, field) => {
    const { job: made, notes } = post(changes);
    expect(made).toBeUndefined();
    expect(notes.find((note) => note.kind === "decide" && note.field === field)?.write).toMatch(
      new RegExp(`^${field}: `),
    );
  });

  it("is listed with a person’s correction", () => {
    const made = post({ country: "Somewhere" }, { country: "IE" });
    expect(made.job?.country).toBe("IE");
    expect(made.notes.filter(({ kind }) => kind === "decide")).toEqual([]);
  });
});

describe("objects of a dump", () => {
  it.each([null, 7, "x", [], {}, { model: "jobs.job" }, { model: 1, pk: 1, fields: {} }])(
    "are no jobs: %j",
    (value) => expect(readObject(value)).toBeUndefined(),
  );
});
