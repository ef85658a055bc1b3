/** Offers to start from an ad. What reads ads has its own script, which is loaded when that part of the page is opened. */
import { adNotLoaded } from "#words/form.ts";
import { elementById } from "../page.ts";
import type * as Ads from "./ad.ts";

/** Loads that script once. If that fails, opening the part again tries again. */
export function offerAds(options: Ads.AdOptions): void {
  const box = elementById("ad") as HTMLDetailsElement;
  const load = async () => {
    if (!box.open) return;
    box.removeEventListener("toggle", load);
    try {
      const { readAds }: typeof Ads = await import(options.form.dataset.ad ?? "");
      readAds(options);
      elementById("ad-status").textContent = "";
    } catch {
      elementById("ad-status").textContent = adNotLoaded;
      box.addEventListener("toggle", load);
    }
  };
  box.addEventListener("toggle", load);
}
