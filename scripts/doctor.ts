/** `npm run doctor`: checks a live site from outside, and says what is wrong and how to fix it. */
import { doctor as words } from "#words/terminal-doctor.ts";
import { checkSite } from "../src/board/site-checks/check-site.ts";
import { oldAddressesToCheck } from "../src/board/site-checks/old-addresses.ts";
import type { OwnBoard } from "../src/board/site-checks/visit.ts";
import { listJobFiles, readContent } from "../src/services/job-files.ts";
import { readOldAddressesOf } from "../src/services/old-addresses.ts";
import { visitSite } from "../src/services/site-checks/ask-site.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { printableJson } from "./problem-report.ts";
import { reportFindings } from "./site-report.ts";
import { readXmlFeed } from "./xml-feed.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    url: { type: "string", ...words.options.url },
    json: { type: "boolean", ...words.options.json },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, print, stdout } = context;
  const site = readSite(flags.url ?? config.url);
  const own = site === config.url ? await ownBoard(context) : undefined;
  const visit = await visitSite({ site, own, now: context.now() });
  const findings = checkSite(visit, readXmlFeed);
  print(flags.json ? printableJson(findings) : `${site}\n\n${reportFindings(findings, stdout)}`);
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
});

if (import.meta.main) await startCommand(command);

/** The address of a site, with a slash at the end. */
function readSite(text: string): string {
  const url = URL.parse(text);
  const isSite = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isSite || url.search !== "" || url.hash !== "") throw new UsageError(words.badUrl(text));
  return url.href.replace(/\/*$/, "/");
}

async function ownBoard({ config, environment }: Context): Promise<OwnBoard> {
  const { jobsDir } = environment;
  // The newest first: their addresses are the ones in use.
  const sources = listJobFiles(jobsDir)
    .reverse()
    .values()
    .map(({ file, path }) => ({ file, content: readContent(path) }));
  return {
    signInUrl: config.signInUrl,
    host: config.host,
    oldAddresses: oldAddressesToCheck(sources, await readOldAddressesOf(jobsDir), config),
  };
}
