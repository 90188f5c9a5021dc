import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { keepLastLine } from "../../../lab/local/processes/last-line";

async function lastLineOf(...pieces: readonly (string | Buffer)[]): Promise<string> {
  const stream = new PassThrough();
  const lastLine = keepLastLine(stream);
  for (const piece of pieces) stream.write(piece);
  stream.end();
  await finished(stream);
  return lastLine();
}

describe("the last line that a process wrote", () => {
  it("is found however its bytes are cut into pieces", async () => {
    const [first, second] = [Buffer.from("a€").subarray(0, 2), Buffer.from("a€").subarray(2)];
    expect(await lastLineOf("one\ntw", "o ", first, second, "\n")).toBe("two a€");
  });

  it("is not a blank one, and has no carriage return", async () => {
    expect(await lastLineOf("why\r\n", "\n  \n")).toBe("why");
  });

  it("is empty where nothing was written", async () => {
    expect(await lastLineOf()).toBe("");
    expect(await lastLineOf("\n")).toBe("");
  });

  it("is cut off after 300 characters, after however much output", async () => {
    const flood = Array.from({ length: 100 }, () => "x".repeat(16 * 1024));
    expect(await lastLineOf(...flood, "\n", "y".repeat(301))).toBe("y".repeat(300));
  });
});
