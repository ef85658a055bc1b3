import { describe, expect, it } from "vitest";
import { formFromAd, onlyEmpty } from "./ad.ts";
import { importContext } from "./fixtures.ts";

const posting = {
  "@type": "JobPosting",
  title: "Python Engineer",
  hiringOrganization: { name: "Kiln & Co" },
  jobLocation: { address: { addressLocality: "Delft", addressCountry: "NL" } },
  employmentType: "FULL_TIME",
  description: "<p>Fire <strong>kilns</strong>.</p><h3>Requirements</h3><ul><li>Python</li></ul>",
  url: "https://kiln.example.com/jobs/1",
};

const read = (source: string) => formFromAd(source, importContext);

describe("the form filled in from an ad", () => {
  it("takes what the JSON-LD of a page’s source says", () => {
    const script = `<script type="application/ld+json">${JSON.stringify(posting)}</script>`;
    expect(read(`<!doctype html><head>${script}</head><main><h1>Menu</h1></main>`)).toMatchObject({
      title: "Python Engineer",
      company: "Kiln & Co",
      city: "Delft",
      country: "NL",
      employment: "full_time",
      apply_url: "https://kiln.example.com/jobs/1",
      description: "Fire **kilns**.",
      requirements: "- Python",
    });
  });

  it("takes title and sections of HTML without it, and no menus", () => {
    const body =
      "<h1>Data Engineer</h1><p>You build <b>pipelines</b>.</p><h2>Requirements</h2><p>Python.</p><h2>About us</h2><p>We sell tea.</p>";
    const form = read(`<nav><p>Home</p></nav><main class="ad">${body}</main><p>Imprint</p>`);
    expect(form).toEqual({
      title: "Data Engineer",
      category: "developer-engineer",
      description: "You build **pipelines**.",
      requirements: "Python.",
      company_description: "We sell tea.",
    });
  });

  it("takes title and sections of Markdown", () => {
    expect(read("# Data Engineer\n\nYou build.\n\n## Requirements\n\n- Python\n")).toMatchObject({
      title: "Data Engineer",
      description: "You build.",
      requirements: "- Python",
    });
  });

  it("takes title and sections of plain text", () => {
    const text = "Data Engineer (C++)\r\n\r\nYou build.\r\n\r\nRequirements:\r\n• Python\r\n• Joy";
    expect(read(text)).toMatchObject({
      title: "Data Engineer (C++)",
      description: "You build.",
      requirements: "- Python\n- Joy",
    });
  });

  it("takes no sentence for a title", () => {
    expect(read("We look for somebody.\n\nSoon.")).toEqual({
      description: "We look for somebody.\n\nSoon.",
    });
  });

  it("has nothing from nothing", () => {
    expect(read(" \n<p> </p>")).toEqual({});
  });
});

describe("a form that is filled in partly", () => {
  it("keeps what it has, and gets no mixed places or pay", () => {
    const found = { title: "A", company: "B", city: "Delft", country: "NL", salary_min: 1 };
    const current = { title: "Mine", company: "", country: "DE", salary_per: "year", types: [] };
    expect(onlyEmpty(found, current)).toEqual({ company: "B" });
    expect(onlyEmpty(found, { "places.2.city": "" })).toEqual(found);
  });
});
