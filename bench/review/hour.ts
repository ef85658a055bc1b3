/** An hour in which a volunteer reviews thirty posts while others come in. */
import { Random } from "../../scripts/demo-posts/random.ts";
import { sweepWorkflow } from "../../src/board/maintenance/heartbeat.ts";
import type { Hour } from "./budgets.ts";
import { changePost } from "./posts.ts";
import { difference } from "./single-events.ts";
import type { Play, WaitingPost } from "./waiting-board.ts";

const minute = 60_000;
const reviewer = "rita";

/** How often each thing happens. */
export type Script = {
  submissions: number;
  decisions: readonly (readonly [command: string, times: number])[];
  pushes: number;
};

export const usualHour: Script = {
  submissions: 30,
  decisions: [
    ["/approve", 20],
    ["/reject spam", 5],
    ["/request-changes incomplete Please add a range.", 5],
  ],
  pushes: 10,
};

/** Plays it. The board has to be at rest, with enough posts that wait. Decisions are about the oldest ones. */
export async function measureHour(
  { played, people, waiting, newPost }: Play,
  { submissions, decisions, pushes }: Script = usualHour,
): Promise<Hour> {
  const random = new Random(7);
  const before = { ...played.usage };
  const start = played.timeline.now;
  const sometime = (from: number, to: number) =>
    start + minute * (from + random.next() * (to - from));
  const { config } = played.board;

  for (let index = 1; index <= submissions; index += 1) {
    const login = `newcomer-${index}`;
    played.happens(sometime(0, 60), "new submission", async () => ({
      number: await people.send(login, newPost(login)),
    }));
  }
  const commands = decisions.flatMap(([command, times]) => Array<string>(times).fill(command));
  const inOrder = random.some(commands, commands.length);
  // A post takes the reviewer two minutes, more or less.
  const each = 60 / inOrder.length;
  for (const [index, command] of inOrder.entries()) {
    const { pull } = at(waiting, index);
    const moment = sometime(index * each, (index + 1) * each);
    played.happens(moment, command, async () => {
      await people.comment(reviewer, pull, command);
      return { number: pull };
    });
  }
  for (let index = 0; index < pushes; index += 1) {
    const { login, post, pull } = at(waiting, inOrder.length + index);
    const description = `${post.job.description}\n\nWe answer every application.`;
    played.happens(sometime(0, 60), "author’s push", async () => {
      const head = await people.push(login, changePost(post, { description }, config));
      return { number: pull, head };
    });
  }
  played.timeline.add(start + 17 * minute, () => {
    played.board.runner.schedule(sweepWorkflow);
    return Promise.resolve();
  });
  await played.play();
  const seconds = played.happenings.map(
    ({ at: moment, answered = Number.POSITIVE_INFINITY }) => (answered - moment) / 1000,
  );
  return { ...difference(played.usage, before), seconds };
}

function at(waiting: readonly WaitingPost[], index: number): WaitingPost {
  const post = waiting[index];
  if (!post) throw new Error(`The hour needs more than ${index} posts that wait.`);
  return post;
}
