/** Writes the editor's page and scripts into a built site. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as words from "#words/editor.ts";
import { pages } from "../board/addresses.ts";
import type { AdminSettings, CmsBackend } from "../board/admin-settings.ts";
import { settingsElement } from "../board/admin-settings.ts";
import type { BoardConfig } from "../board/config.ts";
import { pathPrefix, publicGitHub, repositoryUrl } from "../board/config.ts";
import { contentSecurityPolicy } from "../board/content-security-policy.ts";
import { htmlLanguage } from "../board/html-language.ts";
import { escapeHtml } from "../board/post/markdown.ts";
import { scriptJson } from "../board/post/script-json.ts";
import { bundleAdmin } from "./admin-bundle.ts";

type AdminPageOptions = {
  board: BoardConfig;
  backend: CmsBackend;
  /** Path of the site's styles from its root. */
  stylesheet: string;
};

/** Writes the editor's page and scripts into the folder of a built site. */
export async function writeAdminPage(output: string, options: AdminPageOptions): Promise<void> {
  const { board, backend } = options;
  const folder = join(output, pages.admin);
  const stylesheet = withPrefix(board, options.stylesheet);
  await mkdir(folder, { recursive: true });
  if (backend.kind === "none") {
    await writeFile(join(folder, "index.html"), pageWithoutSignIn(board, stylesheet));
    return;
  }
  const { directory, names, script, style } = await bundleAdmin();
  for (const name of names) await copyFile(join(directory, name), join(folder, name));
  const settings = { board, backend, stylesheets: [stylesheet] };
  await writeFile(join(folder, "index.html"), cmsPage(settings, { script, style }));
}

/** The page that starts the editor. `script` and `style` are relative to the page. */
export function cmsPage(
  settings: AdminSettings,
  { script, style }: { script: string; style: string },
): string {
  const { board, backend } = settings;
  const { origin } = new URL(backend.kind === "local" ? backend.url : backend.apiUrl);
  return pageOf(board, {
    policy: contentSecurityPolicy("admin", [origin]),
    head: [
      `<link rel="stylesheet" href="${escapeHtml(style)}">`,
      `<noscript><link rel="stylesheet" href="${escapeHtml(settings.stylesheets[0] ?? "")}"></noscript>`,
      `<script type="application/json" id="${settingsElement}">${scriptJson(settings)}</script>`,
      `<script type="module" src="${escapeHtml(script)}"></script>`,
    ],
    body: [
      '<noscript><main id="main" class="wide prose">',
      `<h1>${words.pageTitle}</h1>`,
      ...words
        .withoutScripts(
          escapeHtml(board.contact),
          withPrefix(board, pages.howToSubmit),
          repositoryUrl(board, gitGuide(board), publicGitHub),
        )
        .map((text) => `<p>${text}</p>`),
      "</main></noscript>",
    ],
  });
}

function gitGuide({ repository }: BoardConfig): string {
  return `/blob/${repository.branch}/CONTRIBUTING.md#sending-a-post-with-git`;
}

/** The page of a board without a sign-in service. */
export function pageWithoutSignIn(board: BoardConfig, stylesheet: string): string {
  const paragraphs = words.withoutSignIn(
    withPrefix(board, pages.form),
    withPrefix(board, pages.howToSubmit),
  );
  return pageOf(board, {
    policy: contentSecurityPolicy("page"),
    head: [`<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`],
    body: [
      '<main id="main" class="wide prose">',
      `<h1>${words.pageTitle}</h1>`,
      ...paragraphs.map((text) => `<p>${text}</p>`),
      "</main>",
    ],
  });
}

function pageOf(
  board: BoardConfig,
  { policy, head, body }: { policy: string; head: string[]; body: string[] },
): string {
  return `<!doctype html>
<html ${htmlLanguage}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.pageTitle} · ${escapeHtml(board.name)}</title>
<link rel="icon" type="image/svg+xml" href="${withPrefix(board, "/favicon.svg")}">
${head.join("\n")}
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function withPrefix(board: BoardConfig, address: string): string {
  return pathPrefix(board).slice(0, -1) + address;
}
