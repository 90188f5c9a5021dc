import fc from "fast-check";
import { parseMatcher } from "../../../lab/alb";

const accepted = (text: string) => {
  const matches = parseMatcher(text);
  return [199, 200, 201, 202, 204, 299, 300, 302, 404, 499, 500].filter(matches);
};

describe("a matcher", () => {
  it("is a single code, a list, a range, or a mixture [H8, H10]", () => {
    expect(accepted("200")).toEqual([200]);
    expect(accepted("200,202")).toEqual([200, 202]);
    expect(accepted("200-299")).toEqual([200, 201, 202, 204, 299]);
    expect(accepted("200,300-302")).toEqual([200, 300, 302]);
    expect(accepted("200-499")).toEqual([200, 201, 202, 204, 299, 300, 302, 404, 499]);
  });

  it("matches exactly the codes that its parts name", () => {
    const code = fc.integer({ min: 200, max: 499 });
    const part = fc
      .tuple(code, code)
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 100, max: 599 }),
        (parts, status) => {
          const text = parts
            .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
            .join(",");
          expect(parseMatcher(text)(status)).toBe(
            parts.some(([first, last]) => status >= first && status <= last),
          );
        },
      ),
    );
  });

  it.each(["200-599", "500", "199", "503,200", "100-200"])("cannot make a success of %s [H8, U5]", (text) => {
    expect(() => parseMatcher(text)).toThrow(/must be codes from 200 to 499/);
  });

  it("of a GRPC group lists codes from 0 to 99 [H9]", () => {
    const matches = parseMatcher("0,12,90-99", "GRPC");
    expect([0, 1, 12, 89, 90, 99].filter(matches)).toEqual([0, 12, 90, 99]);
    expect(() => parseMatcher("200", "GRPC")).toThrow(/must be codes from 0 to 99/);
  });

  it.each([
    "",
    " ",
    "200 ",
    "200, 202",
    "abc",
    "200-",
    "-200",
    "299-200",
    "200,,202",
    "2e2",
    "0200",
    "200\n",
    "٢٠٠",
  ])("that reads %j is refused in one line", (text) => {
    expect(() => parseMatcher(text)).toThrow(
      /^health check matcher: must be codes from 200 to 499.*; correct ".*"$/,
    );
  });

  it("that is huge is refused in one short line", () => {
    expect.assertions(1);
    try {
      parseMatcher("x".repeat(1_000_000));
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(300);
    }
  });
});
