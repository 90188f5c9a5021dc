import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "target-draining";

it("passes with the deregistration delay [U21, H60]", () => {
  expect(
    linesOf(cause, { targets: { web: { state: "draining", reason: "Target.DeregistrationInProgress" } } }),
  ).toEqual([
    "certain, web: the target is being deregistered: it finishes what it has and gets no new requests; wait for its deregistration_delay, 5 min at most; register it again if it was not to go",
  ]);
});

it("passes sooner in a lab that runs faster", () => {
  expect(
    linesOf(cause, {
      source: "local",
      speed: 50,
      targets: { web: { state: "draining", reason: "Target.DeregistrationInProgress" } },
    }),
  ).toEqual([
    "certain, web: the target is being deregistered: it finishes what it has and gets no new requests; wait for its deregistration_delay, 6 s at most; register it again if it was not to go",
  ]);
});

it.each<[string, Change]>([["it stays", {}]])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
