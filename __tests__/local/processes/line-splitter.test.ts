import fc from "fast-check";
import { createLineSplitter } from "../../../lab/local/processes/line-splitter";

describe("lines of a target's output", () => {
  it("are the same however the bytes are cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.array(fc.nat(7)), (texts, sizes) => {
        const wanted = texts.map((text) => text.replace(/[\r\n]/g, " "));
        let bytes = Buffer.from(wanted.map((text) => `${text}\n`).join(""));
        const splitter = createLineSplitter(16_384);
        const lines = sizes.flatMap((size) => {
          const piece = bytes.subarray(0, size);
          bytes = bytes.subarray(size);
          return splitter.push(piece);
        });
        lines.push(...splitter.push(bytes), ...splitter.end());
        expect(lines).toEqual(wanted.map((text) => ({ text, cut: false })));
      }),
    );
  });

  it("are cut off at the limit, and the next one is whole again", () => {
    const splitter = createLineSplitter(4);
    const lines = [..."abcdefgh\nij\nabcd\n"].flatMap((letter) => splitter.push(Buffer.from(letter)));
    expect(lines).toEqual([
      { text: "abcd", cut: true },
      { text: "ij", cut: false },
      { text: "abcd", cut: false },
    ]);
  });

  it("never end with half a character", () => {
    const splitter = createLineSplitter(4);
    expect(splitter.push(Buffer.from("aé€\n"))).toEqual([{ text: "aé", cut: true }]);
  });

  it("need no line end at the end, and no carriage return", () => {
    const splitter = createLineSplitter(100);
    expect(splitter.push(Buffer.from("one\r\ntwo"))).toEqual([{ text: "one", cut: false }]);
    expect(splitter.end()).toEqual([{ text: "two", cut: false }]);
    expect(splitter.end()).toEqual([]);
  });
});
