import { describe, expect, it } from "vitest";
import { jobWith, testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { topicMentions, topicNamed } from "./topic-named.ts";

const silent = {
  title: "Software Developer",
  description: "You keep our stock ledger right.",
  requirements: "Experience with ledgers.",
};

describe("a post that says what it has to do with Python", () => {
  it.each([
    { title: "Django contractor" },
    { description: "All in PYTHON." },
    { description: "Wir schreiben python3.13." },
    { description: "您将使用Python开发和维护采集系统。" },
    { description: "نعمل بلغة وPython." },
    { requirements: "- scikit-learn" },
    { other_job_type: "PySpark" },
  ])("gets no advice: %o", (changes) => {
    expect(findingsOf(topicNamed, { ...silent, ...changes })).toEqual([]);
  });
});

describe("a post that does not", () => {
  it.each([
    {},
    { description: "Monty Pythonesque humour and a pythonic smile." },
    { description: "We use JavaScript, PHP and djangology." },
  ])("gets advice to say how Python is used: %o", (changes) => {
    expect(findingsOf(topicNamed, { ...silent, ...changes })).toMatchObject([
      { field: "description" },
    ]);
  });

  it("is told that only the company section mentions it", () => {
    const [finding] = findingsOf(topicNamed, {
      ...silent,
      company_description: "We sponsor PyPI.",
    });
    expect(finding?.message).toContain("Only “About the company” does (PyPI)");
  });
});

describe("a term with asterisks", () => {
  const config = { ...testConfig, topic: { name: "Python", terms: ["PySpark", "*Py*"] } };
  const namesIn = (description: string) =>
    topicMentions(jobWith({ ...silent, description }), config).map(({ term }) => term);

  it("stands for names in which it is set off by capitals", () => {
    expect(namesIn("PyData, ObsPy, EuroPython, Py4J, pyspark")).toEqual([
      ...["PySpark", "PyData", "ObsPy", "EuroPython", "Py4J"],
    ]);
  });

  it("stands for no other words", () => {
    expect(namesIn("Pyramids, Pythagoras, COPYING, therapy, entropy, .py")).toEqual([]);
  });
});

it("mentions are counted by term and field", () => {
  const job = jobWith({
    title: "Python Developer",
    description: "Python, python and Django.",
    requirements: "Care.",
    company_description: "We like Python.",
  });
  expect(topicMentions(job, testConfig)).toEqual([
    { term: "Python", field: "title", times: 1 },
    { term: "Python", field: "description", times: 2 },
    { term: "Django", field: "description", times: 1 },
    { term: "Python", field: "company_description", times: 1 },
  ]);
});
