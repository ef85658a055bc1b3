/**
 * How the file of a new post gets from the form to the board without a server of our own: in the address
 * of GitHub's editor, or by email to the team.
 */
import * as words from "#words/form.ts";
import { localLogin } from "./stamp.ts";

/** The file of a post: its path in the repository, and its text. */
export type NewFile = { file: string; text: string };

/**
 * The longest address of GitHub's editor, in bytes and encoded once more, as in /login?return_to=… for
 * people who have to sign in first. GitHub accepts addresses of up to about 8,190 bytes; the difference is
 * for its own parts.
 */
export const longestReturnAddress = 7500;

/**
 * The address that opens GitHub's editor with a new file.
 *
 * @param editor address of the editor of new files, `…/new/<branch>`
 * @returns `holdsText` is false if the text is too long, and only the name is in the address
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

/** The longest address that opens the mail program on every system. Windows cuts at 2,083 characters. */
export const longestMailAddress = 2000;

/**
 * The address of an email to the team with a post (RFC 6068).
 *
 * @returns `holdsText` is false if the text is too long, and the file has to be attached
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

/** The text without its submitter, whom the person who submits the post for them fills in. */
export function withoutSubmitter(text: string): string {
  return text.replace(`\nsubmitted_by: ${localLogin}\n`, "\n");
}
