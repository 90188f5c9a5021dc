import { INPUT_LIMIT_BYTES } from "./limits";
import { TopologyInputError } from "./topology-input-error";

/** The text in the bytes of an input: UTF-8 or, as PowerShell writes it, UTF-16; without byte order mark. */
export function decodeText(bytes: Uint8Array, where: string): string {
  if (bytes.length > INPUT_LIMIT_BYTES) throw tooLarge(where, bytes.length);
  // TextDecoder takes a mark of its own encoding away
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

export function tooLarge(where: string, size: number): TopologyInputError {
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`;
  const must = `must be at most ${megabytes(INPUT_LIMIT_BYTES)}`;
  return new TopologyInputError(where, must, megabytes(size), "plan a part of it with -target");
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // JSON starts with a character of ASCII: the other byte is zero in UTF-16
  if (first !== undefined && first !== 0 && second === 0) return "utf-16le";
  if (first === 0 && second !== undefined && second !== 0) return "utf-16be";
  return "utf-8";
}
