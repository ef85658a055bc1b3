/**
 * GitHub's pages, at GitHub's own addresses: pull requests, issues, files and workflow runs. They are plain
 * HTML, and call the API with the token of whoever is signed in.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { Hono } from "hono";
import { html } from "hono/html";
import type { Run } from "../actions/run.ts";
import type { GitHub } from "../github.ts";
import type { Client, PagesRepository } from "./client.ts";
import { connect, reasonOf, statusOf } from "./client.ts";
import type { Place } from "./files.ts";
import { editorPage, filePage, folderPage, propose, readText, splitPlace } from "./files.ts";
import { issueFormPage, issueText, readIssueForm } from "./issue-form.ts";
import { issuePage, newIssuePage } from "./issue-pages.ts";
import type { Html, Link, Setting } from "./layout.ts";
import { page } from "./layout.ts";
import { perform } from "./pull-actions.ts";
import { issueList, pullList } from "./pull-list.ts";
import { pullPage } from "./pull-page.ts";
import { runList, runPage } from "./run-pages.ts";
import type { Person } from "./sign-in.ts";
import { returnPath, Sessions, signInPage } from "./sign-in.ts";

export type { Person } from "./sign-in.ts";

export type PagesOptions = {
  github: Pick<GitHub, "origin" | "apiUrl" | "tokenFor" | "installationToken">;
  repository: PagesRepository;
  /** Links at the top of every page, such as to the site that the repository publishes. */
  links?: readonly Link[];
  /** Links on the page of a pull request, such as to a preview. */
  pullLinks?: (number: number) => readonly Link[];
  people: readonly Person[];
  runs: () => readonly Run[];
};

export type Pages = (request: Request) => Promise<Response | undefined>;

const policy = [
  ...["default-src 'none'", "style-src 'self'", "img-src data:", "form-action 'self'"],
  ...["base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

/** Returns a function that answers requests for pages. */
export function githubPages(options: PagesOptions): Pages {
  const { github, repository, links = [], pullLinks = () => [], people, runs } = options;
  const base = `/${repository.owner}/${repository.name}`;
  const sessions = new Sessions();
  const clients = new Map<string, Client>();

  const settingOf = (context: Context): Setting => {
    const { pathname, search } = new URL(context.req.url);
    return { base, links, pullLinks, login: sessions.login(context), here: pathname + search };
  };
  const clientFor = (login: string | undefined): Client => {
    const key = login ?? "";
    const known = clients.get(key);
    if (known) return known;
    // Readers must not use up the rate limit of requests without a token.
    const token = github.tokenFor(login ?? repository.owner);
    const client = connect(github.apiUrl, token, repository);
    clients.set(key, client);
    return client;
  };
  let workflows: Client | undefined;
  /** What workflows have used of the budgets of this hour. */
  const readBudgets = async () => {
    const name = repositoryName(repository);
    workflows ??= connect(github.apiUrl, github.installationToken(name, {}), repository);
    return (await workflows.rest.rateLimit.get()).data.resources;
  };
  const here = (context: Context) => {
    const setting = settingOf(context);
    return { setting, client: clientFor(setting.login) };
  };
  /** Reads a submitted form. Throws an Error if nobody is signed in. */
  const sent = async (context: Context) => {
    const { setting, client } = here(context);
    if (!setting.login) throw new Error("You must be signed in.");
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
    // Under another host name, cookies and scripts would be shared with other servers on this machine.
    const isOurs = origin === github.origin;
    const isSafe = context.req.method === "GET" || context.req.header("Origin") === origin;
    if (isOurs && isSafe) return await next();
    if (!isOurs && context.req.method === "GET") {
      return context.redirect(github.origin + pathname + search);
    }
    return context.text("This request does not come from a page of the emulator.\n", 403);
  });

  app.get("/style.css", async (context) =>
    context.body(await readFile(join(import.meta.dirname, "style.css"), "utf8"), 200, {
      "Content-Type": "text/css; charset=utf-8",
    }),
  );

  app.get("/", (context) => context.redirect(`${base}/pulls`));
  app.get(base, (context) => context.redirect(`${base}/pulls`));
  app.get("/login", (context) =>
    context.html(signInPage(settingOf(context), people, settingOf(context).here)),
  );
  // Nobody can register here, only choose an account.
  app.get("/signup", (context) => context.redirect("/login"));
  app.post("/login", async (context) => {
    const login = String((await context.req.formData()).get("login") ?? "");
    if (people.some((person) => person.login === login)) sessions.begin(context, login);
    return context.redirect(returnPath(context.req.query("return_to"), github.origin), 303);
  });

  app.get(`${base}/pulls`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await pullList(client, setting, context.req.query("q") ?? ""));
  });
  app.get(`${base}/pull/:number{[0-9]+}`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await pullPage(client, setting, numberIn(context), undefined));
  });
  app.get(`${base}/pull/:number{[0-9]+}/files`, (context) =>
    context.redirect(`${base}/pull/${numberIn(context)}#files`),
  );
  app.post(`${base}/pull/:number{[0-9]+}`, async (context) => {
    const { setting, client, field } = await sent(context);
    const number = numberIn(context);
    const input = { login: setting.login, body: field("body"), sha: field("sha") };
    try {
      await perform(client, number, field("do"), input);
    } catch (error) {
      const notice = `GitHub would reject this: ${reasonOf(error)}`;
      return context.html(await pullPage(client, setting, number, notice), 422);
    }
    return context.redirect(`${base}/pull/${number}`, 303);
  });

  app.get(`${base}/issues`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await issueList(client, setting));
  });
  app.get(`${base}/issues/new`, async (context) => {
    const { setting, client } = here(context);
    const { title = "", body = "", template, ...answers } = context.req.query();
    if (template === undefined) return context.html(newIssuePage(setting, title, body));
    const form = await readIssueForm(client, template);
    return context.html(issueFormPage(setting, form, { ...answers, ...(title && { title }) }));
  });
  app.post(`${base}/issues/new`, async (context) => {
    const { client, field } = await sent(context);
    const { rest, at } = client;
    const template = context.req.query("template");
    const body =
      template === undefined
        ? field("body")
        : issueText(await readIssueForm(client, template), field);
    const { data } = await rest.issues.create({ ...at, title: field("title"), body });
    return context.redirect(`${base}/issues/${data.number}`, 303);
  });
  app.get(`${base}/issues/:number{[0-9]+}`, async (context) => {
    const { setting, client } = here(context);
    return context.html(await issuePage(client, setting, numberIn(context)));
  });
  app.post(`${base}/issues/:number{[0-9]+}`, async (context) => {
    const { setting, client, field } = await sent(context);
    const input = { login: setting.login, body: field("body"), sha: "" };
    await perform(client, numberIn(context), field("do"), input);
    return context.redirect(setting.here, 303);
  });

  for (const what of ["new", "edit"] as const) {
    app.get(`/:owner/:name/${what}/:rest{.+}`, async (context) => {
      const { setting, client } = here(context);
      const place = await placeIn(context, client);
      const text =
        what === "edit" ? (await readText(client, place)).text : (context.req.query("value") ?? "");
      return context.html(editorPage(client, setting, place, { text }));
    });
    app.post(`/:owner/:name/${what}/:rest{.+}`, async (context) => {
      const { setting, client, field } = await sent(context);
      const place = { ...(await placeIn(context, client)), path: field("path") };
      const change = { text: field("text"), message: field("message") };
      try {
        return context.redirect(await propose(client, place, change, setting), 303);
      } catch (error) {
        const notice = `GitHub would reject this: ${reasonOf(error)}`;
        const { text } = change;
        return context.html(editorPage(client, setting, place, { text, notice }), 422);
      }
    });
  }
  app.get("/:owner/:name/blob/:rest{.+}", async (context) => {
    const { setting, client } = here(context);
    return context.html(await filePage(client, setting, await placeIn(context, client)));
  });
  app.get("/:owner/:name/tree/:rest{.+}", async (context) => {
    const { setting, client } = here(context);
    return context.html(await folderPage(client, setting, await placeIn(context, client)));
  });

  app.get(`${base}/actions`, async (context) =>
    context.html(runList(settingOf(context), runs(), await readBudgets())),
  );
  app.get(`${base}/actions/workflows/:file`, async (context) =>
    context.html(
      runList(settingOf(context), runs(), await readBudgets(), context.req.param("file")),
    ),
  );
  app.get(`${base}/actions/runs/:number{[0-9]+}`, (context) => {
    const run = runs().find(({ id }) => id === numberIn(context));
    if (!run) return context.html(notFoundPage(settingOf(context)), 404);
    return context.html(runPage(settingOf(context), run));
  });

  app.onError((error, context) => {
    const status = statusOf(error) === 404 ? 404 : 422;
    const body = html`<p class="notice" role="alert">${reasonOf(error)}</p>`;
    return context.html(page(settingOf(context), "Something went wrong", body), status);
  });
  app.notFound((context) => context.html(notFoundPage(settingOf(context)), 404));
  return async (request) => await app.fetch(request);
}

function notFoundPage(setting: Setting): Html {
  return page(
    setting,
    "Page not found",
    html`<p>The emulator does not have all of GitHub’s pages.</p>`,
  );
}

function repositoryName({ owner, name }: PagesRepository): string {
  return `${owner}/${name}`;
}

function numberIn(context: Context): number {
  return Number(context.req.param("number"));
}

async function placeIn(context: Context, client: Client): Promise<Place> {
  const parameter = (name: string) => context.req.param(name) ?? "";
  const repository = { owner: parameter("owner"), repo: parameter("name") };
  const place = await splitPlace(client, repository, parameter("rest"));
  const path = [place.path, context.req.query("filename")].filter(Boolean).join("/");
  return { ...repository, ...place, path };
}
