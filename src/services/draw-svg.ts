/** Draws an SVG file as a PNG file, as a browser paints it. */

import { launchBrowser } from "./chromium.ts";
import type { Variables } from "./environment.ts";

/** Throws an Error if there is no browser. */
export async function drawSvg(
  svg: string,
  viewport: { width: number; height: number },
  variables: Variables,
): Promise<Uint8Array> {
  const browser = await launchBrowser(variables);
  try {
    const page = await browser.newPage({ viewport });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}
