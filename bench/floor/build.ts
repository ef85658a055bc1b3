/**
 * The bare program: reads, parses and renders posts with the board's own core and writes pages as strings.
 * The lower bound for any generator.
 *
 * Takes the folder to write to; JOBS_DIR and BOARD_NOW work as in `npm run build`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listPages } from "../../src/board/listing/list-pages.ts";
import { Related } from "../../src/board/listing/related.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { loadBoard } from "../../src/services/load-board.ts";
import { benchConfig } from "../settings.ts";
import { listHtml } from "./list.ts";
import { postHtml } from "./post.ts";

const [, , output] = process.argv;
if (!output) throw new Error("Name the folder to write to.");

const { board } = await loadBoard(benchConfig, readEnvironment());
const related = new Related(board);
for (const post of board.live) write(post.address, postHtml(post, board, related));
for (const page of listPages(board)) write(page.address, listHtml(page, benchConfig));

function write(address: string, html: string): void {
  const folder = join(output ?? "", address);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), html);
}
