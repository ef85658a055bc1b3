import { describe, expect, it } from "vitest";
import { exampleConfig } from "../../test/example-job.ts";
import { cmsPage, pageWithoutSignIn } from "./admin-page.ts";

const programs = { script: "cms-ABC.js", style: "style-ABC.css" };
const local = { kind: "local", url: "http://127.0.0.1:8081/api/v1" } as const;
const github = {
  kind: "github",
  signInUrl: "https://sign-in.example.org/auth",
  apiUrl: "https://api.github.com",
} as const;

function page(board = exampleConfig, backend: typeof local | typeof github = local) {
  return cmsPage({ board, backend, stylesheets: ["/assets/board.css"] }, programs);
}

describe("the page of the CMS", () => {
  it("passes the board, its backend and its styles to the CMS", () => {
    const settings = /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(page());
    expect(JSON.parse(settings?.[1] ?? "")).toEqual({
      board: exampleConfig,
      backend: local,
      stylesheets: ["/assets/board.css"],
    });
  });

  it("is not broken by any text in the settings", () => {
    const text = page({ ...exampleConfig, name: 'A & B "</script><script>alert(1)</script>' });
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("<title>Post a job · A &amp; B &quot;&lt;/script&gt;");
  });

  it("may send requests to a local backend only if there is one", () => {
    expect(page()).toMatch(/connect-src [^;]*http:\/\/127\.0\.0\.1:8081/);
    expect(page(exampleConfig, github)).not.toContain("127.0.0.1");
  });

  it("has the site’s icon, so that browsers do not look for another", () => {
    const config = { ...exampleConfig, url: "https://example.org/board/" };
    const icon = '<link rel="icon" type="image/svg+xml" href="/board/favicon.svg">';
    expect(page(config)).toContain(icon);
    expect(pageWithoutSignIn(config, "/assets/board.css")).toContain(icon);
  });

  it("says what to do without JavaScript, in the look of the site", () => {
    const config = { ...exampleConfig, url: "https://example.org/board/" };
    const [, head = "", body = ""] =
      /<noscript>(.*?)<\/noscript>.*<noscript>(.*?)<\/noscript>/s.exec(page(config)) ?? [];
    expect(head).toBe('<link rel="stylesheet" href="/assets/board.css">');
    expect(body).toContain("<h1>Post a job</h1>");
    expect(body).toContain(`href="mailto:${config.contact}"`);
    expect(body).toContain('href="/board/jobs/how-to-submit/"');
    expect(body).toContain("/blob/main/CONTRIBUTING.md#sending-a-post-with-git");
  });

  it("is hidden from search engines", () => {
    expect(page()).toContain('<meta name="robots" content="noindex">');
    expect(pageWithoutSignIn(exampleConfig, "/assets/board.css")).toContain("noindex");
  });
});

describe("the page of a board where nobody can sign in", () => {
  const config = { ...exampleConfig, url: "https://example.org/board/" };
  const text = pageWithoutSignIn(config, "/board/assets/board.css");

  it("links to the other ways of sending a post, also on a project site", () => {
    expect(text).toContain('href="/board/jobs/how-to-submit/"');
  });

  it("runs no script and needs none of the CMS’s permissions", () => {
    expect(text).not.toContain("<script");
    expect(text).not.toContain("unsafe-eval");
  });
});
