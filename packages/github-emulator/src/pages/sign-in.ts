/** Choosing whom to be, for these pages. */
import { html } from "hono/html";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

export type Person = { login: string; name: string | null; about: string };

/** One button a person. The form is sent to the address that it was shown at. */
export function signInPage(setting: Setting, people: readonly Person[], action: string): Html {
  return page(
    setting,
    "Who do you want to be?",
    html`<p>There are no passwords here. Choose an account.</p>
<form method="post" action="${action}">
<ul class="list">
${people.map(
  ({ login, name, about }) =>
    html`<li><button name="login" value="${login}">${name ? `${name} (${login})` : login}</button> ${about}</li>`,
)}
</ul>
</form>`,
  );
}
