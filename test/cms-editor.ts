/** The editor in a browser, as people use it, with a built site and a local folder of posts. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import type { Locator, Page } from "playwright-core";
import { archivedJobPath, earlierArchivedJobPath, liveJobPath } from "../src/board/job/path.ts";
import type { Job, JobField } from "../src/board/job/schema.ts";
import { fieldNotes } from "../src/board/job/schema.ts";
import type { LocalBackend } from "../src/services/local-backend.ts";
import { startLocalBackend } from "../src/services/local-backend.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";
import { buildFolder, writeExample } from "./example-site.ts";
import type { SiteServer } from "./site-server.ts";
import { serveSite } from "./site-server.ts";

/** The time of all these tests. In the tests’ time zone it is already the next day. */
export const testNow = "2026-11-25T12:00:00Z";

/** Decap leaves a rejected promise without a reason when it refuses to save. */
export const refusedSave = [/^uncaught: (?:undefined)?$/];

/** Slugs of the initial posts. */
export const livePost = "2026-11-11-motion-control-engineer";
export const archivedPost = "2026-09-14-senior-django-developer";

const posts: Readonly<Record<string, Job>> = {
  [liveJobPath(livePost)]: {
    ...exampleJob,
    title: "Motion Control Engineer (C++ and Python)",
    contact: "Robotics hiring",
    submitted: "2026-11-11",
    submitted_by: "example-robotics",
  },
  [liveJobPath("2026-11-22-route-planning")]: {
    ...exampleJob,
    title: "Backend Engineer, Route Planning",
    submitted: "2026-11-22",
  },
  [archivedJobPath(archivedPost, "2026-09-14")]: {
    ...exampleJob,
    title: "Senior Django Developer",
    contact: "Frau Example",
    submitted: "2026-09-14",
    published: "2026-09-14",
    closed: { on: "2026-10-02", reason: "filled" },
  },
  [earlierArchivedJobPath("2025-03-10-telescope-control", "2025-06-08")]: {
    ...exampleJob,
    title: "Software Engineer, Telescope Control",
    submitted: "2025-03-10",
    published: "2025-03-10",
    closed: { on: "2025-06-08", reason: "expired" },
  },
};

/** A folder of posts, the served site built from it, and the editor’s backend for it. */
export class LocalBoard {
  readonly folder: string;
  readonly backend: LocalBackend;
  readonly server: SiteServer;
  readonly site: string;

  private constructor(folder: string, backend: LocalBackend, server: SiteServer) {
    this.folder = folder;
    this.backend = backend;
    this.server = server;
    this.site = join(folder, "_site");
  }

  static async start(): Promise<LocalBoard> {
    const folder = await mkdtemp(join(tmpdir(), "cms-"));
    await writeExample(folder, posts, exampleConfig);
    const server = await serveSite(join(folder, "_site"));
    const backend = await startLocalBackend({
      directory: join(folder, "jobs"),
      port: await getPort(),
      sitePort: Number(new URL(server.origin).port),
    });
    const board = new LocalBoard(folder, backend, server);
    try {
      await board.build();
    } catch (error) {
      await board.stop();
      throw error;
    }
    return board;
  }

  /** Builds the site from the current posts. */
  async build(): Promise<void> {
    const variables = { BOARD_NOW: testNow, CMS_BACKEND: this.backend.url };
    await buildFolder(this.folder, this.site, exampleConfig, variables);
  }

  /** The slugs of the posts in jobs/, without the archive. */
  async slugs(): Promise<string[]> {
    const names = await readdir(join(this.folder, "jobs"));
    return names.filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
  }

  /** The bytes of a live post's file. */
  async read(slug: string): Promise<Uint8Array> {
    return await readFile(join(this.folder, liveJobPath(slug)));
  }

  async stop(): Promise<void> {
    await Promise.all([this.backend.stop(), this.server.close()]);
    await rm(this.folder, { recursive: true });
  }
}

/** The form, with its parts found by their visible text. */
export class Editor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The input of a field. */
  input(field: JobField | { label: string }): Locator {
    return this.page.getByLabel(labelPattern(field));
  }

  /** A field with its label, input, hint and messages. */
  field(field: JobField | { label: string }): Locator {
    const label = this.page.locator("label").filter({ hasText: labelPattern(field) });
    return this.page.locator("[aria-label$=' field']").filter({ has: label });
  }

  /** Fills in a line of text, replacing the old one. */
  async write(field: JobField | { label: string }, text: string): Promise<void> {
    await this.input(field).click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  /** Fills in formatted text, replacing the old one. */
  async compose(field: JobField, text: string): Promise<void> {
    await this.field(field).locator("[contenteditable=true]").click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  /** Fills in Markdown, replacing the old text. */
  async composePlain(field: JobField, markdown: string): Promise<void> {
    const plain = this.field(field).getByRole("switch");
    await plain.click();
    await this.compose(field, markdown);
  }

  /** Chooses from a list by the visible text. */
  async choose(field: JobField | { label: string }, ...options: string[]): Promise<void> {
    for (const option of options) {
      await this.input(field).click();
      await this.page.keyboard.insertText(option);
      // In one step, because a click is lost if the list is redrawn between mousedown and mouseup.
      await this.page.getByRole("option", { name: option, exact: true }).dispatchEvent("click");
      await this.field(field).getByText(option, { exact: true }).last().waitFor();
    }
  }

  /** Presses the button, without waiting for the result. */
  async pressSave(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.getByRole("menuitem", { name: "Save post", exact: true }).click();
  }

  /** Saves, and waits until it is done. */
  async save(): Promise<void> {
    await this.pressSave();
    await this.page.getByText("Post saved.").waitFor();
  }

  /** Everything that Decap has stored in the browser, which it does two seconds after the last key, as one text. */
  async keptCopies(): Promise<string> {
    return await this.page.evaluate(async () => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const copies: unknown[] = [];
      for (const { name = "" } of await indexedDB.databases()) {
        const database = await answer(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          copies.push(await answer(database.transaction(store).objectStore(store).getAll()));
        }
        database.close();
      }
      return JSON.stringify(copies);
    });
  }
}

function labelPattern(field: JobField | { label: string }): RegExp {
  const label = typeof field === "string" ? fieldNotes(field).label : field.label;
  return new RegExp(`^${RegExp.escape(label)}( \\(optional\\))?\\s*$`);
}
