import { StringDecoder } from "node:string_decoder";

interface Line {
  readonly text: string;
  readonly cut: boolean;
}

/** Bytes in any pieces -> whole lines, none longer than the limit, whatever comes. */
export function createLineSplitter(limitBytes: number): {
  /** The lines that end in these bytes. */
  push(bytes: Buffer): readonly Line[];
  /** What was written without a line end. */
  end(): readonly Line[];
} {
  let pieces: Buffer[] = [];
  let length = 0;
  let isCut = false;

  function keep(bytes: Buffer) {
    const kept = bytes.subarray(0, limitBytes - length);
    if (kept.length > 0) pieces.push(kept);
    length += kept.length;
    isCut ||= kept.length < bytes.length;
  }

  function take(): Line {
    // The decoder leaves out a character of which the limit has cut off the end.
    const decoder = new StringDecoder("utf8");
    const text = decoder.write(Buffer.concat(pieces));
    const line = { text: text.replace(/\r$/, ""), cut: isCut };
    pieces = [];
    length = 0;
    isCut = false;
    return line;
  }

  return {
    push(bytes) {
      const lines: Line[] = [];
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        keep(bytes.subarray(start, end));
        lines.push(take());
        start = end + 1;
      }
      keep(bytes.subarray(start));
      return lines;
    },
    end: () => (length > 0 ? [take()] : []),
  };
}
