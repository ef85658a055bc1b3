/** The page that passes the token to the editor that opened its window, by Decap's handshake. */

import * as words from "#words/sign-in.ts";
import { htmlLanguage } from "../../board/html-language.ts";
import { scriptJson } from "../../board/post/script-json.ts";

export type Outcome =
  | { token: string }
  /** Why there is no token, for the user. */
  | { failed: string };

/**
 * The page, and the policy that allows its one script. It sends messages only to the window that opened it, and
 * only while that window shows the board: the browser delivers nothing to other origins.
 */
export function handOverPage(
  outcome: Outcome,
  siteOrigin: string,
): { html: string; policy: string } {
  const message =
    "token" in outcome
      ? `authorization:github:success:${JSON.stringify({ token: outcome.token, provider: "github" })}`
      : `authorization:github:error:${JSON.stringify({ message: outcome.failed })}`;
  const text = "token" in outcome ? words.signedIn : outcome.failed;
  const program = `
    const [site, message] = ${scriptJson([siteOrigin, message])};
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== site || source !== opener || data !== "authorizing:github") return;
      opener.postMessage(message, site);
    });
    opener?.postMessage("authorizing:github", site);`;
  const nonce = crypto.randomUUID();
  return {
    html: `<!doctype html>
<html ${htmlLanguage}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
</head>
<body>
<p>${text}</p>
<script nonce="${nonce}">${program}</script>
</body>
</html>
`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}
