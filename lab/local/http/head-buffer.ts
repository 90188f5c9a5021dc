const CR = 13;
const LF = 10;

/** A longer head is not expected to come again. */
const LONGEST_REPEATED = 4_096;

/** Bytes of a connection until they hold a whole head. */
export class HeadBuffer {
  private bytes: Buffer = NOTHING;
  /** The last head, in bytes and as text: the next one on the same connection often is the same. */
  private lastBytes: Buffer = NOTHING;
  private lastText = "";
  /** Up to here there is no end of a head, and no line that ends in LF alone. */
  private scanned = 0;

  get length(): number {
    return this.bytes.length;
  }

  /** What has come and not been taken, at most `limit` bytes, for the log. */
  start(limit: number): string {
    return this.bytes.toString("latin1", 0, Math.min(limit, this.bytes.length));
  }

  add(chunk: Buffer): void {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
  }

  /** Everything that is here; the buffer is empty afterwards. */
  takeAll(): Buffer {
    const all = this.bytes;
    this.clear();
    return all;
  }

  /** Empty lines before a request are no part of it. */
  skipEmptyLines(): void {
    let at = 0;
    while (this.bytes[at] === CR && this.bytes[at + 1] === LF) at += 2;
    if (at > 0) this.bytes = this.bytes.subarray(at);
  }

  /** The head with its empty line, as text with one character a byte; undefined: not all of it is here. */
  takeHead(): string | undefined {
    if (this.repeats()) {
      this.take(this.lastBytes.length);
      return this.lastText;
    }
    const end = this.bytes.indexOf("\r\n\r\n", Math.max(0, this.scanned - 3), "latin1");
    if (end < 0) return undefined;
    const length = end + 4;
    const text = this.bytes.toString("latin1", 0, length);
    if (length <= LONGEST_REPEATED) {
      this.lastBytes = Buffer.from(this.bytes.subarray(0, length));
      this.lastText = text;
    }
    this.take(length);
    return text;
  }

  /** The first line as far as it is here, and whether all of it is; for heads that may never end. */
  firstLine(): { readonly text: string; readonly whole: boolean } {
    const lf = this.bytes.indexOf(LF);
    const end = lf < 0 ? this.bytes.length : lf;
    return { text: this.bytes.toString("latin1", 0, end), whole: lf >= 0 };
  }

  /** Whether a line of an unfinished head ends in LF alone: where such a head ends would be guesswork. */
  hasBareLf(): boolean {
    let lf = this.bytes.indexOf(LF, this.scanned);
    while (lf >= 0) {
      if (lf === 0 || this.bytes[lf - 1] !== CR) return true;
      lf = this.bytes.indexOf(LF, lf + 1);
    }
    this.scanned = this.bytes.length;
    return false;
  }

  private repeats(): boolean {
    const { bytes, lastBytes } = this;
    const { length } = lastBytes;
    if (length === 0 || bytes.length < length) return false;
    return bytes.length === length ? lastBytes.equals(bytes) : lastBytes.compare(bytes, 0, length) === 0;
  }

  private take(length: number): void {
    this.bytes = length === this.bytes.length ? NOTHING : this.bytes.subarray(length);
    this.scanned = 0;
  }

  clear(): void {
    this.bytes = NOTHING;
    this.scanned = 0;
  }
}

const NOTHING = Buffer.alloc(0);
