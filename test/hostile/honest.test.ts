import { describe, expect, it } from "vitest";
import { readJobFile, writeJobFile } from "../../src/board/job/file.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { slugFor } from "../../src/board/job/slug.ts";
import { checkSources } from "../../src/board/listing/read-board.ts";
import { renderMarkdown } from "../../src/board/post/markdown.ts";
import { exampleConfig, exampleJob, exampleNow } from "../example-job.ts";
import { file, readJob, textOf, withText } from "./job-text.ts";

/** Writes a post, reads it back, and checks it with every rule that can reject it. */
function expectToPass(job: Job): Job {
  const written = writeJobFile(file, job, exampleConfig);
  if (!written.ok) throw new Error(written.problems.map(({ message }) => message).join(" "));
  const source = { file, content: new TextEncoder().encode(written.text) };
  const { sound, problems } = checkSources([source], exampleConfig, exampleNow);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(sound[0]?.job).toEqual(job);
  return job;
}

describe("the fields of an honest post", () => {
  it.each([
    { title: "C++ and Python Engineer" },
    { title: "C# / F# / .NET and Python" },
    { title: "#1 Python team: join us" },
    { title: "Engineer: data, tests & {templates}" },
    { title: "Jinja {{ developer }} for {% raw %} templates" },
    { title: "Python – “senior”, 100 % remote (f/m/d) * & % @ ! | > ` ~" },
    { title: "- Developer" },
    { title: "yes" },
    { title: "null" },
    { title: "3.14" },
    { title: "2026-11-20" },
    { title: "1e3" },
    { title: "<Developer>" },
    { title: "'Quoted' \"twice\"" },
    { title: "--- Developer" },
    { title: "Developer 👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿" },
    { title: "مهندس برمجيات (Python)" },
    { title: "توسعه‌دهندهٔ پایتون" },
    { title: "पायथन डेवलपर" },
    { title: "Python 后端开发工程师" },
    { company: "AT&T" },
    { company: "O'Reilly & Søns" },
    { company: "Yahoo!" },
    { company: "Toys “R” Us" },
    { company: "@properties" },
    { company: "%Arabica" },
    { company: "*asterisk" },
    { company: "&pizza" },
    { company: "[ comma ]" },
    { company: "constructor" },
    { company: "__proto__" },
    { company: "Ernst & Young <Data>" },
    { company: "株式会社サンプル" },
    { city: "’s-Hertogenbosch" },
    { city: "Saint-Louis-du-Ha! Ha!" },
    { city: "Å" },
    { city: "Y" },
    { city: "القاهرة" },
    { contact: "Dr. O’Neill, “HR”" },
    { other_job_type: "R&D: €" },
  ])("are read back unchanged: %o", (changes) => {
    const job = expectToPass({ ...exampleJob, ...changes });
    expect(slugFor(job)).toMatch(/^2026-11-20-[a-z0-9-]+$/);
  });
});

const templates = `Our charts look like this:

\`\`\`yaml
replicas: {{ .Values.replicas | default 2 }}
name: {{ include "supplier.fullname" . }}
\`\`\`

and our Jinja like \`{% for x in xs %}{{ x }}{% endfor %}\`, {{ sometimes }} in the middle of {# words #}.
ERB <%= too %>, \${shell} and #{ruby}.`;

describe("the text of an honest post", () => {
  it.each([
    ["template code", templates],
    ["rules between paragraphs", "One.\n\n---\n\nTwo.\n\n***\n\nThree."],
    ["a rule at its very beginning", "---\n\nOne."],
    [
      "what looks like fields",
      "title: not mine\ncompany: nor mine\n\n---\ntitle: again\n---\n\npermalink: /x/",
    ],
    ["what looks like YAML that is refused", "&anchor *alias !!tag <<: {a: b}\n\n- {a: 1}\n- [b]"],
    ["headings of its own", "# One\n\n## Two\n\n### Three\n\nSetext\n======\n\nMore\n----"],
    [
      "the board’s headings in code and quotes",
      "```\n## Requirements\n```\n\n> ## About the company\n\nText",
    ],
    [
      "C++",
      "```cpp\nstd::vector<Pose> v; // a < b && c > d\n#include <vector>\n```\n\nstd::map<int, T>&",
    ],
    [
      "prices and signs",
      "€ 5.000 – 6.000 £ ¥ ₹ | AT&T | 100 % | a_b_c | 2 * 3 * 4 | ~approx~ | C:\\path",
    ],
    ["a table", "| a | b |\n|:--|--:|\n| `x` | 1 |"],
    ["a list with numbers", "1. One\n2. Two\n   - Three\n\n42. Answer"],
    ["Arabic", "نبحث عن مهندس أو مهندسة برمجيات بخبرة في لغة Python.\n\n- `pytest` قبل النشر"],
    ["Persian with joiners", "ما به‌دنبال توسعه‌دهنده‌ای هستیم که می‌خواهد بنویسد."],
    ["Hindi", "हमें अनुभवी डेवलपर की तलाश है। क्‍ष"],
    ["Chinese", "青禾数据为农业合作社提供行情、天气与病虫害预警服务。\n\n1. 三年以上经验"],
    ["emoji", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇨🇭 👋🏽 ❤️ 1️⃣"],
    ["hard breaks", "One\\\nTwo"],
    ["a reference", "[handbook][h]\n\n[h]: https://example.com/handbook"],
    ["indented code at its beginning", "    code first\n\nthen words"],
    ["tabs", "a\tb\n\n\tcode"],
  ])("is read back unchanged: %s", (_, description) => {
    expectToPass({ ...exampleJob, description });
    expectToPass({ ...exampleJob, requirements: description });
    expectToPass({ ...exampleJob, company_description: description });
    expect(readJob(withText(description)).description).toBe(description);
  });

  it("shows template code as it is", () => {
    const shown = textOf(renderMarkdown(templates));
    for (const code of [
      '{{ include "supplier.fullname" . }}',
      "{% for x in xs %}",
      "{{ sometimes }}",
      "<%= too %>",
    ]) {
      expect(shown).toContain(code);
    }
  });

  it("may be written on Windows", () => {
    const text = withText("One.\n\n---\n\n```\ncode\n```\n\nTwo.").replaceAll("\n", "\r\n");
    expect(readJob(text).description).toBe("One.\n\n---\n\n```\ncode\n```\n\nTwo.");
  });

  it("may have no line break at its end, or many", () => {
    const text = withText("One.");
    expect(readJob(text.trimEnd())).toEqual(readJob(text));
    expect(readJob(`${text}\n\n\n`)).toEqual(readJob(text));
  });

  it("may be as long as the schema allows, in any script", () => {
    const words = (word: string, length: number) => word.repeat(length / word.length).trim();
    expectToPass({
      ...exampleJob,
      description: words("fish ", 30_000),
      requirements: words("fish ", 30_000),
    });
    expectToPass({ ...exampleJob, description: words("开发", 15_000) });
    const result = readJobFile(file, withText(words("fish ", 30_010)), exampleConfig);
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(["description"]);
  });
});
