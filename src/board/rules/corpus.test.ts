/**
 * Measures rules that look for wording on invented posts as people write them: `corpus.jsonl`, one post a line with
 * the sentences that matter, and what is true of it. The rules may be wrong about a few, but not about more.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatePosts } from "../../../scripts/demo-posts/generate.ts";
import { boardConfig } from "../../board.config.ts";
import { splitSections } from "../job/sections.ts";
import { agencyWording } from "./agency-wording.ts";
import { findingsOf } from "./fixtures.ts";
import { garbledText } from "./garbled-text.ts";
import { headings } from "./headings.ts";
import { honestTexts } from "./honest-texts.ts";
import { links } from "./links.ts";
import { lostLines } from "./lost-lines.ts";
import { markup } from "./markup.ts";
import type { Rule } from "./rule.ts";
import { topicNamed } from "./topic-named.ts";

/** `agency`: by a recruitment agency. `topic`: about Python, by name or by a tool of it. */
type Sample = { title: string; company: string; text: string; agency: boolean; topic: boolean };

/** The topic of the corpus, whatever this board is about. */
const topic = {
  name: "Python",
  terms: `
    Python, Django, Flask, FastAPI, NumPy, pandas, SciPy, PyTorch, TensorFlow, scikit-learn, Jupyter,
    pytest, SQLAlchemy, Plone, Odoo, Wagtail, asyncio, Cython, PySpark, MicroPython, CPython, PyPI, *Py*,
    Matplotlib, xarray, Dask, Polars, Numba, seaborn, Plotly, Bokeh, HoloViews, Astropy, statsmodels,
    scikit-image, GeoPandas, Rasterio, NetworkX, napari, librosa, spaCy, NLTK, Hugging Face, LangChain,
    Keras, JAX, XGBoost, LightGBM, MLflow, Streamlit, Qiskit, Anaconda, Celery, Snakemake, Airflow,
    Dagster, Pydantic, Zope
  `
    .trim()
    .split(/,\s+/),
};
const config = { ...boardConfig, topic };

const demoTexts = [...generatePosts({ count: 200, seed: 5, today: "2027-03-01" }, boardConfig)].map(
  ({ text }) =>
    splitSections(text.split("\n---\n")[1] ?? "", boardConfig).sections.description ?? "",
);

const lines = readFileSync(new URL("corpus.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const corpus = lines.map((line): Sample => JSON.parse(line));

/** The posts that should get advice and do not, and those that get it although they should not. */
function judge(rule: Rule, deserves: (sample: Sample) => boolean, samples: readonly Sample[]) {
  const isAdvised = ({ title, company, text: description }: Sample) =>
    findingsOf(
      rule,
      { title, company, description, requirements: "Care.", company_description: undefined },
      { config },
    ).length > 0;
  const deserving = samples.filter(deserves);
  const others = samples.filter((sample) => !deserves(sample));
  const missed = deserving.filter((sample) => !isAdvised(sample));
  const wrong = others.filter(isAdvised);
  return {
    missed: missed.map(({ text }) => text),
    wrong: wrong.map(({ text }) => text),
    missedShare: missed.length / deserving.length,
    wrongShare: wrong.length / others.length,
  };
}

/** The first was written before the rules were improved, the second before they were measured on it. */
const halves = [
  { half: "first", samples: corpus.slice(0, 111) },
  { half: "second", samples: corpus.slice(111) },
];

it("the corpus has both kinds of posts in each half", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  for (const { samples } of halves) {
    expect(samples.filter(({ agency }) => agency).length).toBeGreaterThanOrEqual(20);
    expect(samples.filter(({ topic }) => !topic).length).toBeGreaterThanOrEqual(20);
  }
});

describe.each([
  { rule: agencyWording, deserves: ({ agency }: Sample) => agency },
  { rule: topicNamed, deserves: ({ topic }: Sample) => !topic },
])("the rule $rule.name", ({ rule, deserves }) => {
  describe.each(halves)("on the $half half of the corpus", ({ samples }) => {
    const found = judge(rule, deserves, samples);

    it("gives wrong advice on at most 2% of the other posts", () => {
      expect(found.wrongShare, found.wrong.join("\n")).toBeLessThanOrEqual(0.02);
    });

    it("misses at most 5% of the posts that deserve it", () => {
      expect(found.missedShare, found.missed.join("\n")).toBeLessThanOrEqual(0.05);
    });
  });
});

describe.each([lostLines, headings, links, markup, garbledText])("the rule $name", (rule) => {
  const isAdvised = (description: string) =>
    findingsOf(rule, { description, requirements: "Care.", company_description: undefined })
      .length > 0;

  it.each([
    ["the corpus", corpus.map(({ text }) => text)],
    ["texts in many ways of writing Markdown", honestTexts],
    ["generated posts", demoTexts],
  ])("gives wrong advice on at most 2%% of %s", (_, texts) => {
    const wrong = texts.filter(isAdvised);
    expect(wrong.length / texts.length, wrong.join("\n\n")).toBeLessThanOrEqual(0.02);
  });
});
