import { pages } from "../board/addresses.ts";
import type { Board } from "../board/board.ts";
import type { BoardConfig } from "../board/config.ts";
import type { ListPage } from "../board/list-pages.ts";
import { listPages } from "../board/list-pages.ts";

/**
 * What pages are made of. An instance of a class, because Eleventy would copy a plain object for
 * every template.
 */
export class Site {
  readonly config: BoardConfig;
  readonly board: Board;
  readonly pages = pages;
  readonly lists: readonly ListPage[];

  constructor(board: Board) {
    this.config = board.config;
    this.board = board;
    this.lists = listPages(board);
  }
}
