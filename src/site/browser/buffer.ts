/** What gray-matter needs of Node’s Buffer. It keeps the bytes of the text, which are not used here. */
export const Buffer = {
  from(text: string): Uint8Array {
    return new TextEncoder().encode(text);
  },
};
