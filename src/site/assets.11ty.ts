import type { Asset } from "./assets.ts";
import type { PagesOf } from "./page.ts";

export const data = {
  pagination: { data: "site.assets", size: 1, alias: "asset" },
  permalink: ({ asset }) => asset.address,
} satisfies PagesOf<"asset", Asset>;

export function render({ asset }: { asset: Asset }): string {
  return asset.content;
}
