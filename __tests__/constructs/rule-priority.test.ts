import fc from "fast-check";
import { assignedPriority } from "../../constructs/routing/rule-priority";

describe("an assigned priority", () => {
  it("follows from the key alone and lies between 1000 and 49000", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const priority = assignedPriority(key);
        expect(priority).toBe(assignedPriority(key));
        expect(priority).toBeGreaterThanOrEqual(1000);
        expect(priority).toBeLessThanOrEqual(49_000);
      }),
    );
  });

  it("is never shared by keys that differ only in the number at their end", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z-]{1,20}$/), (stem) => {
        const priorities = Array.from({ length: 1000 }, (_, number) => assignedPriority(`${stem}${number}`));
        expect(new Set(priorities).size).toBe(1000);
      }),
      { numRuns: 20 },
    );
  });

  it("is shared with one of 99 others about once in 480 keys", () => {
    const others = new Set(Array.from({ length: 99 }, (_, index) => assignedPriority(`${index}-other`)));
    const tries = 48_000;
    const shared = Array.from({ length: tries }, (_, index) => assignedPriority(`${index}-key`)).filter(
      (priority) => others.has(priority),
    );
    expect(tries / shared.length).toBeGreaterThan(350);
    expect(tries / shared.length).toBeLessThan(650);
  });
});
