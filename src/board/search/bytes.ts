/** Numbers and texts as bytes: the notation of the files that a search loads. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 on, in as few bytes as it needs: seven bits in each, the lowest first. */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Ascending numbers, as their differences. */
  ascending(values: readonly number[] | Uint32Array): void {
    this.number(values.length);
    let before = 0;
    for (const value of values) {
      this.number(value - before);
      before = value;
    }
  }

  text(text: string): void {
    this.block(encoder.encode(text));
  }

  /** Bytes, after their number. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written; the writer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError("The file is shorter than it says.");
      if (byte < 0x80) return value + byte * factor;
      value += (byte - 0x80) * factor;
      factor *= 0x80;
    }
  }

  ascending(): Uint32Array {
    const values = new Uint32Array(this.number());
    const bytes = this.#bytes;
    let value = 0;
    for (let index = 0; index < values.length; index += 1) {
      // Nearly all differences are one byte, and with every key there are ten thousand of them.
      const byte = bytes[this.#at] ?? 0x80;
      if (byte < 0x80) this.#at += 1;
      value += byte < 0x80 ? byte : this.number();
      values[index] = value;
    }
    return values;
  }

  /** Passes by this many numbers. */
  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError("The file is shorter than it says.");
      if (byte < 0x80) left -= 1;
    }
  }

  text(): string {
    return decoder.decode(this.block());
  }

  block(): Uint8Array {
    return this.raw(this.number());
  }

  raw(length: number): Uint8Array {
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError("The file is shorter than it says.");
    return this.#bytes.subarray(start, this.#at);
  }
}
