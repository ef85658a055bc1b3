/** Opens pages in the tests’ browser, and fails the test if a page reports an error or reaches for the network. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { launchBrowser } from "../src/services/chromium.ts";

export { launchBrowser };

let shared: Promise<Browser> | undefined;

/** One Chromium for all test files of a worker. */
function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser(process.env).then((browser) => {
    browser.once("disconnected", () => {
      shared = undefined;
    });
    // Vitest ends a worker with this signal.
    process.once("SIGTERM", () => void browser.close().finally(() => process.exit()));
    return browser;
  });
  return shared;
}

export interface PageOptions extends BrowserContextOptions {
  /** Errors that the test expects, by their text. */
  allow?: readonly RegExp[];
}

/**
 * Opens a page in a new context, which is closed after the test. The test then fails if a page in it violated its
 * security policy, logged an error to the console, threw an unhandled one, or requested something from another machine
 * (such requests are blocked; a test can answer them with `page.route`).
 *
 * Call it within a test.
 */
export async function openPage({ allow = [], ...options }: PageOptions = {}): Promise<Page> {
  const { page, faults } = await watchPage(options);
  onTestFinished(async () => {
    // Whatever the pages have reported by now arrives before the response to this call.
    await Promise.allSettled(
      page
        .context()
        .pages()
        .map((open) => open.evaluate("0")),
    );
    await page.context().close();
    const unexpected = faults.filter((fault) => !allow.some((expected) => expected.test(fault)));
    if (unexpected.length > 0) throw new Error(`The page is at fault.\n${unexpected.join("\n")}`);
  });
  return page;
}

/**
 * A page in a new context, and the errors found in it so far, oldest first: for pages that outlive a test. The caller
 * closes the context and checks the errors.
 */
export async function watchPage(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: readonly string[] }> {
  const browser = await sharedBrowser();
  // The requests of service workers can’t be intercepted.
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  // The default of 30 s is too short on a busy machine. The test’s own timeout still applies.
  context.setDefaultTimeout(90_000);
  const faults: string[] = [];
  await watchPolicy(context, faults);
  await shutOut(context, faults);
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (event) => faults.push(`uncaught: ${event.error().stack}`));
  return { page: await context.newPage(), faults };
}

async function watchPolicy(context: BrowserContext, faults: string[]): Promise<void> {
  await context.exposeBinding("reportPolicyViolation", ({ page }, violation: string) => {
    faults.push(`policy: ${violation} on ${page.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const report: unknown = Reflect.get(window, "reportPolicyViolation");
      if (typeof report !== "function") return;
      report(`${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
}

async function shutOut(context: BrowserContext, faults: string[]): Promise<void> {
  await context.route(isBeyond, async (route) => {
    faults.push(`request: ${route.request().url()} is beyond this machine`);
    await route.abort("addressunreachable");
  });
  await context.routeWebSocket(isBeyond, async (socket) => {
    faults.push(`request: ${socket.url()} is beyond this machine`);
    await socket.close();
  });
  // Redirects are not intercepted here. The resolver rules of launchBrowser stop them.
  context.on("request", (request) => {
    if (!request.redirectedFrom() || !isBeyond(new URL(request.url()))) return;
    faults.push(`request: ${request.url()}, a redirect, is beyond this machine`);
  });
}

/** Whether a URL leads to another machine. Those without a host (`data:`, `blob:`) do not. */
function isBeyond({ protocol, hostname }: URL): boolean {
  if (!/^(?:https?|wss?|ftp):$/.test(protocol)) return false;
  return !/^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Copies a text as another program would, and pastes it where the focus is. */
export async function copyAndPaste(
  page: Page,
  copied: { html?: string; text: string },
): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const copy = (event: ClipboardEvent) => {
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      if (html) event.clipboardData?.setData("text/html", html);
    };
    document.addEventListener("copy", copy, { once: true });
    document.execCommand("copy");
  }, copied);
  await page.keyboard.press("Control+V");
}
