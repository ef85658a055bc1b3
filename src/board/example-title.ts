/** The job title that hints and forms give as an example. */
import * as starting from "#words/starting-settings.ts";
import type { BoardConfig } from "./config.ts";

export function exampleTitle({ topic }: Pick<BoardConfig, "topic">): string {
  return topic.exampleTitle ?? starting.exampleTitle(topic.name);
}
