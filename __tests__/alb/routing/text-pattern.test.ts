import fc from "fast-check";
import { compilePattern, literalText, matchesPattern } from "../../../lab/alb/routing/text-pattern";

const exact = { ignoreCase: false, escapes: false };
const matches = (pattern: string, text: string, rules = exact) =>
  matchesPattern(compilePattern(pattern, rules), text);

/** The definition, word by word: a star is nothing, or one character and again a star. */
function reference(pattern: string, text: string): boolean {
  const memo = new Map<string, boolean>();
  const from = (p: number, t: number): boolean => {
    const key = `${p},${t}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const result = step(p, t);
    memo.set(key, result);
    return result;
  };
  const step = (p: number, t: number): boolean => {
    if (p === pattern.length) return t === text.length;
    if (pattern[p] === "*") return from(p + 1, t) || (t < text.length && from(p, t + 1));
    return t < text.length && (pattern[p] === "?" || pattern[p] === text[t]) && from(p + 1, t + 1);
  };
  return from(0, 0);
}

describe("a pattern", () => {
  it("matches exactly what its definition says [R10, R11]", () => {
    const letters = fc.constantFrom("a", "b", "/");
    const patterns = fc.string({
      unit: fc.oneof({ weight: 2, arbitrary: letters }, fc.constantFrom("*", "?")),
    });
    fc.assert(
      fc.property(patterns, fc.string({ unit: letters, maxLength: 14 }), (pattern, text) => {
        expect(matches(pattern, text)).toBe(reference(pattern, text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["*", ""],
    ["*", "anything/at.all"],
    ["/img/*", "/img/"],
    ["/img/*/pics", "/img/2024/05/pics"],
    ["/api/*", "/api/a/b.c"],
    ["???", "abc"],
    ["*?", "a"],
    ["a*b*c", "abc"],
    ["*aa*aa*", "aaaa"],
  ])("%s matches %p [R10, R12]", (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.each([
    ["/img/*", "/img"],
    ["*.example.com", "example.com"],
    ["/img", "/img/"],
    ["/img", "/a/img"],
    ["?", ""],
    ["??", "a"],
    ["ab*ba", "aba"],
    ["*aa*aa*", "aaa"],
    ["a.c", "abc"],
    ["[ab]", "a"],
    ["", "a"],
  ])("%s does not match %p [R11]", (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it("has literal stars and question marks only where escapes are known [R24]", () => {
    const escaping = { ignoreCase: false, escapes: true };
    expect(matches("a\\*", "a*", escaping)).toBe(true);
    expect(matches("a\\*", "ab", escaping)).toBe(false);
    expect(matches("\\?*", "?b", escaping)).toBe(true);
    expect(matches("\\?*", "ab", escaping)).toBe(false);
    expect(matches("a\\b", "a\\b", escaping)).toBe(true);
    expect(matches("a\\", "a\\", escaping)).toBe(true);
    expect(matches("a\\*", "a\\bc")).toBe(true);
  });

  it("knows its text where it has no wildcard", () => {
    const text = (pattern: string) =>
      literalText(compilePattern(pattern, { ignoreCase: false, escapes: true }));
    expect(text("/api")).toBe("/api");
    expect(text("a\\?\\*")).toBe("a?*");
    for (const pattern of ["/api/*", "/a?i/*", "a?", "*"]) expect(text(pattern)).toBeUndefined();
  });

  it("takes time in proportion to the text, whatever its stars", () => {
    const steps = (length: number) => {
      const text = "a".repeat(length);
      const start = process.cpuUsage();
      for (const pattern of ["*a*a*a*a*a*a*a*a*a*a*b", "*a?*a?*a?*a?*a?*b?", "a*a*a*a*a*a*a*a*a*c*a"])
        expect(matches(pattern, text)).toBe(false);
      return process.cpuUsage(start).user;
    };
    steps(1000);
    // Backtracking would take longer than the universe; a second is far from both.
    expect(steps(100_000)).toBeLessThan(1_000_000);
  });

  it("may be longer than a call can have arguments", () => {
    const long = "x".repeat(500_000);
    expect(matches(`${long}*`, `${long}y`)).toBe(true);
    expect(matches(long, long)).toBe(true);
  });
});
