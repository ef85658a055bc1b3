/** The editor as people use it: its fields, and the notice with the status of the post. */
import type { Locator, Page } from "playwright-core";
import { boardConfig } from "../../src/board.config.ts";
import { Editor } from "../cms-editor.ts";

export class Draft extends Editor {
  /** The notice below the form. */
  readonly notice: Locator;

  constructor(page: Page) {
    super(page);
    this.notice = page.getByRole("region", { name: "Post status" });
  }

  /** Fills in all required fields. */
  async fill({ title = "Data Engineer", company = "Example Analytics GmbH" } = {}): Promise<void> {
    await this.write("title", title);
    await this.write("company", company);
    await this.choose("category", boardConfig.categories[0]?.name ?? "");
    await this.choose("workplace", "Remote");
    await this.choose("remote_from", "Austria");
    await this.write("apply_url", "https://example.com/jobs/42");
    await this.compose("description", "You build pipelines in Python.");
    await this.compose("requirements", "Some years of Python.");
  }

  override async pressSave(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
  }

  /** Waits until the notice shows a text. */
  async says(text: string | RegExp): Promise<void> {
    await this.notice.getByText(text).first().waitFor();
  }

  /** Saves, and waits until it is done. */
  override async save(): Promise<void> {
    await this.pressSave();
    await this.page.getByText("Post saved.").waitFor();
    await this.page.waitForURL(/entries/);
  }

  /** Presses the button of the notice. */
  async send(name: string | RegExp = "Send for review"): Promise<void> {
    await this.notice.getByRole("button", { name, exact: true }).click();
    await this.says(/^Sent/);
  }

  /** The name of the post’s file, without its extension. */
  slug(): string {
    return this.page.url().split("/").at(-1) ?? "";
  }
}
