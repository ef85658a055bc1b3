/**
 * How the file of a new post gets from the form to the board without a server of our own: in the address
 * of GitHub's editor, or by email to the team.
 */
import * as words from "../words/en/form.ts";
import { localLogin } from "./stamp.ts";

/** A file of a post: its path from the repository's root, and what it says. */
export type NewFile = { file: string; text: string };

/**
 * The longest address of GitHub's editor, in bytes as the sign-in page carries it. GitHub answers no
 * address above about 8,190 bytes, and whoever is not signed in comes to the editor by way of
 * /login?return_to=…, in which the address is encoded once more. The rest is for GitHub's own parts.
 */
export const longestReturnAddress = 7500;

/**
 * Where GitHub's editor opens with a new file.
 *
 * @param editor address of the editor of new files, `…/new/<branch>`
 * @returns `holdsText` is false where the text is too long for an address: then only the name is in it
 */
export function editorAddress(
  editor: string,
  { file, text }: NewFile,
): { address: string; holdsText: boolean } {
  const whole = `${editor}?${new URLSearchParams({ filename: file, value: text })}`;
  return encodeURIComponent(whole).length <= longestReturnAddress
    ? { address: whole, holdsText: true }
    : { address: `${editor}?${new URLSearchParams({ filename: file })}`, holdsText: false };
}

/** The longest address by which every system still starts its mail program; Windows cuts at 2,083 characters. */
export const longestMailAddress = 2000;

/**
 * An e-mail to the team that sends a post (RFC 6068).
 *
 * @returns `holdsText` is false where the text is too long: then the file has to be attached
 */
export function mailAddress(
  contact: string,
  title: string,
  { file, text }: NewFile,
): { address: string; holdsText: boolean } {
  const name = file.replace(/^.*\//, "");
  const mail = (...lines: readonly string[]) => {
    const body = lines.join("\n").replaceAll("\n", "\r\n");
    const subject = words.mailSubject(title);
    return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };
  const whole = mail(words.mailRequest, "", words.fileInMail(name), "", text);
  return whole.length <= longestMailAddress
    ? { address: whole, holdsText: true }
    : {
        address: mail(words.mailRequest, "", words.fileAttached(name), ""),
        holdsText: false,
      };
}

/** A file's text for whoever has no GitHub name: the line is left to those who send it on. */
export function withoutSubmitter(text: string): string {
  return text.replace(`\nsubmitted_by: ${localLogin}\n`, "\n");
}
