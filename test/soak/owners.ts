/** Simulates owners of posts, who send, edit, close, and renew them, and respond to reviews; also spammers and readers. */
import type { SentPost } from "../../bench/review/posts.ts";
import { changePost } from "../../bench/review/posts.ts";
import { Random } from "../../scripts/demo-posts/random.ts";
import type { Job } from "../../src/board/job/schema.ts";
import type { Quality } from "./cast.ts";
import type { Case } from "./ledger.ts";
import type { OwnerRequest, Submission } from "./records.ts";
import { dayAt } from "./soak-board.ts";
import type { World } from "./world.ts";
import { minute } from "./world.ts";

const hour = 60 * minute;

/** The number of people who send posts. Some send several, and some posts come from a reviewer. */
const senders = 400;

/** After so many corrections that did not help, authors give up. */
const mostTries = 5;

export class Owners {
  readonly #world: World;
  readonly #seed: number;
  /** The end of the simulation. Nothing is scheduled after it. */
  readonly #end: number;
  readonly #reacted = new Set<string>();
  /** How often each author has tried to correct a post. */
  readonly #tries = new Map<number, number>();
  #count = 0;

  constructor(world: World, { seed, end }: { seed: number; end: number }) {
    this.#world = world;
    this.#seed = seed;
    this.#end = end;
    world.onNews = (about) => this.#react(about);
  }

  /** Schedules a submission. Most are good, some have errors, are drafts, or contain other files. */
  send(moment: number): void {
    const random = this.#next();
    const owner = random.chance(0.01) ? "rita" : `owner-${random.int(1, senders)}`;
    const quality = random.weighted<Quality>([
      ["good", 80],
      ["incomplete", 12],
      ["unwanted", 8],
    ]);
    const form = random.weighted([
      ["whole", 84],
      ["wrong", 9],
      ["draft", 3],
      ["more", 2],
      ["foreign", 2],
    ] as const);
    this.#at(moment, owner, async () => {
      const post = this.#world.newPost(owner);
      if (form === "foreign") return await this.#sendNoPost(owner, post);
      const text = form === "wrong" ? withError(post.text) : post.text;
      const more = form === "more" ? { "README.md": "Mine.\n" } : {};
      const number = await this.#world.people.send(owner, post, {
        files: { [post.path]: text, ...more },
        draft: form === "draft",
      });
      const branch = `cms/${post.slug}`;
      this.#note(number, { owner, post, kind: "new", quality, branch, text });
      if (form === "draft") this.#finishDraft(number, owner, random);
      this.#talk(number, owner, random);
    });
  }

  /** Schedules a spam submission. */
  sendSpam(moment: number): void {
    const random = this.#next();
    const owner = `spammer-${random.int(1, 20)}`;
    this.#at(moment, owner, async () => {
      const post = this.#world.newPost(owner);
      const text = random.chance(0.3) ? withError(post.text) : post.text;
      const files = random.chance(0.1) ? { "spam.md": "Buy!\n" } : {};
      const number = await this.#world.people.send(owner, post, {
        files: { [post.path]: text, ...files },
      });
      const branch = `cms/${post.slug}`;
      this.#note(number, { owner, post, kind: "new", quality: "unwanted", branch, text });
    });
  }

  /** Schedules a push to a submission's branch. */
  pushAt(moment: number, number: number): void {
    const submission = this.#world.submissions.get(number);
    if (submission) this.#at(moment, submission.owner, () => this.#push(number, submission, {}));
  }

  async #sendNoPost(owner: string, post: SentPost): Promise<void> {
    const number = await this.#world.people.send(owner, post, {
      files: { "docs/notes.md": `${post.slug}\n` },
    });
    const branch = `cms/${post.slug}`;
    this.#note(number, { owner, post, kind: "foreign", quality: "unwanted", branch, text: null });
  }

  #finishDraft(number: number, owner: string, random: Random): void {
    this.#at(this.#world.now + random.int(2, 40) * hour, owner, async () => {
      const { board } = this.#world.played;
      await board.github.setDraft(board.repository, number, false);
    });
  }

  /** Some authors comment, and some people use commands that only reviewers may use. */
  #talk(number: number, owner: string, random: Random): void {
    const words = random.weighted([
      [undefined, 88],
      ["When will this be on the board?", 6],
      ["/approve", 3],
      ["/claim", 3],
    ] as const);
    if (words === undefined) return;
    const by = words.startsWith("/") && random.chance(0.5) ? "stranger" : owner;
    this.#at(this.#world.now + random.int(1, 40) * hour, by, async () => {
      await this.#world.people.comment(by, number, words);
    });
  }

  #note(number: number, submission: Omit<Submission, "approvals">): void {
    this.#world.submissions.set(number, { ...submission, approvals: [] });
  }

  /** Responds once to each state of a pull request. */
  #react(about: Case): void {
    const { number, labels, head, state, endings } = about;
    const submission = this.#world.submissions.get(number);
    if (!submission || submission.kind === "foreign") return;
    const mood = moods.find((each) => labels.includes(each));
    const key = [number, mood, head, state, endings.length].join(" ");
    if (!mood || this.#reacted.has(key)) return;
    this.#reacted.add(key);
    const random = new Random(Math.imul(this.#seed + number, 2654435761) + endings.length);
    switch (mood) {
      case "invalid":
      case "changes requested":
        if (state === "open") this.#improve(about, submission, random);
        return;
      case "rejected":
        if (state === "closed" && submission.quality !== "unwanted") {
          this.#tryAgain(number, submission, random);
        }
        return;
      case "approved":
        if (state === "merged" && submission.kind === "new") this.#live(submission, random);
    }
  }

  #improve({ number }: Case, submission: Submission, random: Random): void {
    const { owner } = submission;
    const later = this.#world.now + random.int(1, 60) * hour;
    const choice = random.weighted([
      ["fix", 72],
      ["ask", 8],
      ["withdraw", 10],
      ["forget", 10],
    ] as const);
    const tries = (this.#tries.get(number) ?? 0) + 1;
    this.#tries.set(number, tries);
    const what = tries > mostTries ? "withdraw" : choice;
    if (what === "forget" || submission.quality === "unwanted") return;
    if (what === "withdraw") {
      this.#at(later, owner, () => this.#world.people.setOpen(owner, number, false));
      return;
    }
    if (what === "ask") {
      this.#at(later, owner, async () => {
        await this.#world.people.comment(owner, number, "What exactly is missing?");
      });
    }
    this.#at(later + hour, owner, () => this.#push(number, submission, {}));
  }

  async #push(number: number, submission: Submission, changes: Partial<Job>): Promise<void> {
    const { owner, post, branch, kind } = submission;
    if (this.#world.ledger.cases.get(number)?.state === "merged" || kind === "deletion") return;
    const description = `${post.job.description}\n\nWe answer every application within ${this.#next().int(2, 9)} days.`;
    const improved = changePost(post, { description, ...changes }, this.#world.config);
    await this.#world.people.push(owner, improved, branch);
    Object.assign(submission, { post: improved, text: improved.text });
    if (submission.quality === "incomplete") submission.quality = "good";
  }

  #tryAgain(number: number, submission: Submission, random: Random): void {
    if (!random.chance(0.2)) return;
    const { owner } = submission;
    const later = this.#world.now + random.int(2, 30) * hour;
    this.#at(later, owner, async () => {
      await this.#push(number, submission, {});
      const comment = await this.#world.people.comment(owner, number, "/reopen");
      const at = this.#world.now;
      this.#world.commands.push({ number, comment, by: owner, meaning: "reopen", at });
    });
  }

  /** Schedules what happens to a published post. */
  #live({ owner, post }: Submission, random: Random): void {
    const { now } = this.#world;
    const after = (from: number, to: number) => now + random.int(from * 24, to * 24) * hour;
    if (random.chance(0.12)) this.#edit(after(1, 20), { owner, post }, random);
    if (random.chance(0.05)) this.#complain(after(1, 60), post, random);
    const end = random.weighted([
      ["filled", 22],
      ["closing", 7],
      ["deletion", 5],
      ["remove", 3],
      ["renew", 12],
      ["stays", 51],
    ] as const);
    switch (end) {
      case "filled":
      case "remove":
        this.#ask(after(3, 70), { by: owner, type: end, post, isOwn: true });
        if (random.chance(0.2)) this.#ask(after(1, 3), { ...thief, type: end, post });
        return;
      case "renew":
        this.#ask(after(84, 88), { by: owner, type: "renew", post, isOwn: true });
        return;
      case "closing":
      case "deletion":
        this.#close(after(3, 70), end, { owner, post });
    }
  }

  #edit(moment: number, own: { owner: string; post: SentPost }, random: Random): void {
    const { owner, post } = own;
    const salary = `Edited ${random.int(1, 999)}`;
    const edit = (branch: string, words: string) => async () => {
      if (!this.#isListed(post)) return;
      const description = `${post.job.description}\n\n${words}`;
      const edited = changePost(post, { description }, this.#world.config);
      const number = await this.#world.people.send(owner, edited, { branch });
      const { text } = edited;
      this.#note(number, { owner, post: edited, kind: "edit", quality: "good", branch, text });
    };
    const branch = `edit/${post.slug}-${random.int(1, 1e6)}`;
    this.#at(moment, owner, edit(branch, salary));
    // Both edits change the same lines, so the one that is merged later conflicts.
    if (random.chance(0.2)) this.#at(moment + hour, owner, edit(`${branch}-2`, `${salary} again`));
  }

  #close(
    moment: number,
    kind: "closing" | "deletion",
    { owner, post }: { owner: string; post: SentPost },
  ): void {
    this.#at(moment, owner, async () => {
      const { people, config, now } = this.#world;
      if (!this.#isListed(post)) return;
      const closed = { on: dayAt(now), reason: "filled" } as const;
      const text = kind === "deletion" ? null : changePost(post, { closed }, config).text;
      const branch = `close/${post.slug}-${this.#next().int(1, 1e6)}`;
      const number = await people.send(owner, post, { branch, files: { [post.path]: text } });
      this.#note(number, { owner, post, kind, quality: "good", branch, text });
    });
  }

  #ask(moment: number, request: Omit<OwnerRequest, "at">): void {
    this.#at(moment, request.by, async () => {
      const { people, requests, now } = this.#world;
      if (!this.#isListed(request.post)) return;
      const number = await people.request(request.by, request.post, request.type);
      requests.set(number, { ...request, at: now });
    });
  }

  #complain(moment: number, post: SentPost, random: Random): void {
    const by = `reader-${random.int(1, 50)}`;
    this.#at(moment, by, async () => {
      const number = await this.#world.people.complain(by, post, "The link is dead.");
      const request = { by, type: "correct", post, isOwn: false } as const;
      this.#world.requests.set(number, { ...request, at: this.#world.now });
      this.#at(this.#world.now + 60 * hour, "rita", () =>
        this.#world.people.setOpen("rita", number, false),
      );
    });
  }

  /** Owners can see on the board whether a post is still open. */
  #isListed({ path }: SentPost): boolean {
    return this.#world.onBoard.get(path)?.includes("closed:") === false;
  }

  #at(moment: number, login: string, act: () => Promise<void>): void {
    if (moment < this.#end) this.#world.at(moment, login, act);
  }

  #next(): Random {
    this.#count += 1;
    return new Random(Math.imul(this.#seed, 31337) + this.#count);
  }
}

/** Labels that owners respond to. */
const moods = ["invalid", "changes requested", "rejected", "approved"];

/** Requests changes to other people's posts. */
const thief = { by: "thief", isOwn: false } as const;

/** Makes a post's text invalid. */
function withError(text: string): string {
  return text.replace(/^category: .*$/m, "category: sorcery");
}
