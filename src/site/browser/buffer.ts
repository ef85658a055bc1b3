/** What gray-matter wants of Node's Buffer: it keeps the text's bytes, which nobody here asks for. */
export const Buffer = {
  from(text: string): Uint8Array {
    return new TextEncoder().encode(text);
  },
};
