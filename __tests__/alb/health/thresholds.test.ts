import fc from "fast-check";
import {
  type HealthState,
  type HealthThresholds,
  nextHealth,
  type TargetHealth,
  unregisteredTarget,
} from "../../../lab/alb";
import { event, following } from "./events";

const limits = fc.record({
  healthyThreshold: fc.integer({ min: 2, max: 10 }),
  unhealthyThreshold: fc.integer({ min: 2, max: 10 }),
});
const passing = (word: string) => word === "200";
const probes = fc.array(fc.constantFrom("200", "200", "404", "503", "silent", "refused"), { maxLength: 80 });

/** How many of the last words are alike in passing or failing. */
function row(words: readonly string[]): number {
  const backwards = words.map(passing).reverse();
  const other = backwards.findIndex((passed) => passed !== backwards[0]);
  return other === -1 ? backwards.length : other;
}

/** What a target that was in service becomes, going by the last probes alone. */
function expected(before: HealthState, words: readonly string[], limit: HealthThresholds): HealthState {
  if (words.at(-1) === "200") return row(words) >= limit.healthyThreshold ? "healthy" : before;
  return row(words) >= limit.unhealthyThreshold ? "unhealthy" : before;
}

describe("whatever the probes say", () => {
  it("a state changes at the very probe that completes the row, and at no other [H34, H35, H39, P-43]", () => {
    fc.assert(
      fc.property(limits, probes, (limit, words) => {
        let health: TargetHealth = following(["registered", "200"]);
        for (const [index, word] of words.entries()) {
          const before = health.state;
          health = nextHealth(health, event(word), limit);
          expect(health.state).toBe(expected(before, words.slice(0, index + 1), limit));
        }
      }),
    );
  });

  it("a new target is healthy at its first success or unhealthy at its last chance [H32, H33]", () => {
    fc.assert(
      fc.property(limits, probes, (limit, words) => {
        let health: TargetHealth = following(["registered"]);
        const decisive = words.findIndex(
          (word, index) => passing(word) || index + 1 === limit.unhealthyThreshold,
        );
        words.forEach((word, index) => {
          health = nextHealth(health, event(word), limit);
          if (decisive === -1 || index < decisive) expect(health.state).toBe("initial");
          if (index === decisive) expect(health.state).toBe(passing(word) ? "healthy" : "unhealthy");
        });
      }),
    );
  });

  it("only a healthy target has no reason, and never a target that is not probed is healthy [H40]", () => {
    const words = fc.array(
      fc.constantFrom(
        "200",
        "500",
        "silent",
        "internal",
        "registered",
        "deregistered",
        "delay-elapsed",
        "probing",
      ),
    );
    fc.assert(
      fc.property(words, fc.boolean(), (happenings, groupUsed) => {
        const health = following(happenings, unregisteredTarget({ groupUsed }));
        expect(health.state === "healthy").toBe(health.reason === undefined);
        expect(health.state === "healthy").toBe(health.description === undefined);
        if (!groupUsed) expect(["unused", "draining"]).toContain(health.state);
      }),
    );
  });

  it("changed thresholds count from the next probe on, with what was counted so far [H13]", () => {
    const failing = following(["registered", "200", "500", "500"], undefined, {
      healthyThreshold: 2,
      unhealthyThreshold: 5,
    });
    expect(failing.state).toBe("healthy");
    expect(following(["500"], failing, { healthyThreshold: 2, unhealthyThreshold: 3 }).state).toBe(
      "unhealthy",
    );
    expect(following(["500"], failing, { healthyThreshold: 2, unhealthyThreshold: 4 }).state).toBe("healthy");
  });
});
