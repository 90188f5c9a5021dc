import {
  earliestHealthyAt,
  earliestUnhealthyAt,
  type HealthSettings,
  judgeProbe,
  longestUnnoticedMs,
  nextProbeAt,
  parseMatcher,
  probeRequest,
} from "../../../lab/alb";
import { following } from "./events";

const settings: HealthSettings = {
  enabled: true,
  protocol: "HTTP",
  port: "traffic-port",
  path: "/health",
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: "200",
};
const target = { address: "10.0.0.10", port: 3000 };
const hostOf = (given: Partial<HealthSettings>, place = target) =>
  probeRequest({ ...settings, ...given }, place).headers[1];

describe("a probe", () => {
  it("is a GET for the path, by the health checker, on a connection of its own [H3, H16, H17, H20]", () => {
    expect(probeRequest({ ...settings, path: "/health?deep=1" }, target)).toEqual({
      method: "GET",
      port: 3000,
      tls: false,
      path: "/health?deep=1",
      headers: ["Host", "10.0.0.10:3000", "Connection", "close", "User-Agent", "ELB-HealthChecker/2.0"],
    });
  });

  it("goes to the target's port or to a port of its own, by the health check's protocol [H1, H2]", () => {
    const probe = probeRequest({ ...settings, port: 9000, protocol: "HTTPS" }, target);
    expect([probe.port, probe.tls]).toEqual([9000, true]);
  });

  it("names the target's address as host, and the port unless it is the protocol's own [H18]", () => {
    expect(hostOf({ port: 8080 })).toBe("10.0.0.10:8080");
    expect(hostOf({ port: 80 })).toBe("10.0.0.10");
    expect(hostOf({}, { ...target, port: 80 })).toBe("10.0.0.10");
    expect(hostOf({ port: 443, protocol: "HTTPS" })).toBe("10.0.0.10");
    expect(hostOf({ port: 443 })).toBe("10.0.0.10:443");
    expect(hostOf({ port: 80, protocol: "HTTPS" })).toBe("10.0.0.10:80");
    expect(hostOf({}, { address: "fd00::1", port: 3000 })).toBe("[fd00::1]:3000");
  });

  it("passes by its status alone, so a redirect passes only if the matcher lists it [H23, H24, U2, P-44]", () => {
    const passes = (status: number, matcher: string) =>
      judgeProbe({ kind: "answered", status }, parseMatcher(matcher)).passed;
    expect([passes(200, "200"), passes(302, "200"), passes(302, "200-399")]).toEqual([true, false, true]);
  });
});

describe("the schedule of probes", () => {
  it("is fixed: how long an answer takes does not move the next probe [H14]", () => {
    expect([0, 1, 4_000, 29_999].map((tookMs) => nextProbeAt(500, 30, 500 + tookMs))).toEqual(
      Array(4).fill(30_500),
    );
    expect(nextProbeAt(500, 30, 0)).toBe(500);
    expect(nextProbeAt(100_000, 30, 0)).toBe(100_000);
    expect(nextProbeAt(500, 30, 30_500)).toBe(60_500);
  });

  it("skips what was due while a probe ran longer than the interval, so probes never overlap [P-45]", () => {
    expect(nextProbeAt(0, 5, 12_000)).toBe(15_000);
    expect(nextProbeAt(0, 5, 15_000)).toBe(20_000);
  });

  it("makes a new target healthy at its first probe, and an unhealthy one after as many as it takes [H32, H35]", () => {
    const at = (words: string[]) => earliestHealthyAt(following(words), settings, 1_000);
    expect(at(["registered"])).toBe(1_000);
    expect(at(["registered", "500"])).toBe(1_000);
    expect(at(["registered", "500", "500"])).toBe(121_000);
    expect(at(["registered", "500", "500", "200", "200"])).toBe(61_000);
    expect(at(["registered", "200"])).toBeUndefined();
    expect(at(["registered", "200", "deregistered"])).toBeUndefined();
  });

  it("takes a dead target out of service within threshold times interval plus timeout [H34, P-06]", () => {
    const at = (words: string[], silent: boolean) =>
      earliestUnhealthyAt(following(words), settings, 1_000, silent);
    expect(at(["registered", "200"], false)).toBe(31_000);
    expect(at(["registered", "200"], true)).toBe(36_000);
    expect(at(["registered", "200", "500"], true)).toBe(6_000);
    expect(at(["registered", "500", "500"], true)).toBeUndefined();
    expect(at([], true)).toBeUndefined();
    expect(longestUnnoticedMs(settings)).toBe(65_000);
    const diedAfterProbe = earliestUnhealthyAt(following(["registered", "200"]), settings, 30_000, true);
    expect(diedAfterProbe).toBe(longestUnnoticedMs(settings));
  });
});
