/** Choosing whom to be, for these pages and for the site's form. */
import { html } from "hono/html";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

export type Person = { login: string; name: string | null; about: string };

/** One button a person. The form is sent to the address that it was shown at. */
export function signInPage(setting: Setting, people: readonly Person[], action: string): Html {
  return page(
    setting,
    "Who do you want to be?",
    html`<p>There are no passwords here: choose one of the people of the sandbox.</p>
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

/** The address of the program of `handOverPage`. */
export const handOverScript = "/sandbox.js";

/** Gives the token to the form that has opened this window, and to nobody else. */
export const handOverProgram = `const { dataset } = document.currentScript;
const answer = "authorization:github:success:" + dataset.answer;
addEventListener("message", ({ origin, source }) => {
  if (origin === dataset.site && source === opener) opener.postMessage(answer, dataset.site);
});
opener?.postMessage("authorizing:github", dataset.site);
`;

/**
 * The window in which somebody signs in for the form. Decap's handshake: the window speaks first, the form
 * answers, and then it is given the token.
 */
export function handOverPage(setting: Setting, token: string): Html {
  const answer = JSON.stringify({ token, provider: "github" });
  const site = new URL(setting.siteUrl).origin;
  return page(
    setting,
    "You are signed in",
    html`<p>The form goes on by itself, and this window closes.</p>
<script src="${handOverScript}" data-site="${site}" data-answer="${answer}"></script>`,
  );
}
