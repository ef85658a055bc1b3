/**
 * Turns bare addresses in text into links: `See https://example.com/jobs.` Follows GitHub's rules for where an
 * address ends (https://github.github.com/gfm/#autolinks-extension-).
 *
 * markdown-it includes linkify-it for this, which guesses far more, and takes ten seconds for 64 KiB of hostile
 * text, because it searches for each rejected address again up to the end. Here, nothing is
 * examined beyond the longest address.
 */
import type MarkdownIt from "markdown-it";

const scheme = /(?:^|[^a-z0-9+.-])(https?)$/i;
/** Requires a dot in the host, as all links in posts must have. */
const address = /:\/\/(?=[^\s/?#]{1,253}\.)[^\s<>"`\\{}|^]{1,2000}/y;

/** Makes markdown-it link addresses that start with http:// or https://. */
export function bareLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.after("text", "bare_links", (state, silent) => {
    if (state.src[state.pos] !== ":") return false;
    // Inside another link. The types lack this count.
    if ("linkLevel" in state && state.linkLevel) return false;
    const before = scheme.exec(state.pending.slice(-8))?.[1];
    address.lastIndex = state.pos;
    const after = before && address.exec(state.src.slice(0, state.posMax))?.[0];
    if (!after) return false;

    const written = before + withoutTrailing(after);
    const target = state.md.normalizeLink(written);
    if (!state.md.validateLink(target)) return false;
    if (!silent) {
      state.pending = state.pending.slice(0, -before.length);
      state.push("link_open", "a", 1).attrs = [["href", target]];
      state.push("text", "", 0).content = written;
      state.push("link_close", "a", -1);
    }
    state.pos += written.length - before.length;
    return true;
  });
}

/** Without the punctuation that closes the sentence, or the parenthesis around the address. */
function withoutTrailing(text: string): string {
  let end = text.length;
  let unopened = count(text, ")") - count(text, "(");
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    if (last === ")" && unopened > 0) unopened--;
    else if (!/[?!.,:;*_~'\]”’»。，、；：？！）】」]/.test(last)) break;
  }
  return text.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
