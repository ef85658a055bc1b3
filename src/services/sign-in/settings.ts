/** Which settings the sign-in service needs, and what is missing. */

import { signInSettings as words } from "#words/terminal-errors.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Environment } from "../environment.ts";
import type { SignInSettings } from "./handler.ts";

/** Settings of the sign-in service. Throws an Error that says what is missing. */
export function signInSettings(
  config: BoardConfig,
  { github, settings, signInApp }: Pick<Environment, "github" | "settings" | "signInApp">,
): SignInSettings {
  const { url, signInUrl } = { ...config, ...settings };
  const missing = [...(signInUrl ? [] : [words.url]), ...(signInApp ? [] : [words.app])];
  if (!signInUrl || !signInApp) {
    throw new Error(words.missing(missing));
  }
  return {
    ...signInApp,
    url: signInUrl,
    siteOrigin: new URL(url).origin,
    serverUrl: github.serverUrl,
  };
}
