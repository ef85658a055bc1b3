/** Who somebody is in this browser: a cookie that only this machine is ever sent. */
import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

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

/** Where to go after signing in: on this origin, whatever the address says. */
export function returnPath(text: string | undefined, origin: string): string {
  if (!text || !URL.canParse(text, origin)) return "/";
  const url = new URL(text, origin);
  return url.origin === origin ? url.pathname + url.search : "/";
}
