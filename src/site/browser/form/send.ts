/** Passes a post or the changes to it on to GitHub's editor, or into an email. The page itself sends nothing. */
import type { NewFile } from "../../../board/form/new-file.ts";
import { editorAddress, mailAddress, withoutSubmitter } from "../../../board/form/new-file.ts";
import { elementById } from "../page.ts";

/**
 * Opens GitHub's editor with the post, and shows what to do there. A post that is too long for an address is
 * copied to the clipboard, or shown for copying by hand if the browser refuses.
 *
 * @param editor address of the editor of new files
 */
export async function openOnGitHub(editor: string, post: NewFile): Promise<void> {
  const { address, holdsText } = editorAddress(editor, post);
  if (!holdsText) return await copyAndOpen(address, post, "");
  const steps = stepsWith(address, post);
  // Submitting a form there instead would change the line ends.
  window.open(address, "_blank", "noopener");
  show(steps, "filled");
}

/** Opens GitHub’s editor with the file of a post that was sent. It takes no text in its address. */
export async function openFileOnGitHub(address: string, post: NewFile): Promise<void> {
  await copyAndOpen(address, post, "change-");
}

async function copyAndOpen(address: string, post: NewFile, what: "" | "change-"): Promise<void> {
  const steps = stepsWith(address, post);
  // Before the other page opens: only the active page may copy.
  if (await copy(post.text)) {
    window.open(address, "_blank", "noopener");
    show(steps, `${what}copied`);
    return;
  }
  show(steps, `${what}refused`);
  const text = elementById("text") as HTMLTextAreaElement;
  text.value = post.text;
  text.focus();
  text.select();
}

function stepsWith(address: string, post: NewFile): HTMLElement {
  const steps = elementById("gitHub-steps");
  for (const link of linksIn(steps, "editor")) {
    Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
  }
  offerFile(steps, post);
  return steps;
}

/** Offers the post as an email to the team and as a file, without a submitter. */
export function offerByMail(contact: string, title: string, post: NewFile): void {
  const mailed = { ...post, text: withoutSubmitter(post.text) };
  const { address, holdsText } = mailAddress(contact, title, mailed);
  const steps = elementById("mail-steps");
  for (const link of linksIn(steps, "mail")) link.href = address;
  offerFile(steps, mailed);
  show(steps, holdsText ? "inside" : "attached");
}

/** Hides the steps, because the form has changed. */
export function hideSteps(): void {
  for (const id of ["gitHub-steps", "mail-steps"]) elementById(id).hidden = true;
}

function show(steps: HTMLElement, state: string): void {
  hideSteps();
  for (const part of steps.querySelectorAll<HTMLElement>("[data-when]")) {
    part.hidden = !part.dataset.when?.split(" ").includes(state);
  }
  steps.hidden = false;
  steps.focus();
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // Refused, or the page was not loaded securely and has no clipboard.
  }
}

function offerFile(steps: HTMLElement, { file, text }: NewFile): void {
  const blob = new Blob([text], { type: "text/markdown" });
  for (const link of linksIn(steps, "file")) {
    if (link.href) URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(blob);
    link.download = file.replace(/^.*\//, "");
  }
}

function linksIn(steps: HTMLElement, kind: string): NodeListOf<HTMLAnchorElement> {
  return steps.querySelectorAll(`a[data-${kind}]`);
}
