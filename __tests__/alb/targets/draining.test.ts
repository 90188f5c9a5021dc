import { drainEndsAt, draining } from "../../../lab/alb";

const deregistration = { deregisteredAtMs: 1_000, deregistrationDelaySeconds: 300 };

describe("a deregistered target", () => {
  it("is draining for the whole delay [H37, S40, S41]", () => {
    expect(drainEndsAt(deregistration)).toBe(301_000);
    expect(draining(deregistration, 3, 1_000)).toEqual({ remainingMs: 300_000, over: false, idle: false });
    expect(draining(deregistration, 3, 300_999)).toEqual({ remainingMs: 1, over: false, idle: false });
  });

  it("has no work left with nothing in progress, but goes on draining until the delay ends [H37, S41]", () => {
    expect(draining(deregistration, 0, 2_000)).toEqual({ remainingMs: 299_000, over: false, idle: true });
  });

  it("has its last requests broken off when the delay ends [S42]", () => {
    expect(draining(deregistration, 3, 301_000)).toEqual({ remainingMs: 0, over: true, idle: true });
    expect(draining(deregistration, 3, 999_000).remainingMs).toBe(0);
  });

  it("is done at once without a delay [S40]", () => {
    expect(draining({ ...deregistration, deregistrationDelaySeconds: 0 }, 3, 1_000).over).toBe(true);
  });
});
