/** Which settings the sign-in service needs, and what is missing. */
import type { BoardConfig } from "../../board/config.ts";
import type { Environment } from "../environment.ts";
import type { SignInSettings } from "./handler.ts";

/** Settings of the sign-in service. Throws an Error that says what is missing. */
export function signInSettings(
  config: BoardConfig,
  { github, settings, signInApp }: Pick<Environment, "github" | "settings" | "signInApp">,
): SignInSettings {
  const { url, signInUrl } = { ...config, ...settings };
  const missing = [
    ...(signInUrl ? [] : ["signInUrl in src/board.config.ts, or SIGN_IN_URL"]),
    ...(signInApp ? [] : ["SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET"]),
  ];
  if (!signInUrl || !signInApp) {
    throw new Error(`Signing in needs ${missing.join(", and ")}. See docs/launching.md.`);
  }
  return {
    ...signInApp,
    url: signInUrl,
    siteOrigin: new URL(url).origin,
    serverUrl: github.serverUrl,
  };
}
