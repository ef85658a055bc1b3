/**
 * GitHub's issue forms. The answers become Markdown with a heading for each question.
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
import { html } from "hono/html";
import { load } from "js-yaml";
import type { Client } from "./client.ts";
import { readText } from "./files.ts";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

type Part = {
  type: string;
  id?: string;
  attributes: { label?: string; description?: string; options?: string[]; value?: string };
  validations?: { required?: boolean };
};

export type IssueForm = { name: string; description: string; title?: string; body: Part[] };

/** Reads a form from the default branch. Throws an Error if it does not exist. */
export async function readIssueForm(client: Client, template: string): Promise<IssueForm> {
  const { at, branch } = client;
  const path = `.github/ISSUE_TEMPLATE/${template}`;
  const { text } = await readText(client, { owner: at.owner, repo: at.repo, branch, path });
  return load(text) as IssueForm;
}

/** The form, prefilled with the values of its address. */
export function issueFormPage(
  setting: Setting,
  form: IssueForm,
  given: Readonly<Record<string, string>>,
): Html {
  return page(
    setting,
    form.name,
    html`<p>${form.description}</p>
<form method="post">
<p><label for="title">Title</label>
<input type="text" id="title" name="title" value="${given.title ?? form.title ?? ""}" required></p>
${form.body.map((part) => control(part, given[part.id ?? ""] ?? ""))}
${setting.login ? html`<button class="main">Create issue</button>` : html`<p>Sign in to create an issue.</p>`}
</form>`,
  );
}

function control({ type, id = "", attributes, validations }: Part, value: string) {
  if (type === "markdown") return html`<p>${attributes.value}</p>`;
  const needed = validations?.required ? "required" : "";
  return html`<p><label for="${id}">${attributes.label}</label>
${attributes.description ?? ""}
${input()}</p>`;

  function input() {
    if (type === "dropdown") {
      const options = (attributes.options ?? []).map(
        (option) => html`<option ${option === value ? "selected" : ""}>${option}</option>`,
      );
      return html`<select id="${id}" name="${id}" ${needed}><option value="">None</option>${options}</select>`;
    }
    return type === "textarea"
      ? html`<textarea id="${id}" name="${id}" rows="4" ${needed}>${"\n"}${value}</textarea>`
      : html`<input type="text" id="${id}" name="${id}" value="${value}" ${needed}>`;
  }
}

/** The body of the issue, as GitHub writes it from the answers. */
export function issueText({ body }: IssueForm, answer: (id: string) => string): string {
  return body
    .flatMap(({ id, attributes }) =>
      id ? `### ${attributes.label}\n\n${answer(id).trim() || "_No response_"}` : [],
    )
    .join("\n\n");
}
