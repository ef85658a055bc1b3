/** `npm run report`: tells the team by mail what waits, and how the months went. */
import { requireSoundConfig } from "../src/board/config-check.ts";
import { dayOf, startOf } from "../src/board/days.ts";
import type { Letter } from "../src/board/mail/letter.ts";
import { monthReport, queueReport } from "../src/board/mail/report-letters.ts";
import { monthBefore, reportsDue } from "../src/board/mail/reports.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { listForReport } from "../src/services/github/sweep.ts";
import { connectMailServer } from "../src/services/mail/connect.ts";
import { shownMail } from "../src/services/mail/letter-writer.ts";
import type { Sender } from "../src/services/mail/send.ts";
import { mailSender } from "../src/services/mail/send.ts";
import { runCommand } from "./command.ts";
import { reportDelivery, reportLetter } from "./mail-report.ts";

const command = {
  usage: "npm run report -- [--dry-run]",
  about: `Tells the team by mail, on Mondays, which posts wait too long for a reviewer, and on the 27th how this month
and the last one went; on other days both. Without settings for mail it prints what would be sent.`,
  options: {
    "dry-run": { type: "boolean", help: "print the reports, and send none" },
  },
} as const;

await runCommand(command, async ({ flags }) => {
  requireSoundConfig(boardConfig);
  const environment = readEnvironment();
  const { smtpUrl, settings, now } = environment;
  const config = { ...boardConfig, ...settings };
  const github = connectGitHub(environment.github, config.repository);
  const today = dayOf(now);
  const since = startOf(`${monthBefore(today.slice(0, 7))}-01`);
  const pulls = await listForReport(github, since);
  const context = { config, mail: config.mail ?? shownMail(config), repository: github.url };
  const letters: Letter[] = reportsDue(today).flatMap((report) => {
    if (report === "month") return [monthReport(pulls, today, context)];
    return queueReport(pulls, today, context) ?? [];
  });
  if (letters.length === 0) console.log("Nothing to report.");
  if (config.mail && smtpUrl && !flags["dry-run"]) {
    return (await sendAll(letters, mailSender(connectMailServer(smtpUrl)))) ? 0 : 1;
  }
  for (const letter of letters) console.log(reportLetter(letter));
  return 0;
});

/** Whether all were sent. */
async function sendAll(letters: readonly Letter[], send: Sender): Promise<boolean> {
  let allWell = true;
  for (const letter of letters) {
    const sending = await send(letter);
    console.log(reportDelivery({ letter, sending }));
    allWell &&= sending.result === "sent";
  }
  return allWell;
}
