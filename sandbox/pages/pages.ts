/**
 * GitHub's pages for people, as far as reviewing posts and the site's links need them, at GitHub's own
 * addresses. Plain HTML; all they do they do through the stand-in's API with the token of who is signed in.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { Hono } from "hono";
import { html } from "hono/html";
import type { BoardConfig } from "../../src/board/config.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import { statusOf, wordsOf } from "../../src/services/github/errors.ts";
import type { Run } from "../actions/run.ts";
import type { GitHub as StandIn } from "../github/github.ts";
import { editorPage, propose, readText } from "./file-editor.ts";
import { filePage, folderPage } from "./file-pages.ts";
import { issueFormPage, issueText, readIssueForm } from "./issue-form.ts";
import { issuePage, newIssuePage } from "./issue-pages.ts";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";
import { perform } from "./pull-deeds.ts";
import { issueList, pullList } from "./pull-list.ts";
import { pullPage } from "./pull-page.ts";
import { runList, runPage } from "./run-pages.ts";
import { returnPath, Sessions } from "./session.ts";
import type { Person } from "./sign-in.ts";
import { signInPage } from "./sign-in.ts";

export type PagesOptions = {
  standIn: Pick<StandIn, "origin" | "apiUrl" | "tokenFor" | "installationToken">;
  repository: BoardConfig["repository"];
  /** Where the board's site is, with a slash at the end. */
  siteUrl: string;
  people: readonly Person[];
  runs: () => readonly Run[];
};

export type Pages = (request: Request) => Promise<Response | undefined>;

const policy = [
  ...["default-src 'none'", "style-src 'self'", "img-src data:", "form-action 'self'"],
  ...["base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

/** Makes the pages. `undefined` is answered for addresses that are none of theirs. */
export function sandboxPages(options: PagesOptions): Pages {
  const { standIn, repository, siteUrl, people, runs } = options;
  const board = `/${repository.owner}/${repository.name}`;
  const sessions = new Sessions();
  const clients = new Map<string, GitHub>();

  const settingOf = (context: Context): Setting => {
    const { pathname, search } = new URL(context.req.url);
    return { board, siteUrl, login: sessions.login(context), here: pathname + search };
  };
  const clientFor = (login: string | undefined): GitHub => {
    const key = login ?? "";
    const known = clients.get(key);
    if (known) return known;
    // Who only looks must not use up what the API grants to those without a token.
    const token = login
      ? standIn.tokenFor(login)
      : standIn.installationToken(repositoryName(repository), { metadata: "read" });
    const access = { apiUrl: standIn.apiUrl, serverUrl: standIn.origin, token };
    const client = connectGitHub(access, repository, { retryDelay: 1 });
    clients.set(key, client);
    return client;
  };
  const here = (context: Context) => {
    const setting = settingOf(context);
    return { setting, client: clientFor(setting.login) };
  };
  /** Who is signed in, with the form that they have sent. */
  const sent = async (context: Context) => {
    const { setting, client } = here(context);
    if (!setting.login) throw new Error("Sign in first.");
    const form = await context.req.formData();
    const field = (name: string) => String(form.get(name) ?? "");
    return { setting: { ...setting, login: setting.login }, client, field };
  };

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has("Content-Security-Policy")) {
      context.header("Content-Security-Policy", policy);
    }
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
  });
  app.use(async (context, next) => {
    const { origin, pathname, search } = new URL(context.req.url);
    // Another name for this machine would be another site, with whose scripts a browser shares everything.
    const isOurs = origin === standIn.origin;
    const isSafe = context.req.method === "GET" || context.req.header("Origin") === origin;
    if (isOurs && isSafe) return await next();
    if (!isOurs && context.req.method === "GET") {
      return context.redirect(standIn.origin + pathname + search);
    }
    return context.text("This was not sent from a page of the sandbox.\n", 403);
  });

  app.get("/sandbox.css", async (context) =>
    context.body(await readFile(join(import.meta.dirname, "style.css"), "utf8"), 200, {
      "Content-Type": "text/css; charset=utf-8",
    }),
  );

  app.get("/", (context) => context.redirect(`${board}/pulls`));
  app.get(board, (context) => context.redirect(`${board}/pulls`));
  app.get("/login", (context) =>
    context.html(signInPage(settingOf(context), people, settingOf(context).here)),
  );
  app.post("/login", async (context) => {
    const login = String((await context.req.formData()).get("login") ?? "");
    if (people.some((person) => person.login === login)) sessions.begin(context, login);
    return context.redirect(returnPath(context.req.query("return_to"), standIn.origin), 303);
  });

  app.get(`${board}/pulls`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await pullList(client, setting, context.req.query("q") ?? ""));
  });
  app.get(`${board}/pull/:number{[0-9]+}`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await pullPage(client, setting, numberIn(context), undefined));
  });
  app.get(`${board}/pull/:number{[0-9]+}/files`, (context) =>
    context.redirect(`${board}/pull/${numberIn(context)}#files`),
  );
  app.post(`${board}/pull/:number{[0-9]+}`, async (context) => {
    const { setting, client, field } = await sent(context);
    const number = numberIn(context);
    const input = { login: setting.login, body: field("body"), sha: field("sha") };
    try {
      await perform(client, number, field("do"), input);
    } catch (error) {
      const notice = `GitHub would refuse that: ${wordsOf(error)}`;
      return context.html(await pullPage(client, setting, number, notice), 422);
    }
    return context.redirect(`${board}/pull/${number}`, 303);
  });

  app.get(`${board}/issues`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await issueList(client, setting));
  });
  app.get(`${board}/issues/new`, async (context) => {
    const { setting, client } = here(context);
    const { title = "", body = "", template, ...answers } = context.req.query();
    if (template === undefined) return context.html(newIssuePage(setting, title, body));
    const form = await readIssueForm(client, template);
    return context.html(issueFormPage(setting, form, { ...answers, ...(title && { title }) }));
  });
  app.post(`${board}/issues/new`, async (context) => {
    const { client, field } = await sent(context);
    const { rest, at } = client;
    const template = context.req.query("template");
    const body =
      template === undefined
        ? field("body")
        : issueText(await readIssueForm(client, template), field);
    const { data } = await rest.issues.create({ ...at, title: field("title"), body });
    return context.redirect(`${board}/issues/${data.number}`, 303);
  });
  app.get(`${board}/issues/:number{[0-9]+}`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await issuePage(client, setting, numberIn(context)));
  });
  app.post(`${board}/issues/:number{[0-9]+}`, async (context) => {
    const { setting, client, field } = await sent(context);
    const input = { login: setting.login, body: field("body"), sha: "" };
    await perform(client, numberIn(context), field("do"), input);
    return context.redirect(setting.here, 303);
  });

  for (const what of ["new", "edit"] as const) {
    app.get(`/:owner/:name/${what}/:branch/:path{.+}?`, async (context) => {
      const { setting, client } = here(context);
      const place = placeIn(context);
      const text =
        what === "edit" ? (await readText(client, place)).text : (context.req.query("value") ?? "");
      return context.html(editorPage(setting, place, text));
    });
    app.post(`/:owner/:name/${what}/:branch/:path{.+}?`, async (context) => {
      const { setting, client, field } = await sent(context);
      const place = { ...placeIn(context), path: field("path") };
      const change = { text: field("text"), message: field("message") };
      try {
        return context.redirect(await propose(client, place, change, setting), 303);
      } catch (error) {
        const notice = `GitHub would refuse that: ${wordsOf(error)}`;
        return context.html(editorPage(setting, place, change.text, notice), 422);
      }
    });
  }
  app.get("/:owner/:name/blob/:branch/:path{.+}", async (context) => {
    const { setting, client } = here(context);
    return context.html(await filePage(client, setting, placeIn(context)));
  });
  app.get("/:owner/:name/tree/:branch/:path{.+}?", async (context) => {
    const { setting, client } = here(context);
    return context.html(await folderPage(client, setting, placeIn(context)));
  });

  app.get(`${board}/actions`, (context) =>
    context.html(runList(settingOf(context), runs(), undefined)),
  );
  app.get(`${board}/actions/workflows/:file`, (context) =>
    context.html(runList(settingOf(context), runs(), context.req.param("file"))),
  );
  app.get(`${board}/actions/runs/:number{[0-9]+}`, (context) => {
    const run = runs().find(({ id }) => id === numberIn(context));
    if (!run) return context.html(nothingHere(settingOf(context)), 404);
    return context.html(runPage(settingOf(context), run));
  });

  app.onError((error, context) => {
    const status = statusOf(error) === 404 ? 404 : 422;
    const body = html`<p class="notice" role="alert">${wordsOf(error)}</p>`;
    return context.html(page(settingOf(context), "That did not work", body), status);
  });
  app.notFound((context) => context.html(nothingHere(settingOf(context)), 404));
  return async (request) => await app.fetch(request);
}

function nothingHere(setting: Setting): Html {
  return page(
    setting,
    "Nothing here",
    html`<p>The sandbox has only the pages of GitHub that a job board needs, and this is none of them.</p>`,
  );
}

function repositoryName({ owner, name }: BoardConfig["repository"]): string {
  return `${owner}/${name}`;
}

function numberIn(context: Context): number {
  return Number(context.req.param("number"));
}

function placeIn(context: Context) {
  const parameter = (name: string) => context.req.param(name) ?? "";
  const filename = context.req.query("filename");
  const path = [parameter("path"), filename].filter(Boolean).join("/");
  return {
    owner: parameter("owner"),
    repo: parameter("name"),
    branch: parameter("branch"),
    path,
  };
}
