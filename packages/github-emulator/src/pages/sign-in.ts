/** Signing in to the pages: choosing an account, which a cookie then remembers. */
import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

export type Person = { login: string; name: string | null; about: string };

/** A form with one button per account. */
export function signInPage(setting: Setting, people: readonly Person[], action: string): Html {
  return page(
    setting,
    "Sign in",
    html`<p>Choose an account. No password is needed.</p>
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

const cookie = "emulator";

export class Sessions {
  readonly #logins = new Map<string, string>();

  login(context: Context): string | undefined {
    return this.#logins.get(getCookie(context, cookie) ?? "");
  }

  begin(context: Context, login: string): void {
    const id = randomBytes(18).toString("hex");
    this.#logins.set(id, login);
    setCookie(context, cookie, id, { httpOnly: true, sameSite: "Lax", path: "/" });
  }
}

/** Where to go after signing in: never to another origin. */
export function returnPath(text: string | undefined, origin: string): string {
  if (!text || !URL.canParse(text, origin)) return "/";
  const url = new URL(text, origin);
  return url.origin === origin ? url.pathname + url.search : "/";
}
