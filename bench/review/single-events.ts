/** Each kind of event alone, on a board at rest: what it costs, and how soon it is answered. */
import { sweepWorkflow } from "../../src/board/maintenance/heartbeat.ts";
import type { Measured } from "./budgets.ts";
import type { Usage } from "./played-board.ts";
import { changePost, postOf, type SentPost } from "./posts.ts";
import type { Play } from "./waiting-board.ts";

const reviewer = "rita";
/** Milliseconds between the end of one event and the next. */
const apart = 600_000;

/** Plays the events one after another. The board has to be at rest. */
export async function measureSingleEvents(play: Play): Promise<Measured[]> {
  const { played, people } = play;
  const { config } = played.board;
  const measured: Measured[] = [];

  const measure = async (event: Measured["event"], act: () => Promise<number>): Promise<number> => {
    const before = { ...played.usage };
    const at = played.timeline.now + apart;
    let number = 0;
    played.happens(at, event, async () => {
      number = await act();
      return { number };
    });
    await played.play();
    const [happening] = played.happenings.splice(0);
    // Without any job, it ends at once.
    const end = happening?.answered ?? Math.max(at, played.lastEnd);
    const usage = difference(played.usage, before);
    measured.push({ event, ...usage, seconds: (end - at) / 1000 });
    return number;
  };
  const send = async (login: string, post: SentPost): Promise<number> => {
    const pull = await measure("new submission", () => people.send(login, post));
    // It counts once.
    if (measured.filter(({ event }) => event === "new submission").length > 1) measured.pop();
    return pull;
  };
  const says = (event: Measured["event"], pull: number, body: string, login = reviewer) =>
    measure(event, async () => {
      await people.comment(login, pull, body);
      return pull;
    });

  await measure("quiet sweep", () => {
    played.board.runner.schedule(sweepWorkflow);
    return Promise.resolve(0);
  });

  const author = "author";
  const post = play.newPost(author);
  const pull = await send(author, post);
  await says("/claim", pull, "/claim");
  await says("/release", pull, "/release");
  const description = `${post.job.description}\n\nWe answer every application.`;
  await measure("author’s push", async () => {
    await people.push(author, changePost(post, { description }, config));
    return pull;
  });
  await says("/approve", pull, "/approve");
  if (!(await people.isMerged(reviewer, pull))) throw new Error(`#${pull} was not merged.`);
  await measure("owner’s request", () => people.request(author, post, "filled"));

  await says("/reject", await send(author, play.newPost(author)), "/reject spam");
  const unclear = await send(author, play.newPost(author));
  await says("/request-changes", unclear, "/request-changes incomplete Please add a range.");
  const refused = await send(author, play.newPost(author));
  await measure("changes by button", async () => {
    await people.review(reviewer, refused, "REQUEST_CHANGES", "Please name the place.");
    return refused;
  });
  const approved = await send(author, play.newPost(author));
  await measure("approval by button", async () => {
    await people.review(reviewer, approved, "APPROVE");
    return approved;
  });
  // Last, because the next run about the same pull request sends the mail about it.
  const commented = await send(author, play.newPost(author));
  await says("ignored comment", commented, "Looks like a good place to work.", "stranger");
  const other = "other-author";
  const duplicate = postOf(
    { ...post.job, submitted_by: other, title: `${post.job.title} (m/f/d)` },
    config,
  );
  await says("/duplicate-ok", await send(other, duplicate), "/duplicate-ok");
  return measured;
}

export function difference(after: Usage, before: Usage): Usage {
  return {
    jobs: after.jobs - before.jobs,
    rest: after.rest - before.rest,
    points: after.points - before.points,
    fetches: after.fetches - before.fetches,
    publishing: after.publishing - before.publishing,
  };
}
