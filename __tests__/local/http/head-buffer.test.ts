import fc from "fast-check";
import { HeadBuffer } from "../../../lab/local/http/head-buffer";

const HEAD = "GET /cart HTTP/1.1\r\nHost: a\r\n\r\n";

function bufferWith(...chunks: readonly string[]): HeadBuffer {
  const buffer = new HeadBuffer();
  for (const chunk of chunks) buffer.add(Buffer.from(chunk, "latin1"));
  return buffer;
}

describe("a head after another one on the same connection", () => {
  it("is found when it is the same, with what follows it left in place", () => {
    const buffer = bufferWith(`${HEAD}${HEAD}body`);
    expect([buffer.takeHead(), buffer.takeHead()]).toEqual([HEAD, HEAD]);
    expect(buffer.takeAll().toString()).toBe("body");
  });

  it("is not taken for the same while it is not all here", () => {
    const buffer = bufferWith(HEAD, HEAD.slice(0, -1));
    expect([buffer.takeHead(), buffer.takeHead()]).toEqual([HEAD, undefined]);
    buffer.add(Buffer.from("\n"));
    expect(buffer.takeHead()).toBe(HEAD);
  });

  it("is itself when one byte is another", () => {
    const other = HEAD.replace("Host: a", "Host: b");
    const buffer = bufferWith(HEAD, other, HEAD);
    expect([buffer.takeHead(), buffer.takeHead(), buffer.takeHead()]).toEqual([HEAD, other, HEAD]);
  });
});

it("heads come out as they went in, whatever repeats and wherever the bytes are cut", () => {
  const line = fc.constantFrom("A: 1", "A: 2", "B: \xff", "GET / HTTP/1.1");
  const head = fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => `${lines.map((text) => `${text}\r\n`).join("")}\r\n`);
  fc.assert(
    fc.property(fc.array(head, { maxLength: 8 }), fc.array(fc.nat(200), { maxLength: 6 }), (heads, cuts) => {
      const text = heads.join("");
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
      const buffer = new HeadBuffer();
      const found: string[] = [];
      for (const [index, from] of places.slice(0, -1).entries()) {
        buffer.add(Buffer.from(text.slice(from, places[index + 1]), "latin1"));
        for (let next = buffer.takeHead(); next !== undefined; next = buffer.takeHead()) found.push(next);
      }
      expect(found).toEqual(heads);
    }),
  );
});
