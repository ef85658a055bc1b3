import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What our own code made of a stranger’s text: rendered Markdown, escaped JSON. Nothing else may be `safe`. */
const madeSafe = /^(?:post\.(?:description|requirements|company)Html|jobPosting)$/;

/** Known ways in which a stranger’s text becomes markup in templates. */
const dangers: [name: string, pattern: RegExp][] = [
  ["a filter that makes markup of text", /\|\s*(?:urlize|striptags|nl2br|forceescape)\b/],
  ["escaping switched off", /\{%-?\s*autoescape\b/],
  ["an attribute without quotes", /\s[\w-]+=(?:\{\{|\{%|[^\s"'>{%=]*\{\{)/],
  ["an attribute in single quotes", /\s[\w-]+='[^']*\{\{/],
  [
    "text inside a script or a style",
    /<(script|style)\b(?![^>]*type="application\/ld\+json")[^>]*>[^<]/,
  ],
  ["a handler of events", /\son\w+=/i],
  ["a style of its own", /\sstyle=/i],
];

function dangersIn(template: string): string[] {
  const unsafe = [...template.matchAll(/\{\{-?\s*([^}]*?)\s*\|\s*safe\b/g)]
    .map(([, expression = ""]) => expression)
    .filter((expression) => !madeSafe.test(expression))
    .map((expression) => `“${expression}” taken for safe`);
  const prose = [...template.matchAll(/\{\{((?:(?!\}\}).)*?)\|\s*(?:prose|phrase)\b/gs)]
    .map(([, expression = ""]) => expression.trim())
    .filter((expression) => !/^\(?(?:t|words)\./.test(expression) || /\bpost\b/.test(expression))
    .map((expression) => `“${expression}” rendered as Markdown of the board’s own`);
  // Within double quotes an equals sign is text, as in `content="0; url={{ address }}"`.
  const unquoted = template.replace(/="[^"]*(?:\{\{)[^"]*"/g, '=""');
  return [
    ...unsafe,
    ...prose,
    ...dangers.filter(([, pattern]) => pattern.test(unquoted)).map(([name]) => name),
  ];
}

describe("a template", () => {
  it("has no way for a stranger’s text to become markup", async () => {
    const found: string[] = [];
    let templates = 0;
    for await (const file of glob("src/site/**/*.njk")) {
      templates++;
      for (const danger of dangersIn(await readFile(join(file), "utf8")))
        found.push(`${file}: ${danger}`);
    }
    expect(templates).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it.each([
    "{{ post.job.title | safe }}",
    "{{ post.descriptionHtml | striptags | safe }}",
    "{{ x | urlize }}",
    "{{ title }} {{ post.excerpt | prose }}",
    "{{ t.approved(post.job.title) | phrase }}",
    "{% autoescape false %}",
    "<a href={{ x }}>",
    "<a title='{{ x }}'>",
    "<a class=x-{{ y }}>",
    "<script>var x = '{{ y }}'</script>",
    "<style>a{}</style>",
    '<a onclick="x">',
    '<p style="color: red">',
  ])("fails this check with %s", (template) => expect(dangersIn(template)).not.toEqual([]));
});
