import { AT_MS, type Change, checked, examineShop } from "./support/shop-evidence";

const expectedAt = (change: Change) => examineShop(change).diagnoses[0]?.expectedAtMs;

/** The shop probes every 15 s; two successes in a row make an unhealthy target healthy. */
describe("when a target is expected to be healthy", () => {
  it("is the next probe for one that was registered a moment ago [H32]", () => {
    const web = { state: "initial", reason: "Elb.RegistrationInProgress", registeredAtMs: AT_MS - 5000 };
    expect(expectedAt({ targets: { web } })).toBe(AT_MS + 10_000);
  });

  it("is after its boot, and as many probes as the healthy threshold says [H35]", () => {
    const launchedAtMs = AT_MS - 60_000;
    const web = {
      state: "unhealthy",
      reason: "Target.FailedHealthChecks",
      launchedAtMs,
      registeredAtMs: launchedAtMs,
    };
    // booted 120 s from now; probes go on every 15 s, and two of them have to pass
    expect(expectedAt({ targets: { web } })).toBe(AT_MS + 120_000 + 15_000 + 15_000);
  });

  it("is when the first health checks must have failed at the latest [H33]", () => {
    const web = { state: "initial", reason: "Elb.InitialHealthChecking", registeredAtMs: AT_MS };
    expect(expectedAt({ targets: { web } })).toBe(AT_MS + 15_000 + 15_000 + 5000);
  });

  it("comes sooner in a lab that runs faster", () => {
    const web = { state: "initial", reason: "Elb.InitialHealthChecking", registeredAtMs: AT_MS };
    expect(expectedAt({ source: "local", speed: 10, targets: { web } })).toBe(AT_MS + 1500 + 1500 + 500);
  });

  it("is not said where the interval is not known", () => {
    const web = { state: "initial", reason: "Elb.RegistrationInProgress" };
    expect(
      expectedAt({ resource: checked({ interval: "${var.interval}" }), targets: { web } }),
    ).toBeUndefined();
  });
});
