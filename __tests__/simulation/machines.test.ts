import { KeptConnections } from "../../lab/simulation/balancer/kept-connections";
import { Clock } from "../../lab/simulation/clock/clock";
import { type MachineTiming, SimulatedMachine } from "../../lab/simulation/machines/simulated-machine";
import type { VisitEnd } from "../../lab/simulation/machines/visit";
import { serverFacts } from "../../lab/simulation/setup/server-facts";
import { parseUserData, renderUserData } from "../../userdata";
import { unitDocument } from "./unit-document";

const timing: MachineTiming = { serviceMs: 5, bootMs: 60_000, serverStartMs: 1000, restartMs: 2000 };

function machine(): { clock: Clock; one: SimulatedMachine; ask: () => (readonly [number, string])[] } {
  const clock = new Clock(0);
  const plan = { key: "one", name: "one", aliases: [], restartSeconds: 2 };
  const one = new SimulatedMachine(plan, timing, clock);
  const ask = () => {
    const ends: (readonly [number, string])[] = [];
    const { nowMs } = clock;
    const question = { port: 80, path: "/", isProbe: false, isBlocked: false };
    const giveUp = one.visit(
      { ...question, connectByMs: nowMs + 10_000, answerByMs: nowMs + 60_000 },
      ({ kind }: VisitEnd) => ends.push([clock.nowMs, kind]),
    );
    if (giveUp === undefined) ends.push([nowMs, "refused"]);
    return ends;
  };
  return { clock, one, ask };
}

function at<T>(clock: Clock, atMs: number, run: () => T): { value?: T } {
  const result: { value?: T } = {};
  clock.at(atMs, () => {
    result.value = run();
  });
  return result;
}

describe("a machine", () => {
  it("answers, breaks off what is in flight when it is killed, refuses, and is back after restart and start", () => {
    const { clock, one, ask } = machine();
    const before = at(clock, 0, ask);
    const during = at(clock, 98, ask);
    at(clock, 100, () => one.kill());
    const down = at(clock, 3099, ask);
    const back = at(clock, 3101, ask);
    clock.runUntil(100_000);
    expect(before.value).toEqual([[5, "answered"]]);
    expect(during.value).toEqual([[100, "broken"]]);
    expect(down.value).toEqual([[3099, "refused"]]);
    expect(back.value).toEqual([[3106, "answered"]]);
  });

  it("that has vanished lets a connection wait for 10 s, and what was in flight for the idle timeout [P27, P29]", () => {
    const { clock, one, ask } = machine();
    const during = at(clock, 98, ask);
    at(clock, 100, () => one.vanish());
    const after = at(clock, 200, ask);
    clock.runUntil(100_000);
    expect(during.value).toEqual([[60_098, "timed-out"]]);
    expect(after.value).toEqual([[10_200, "timed-out"]]);
  });
});

describe("connections that are kept", () => {
  it("are used again, the last one first, until they were idle for too long or their process has ended", () => {
    const connections = new KeptConnections();
    expect(connections.take(0, 0, 60_000)).toBe(false);
    connections.keep(0, 0);
    connections.keep(50_000, 0);
    expect(connections.take(70_000, 0, 60_000)).toBe(true);
    expect(connections.take(70_000, 0, 60_000)).toBe(false);
    connections.keep(80_000, 0);
    expect(connections.take(80_001, 1, 60_000)).toBe(false);
  });
});

describe("what user data say of a crash", () => {
  it.each<[string, number | "never"]>([
    ["Restart=always\nRestartSec=2", 2],
    ["Restart=on-failure\nRestartSec=500ms", 0.5],
    ["Restart=always\nRestartSec=1min", 60],
    ["Restart=always", 0.1],
    ["Restart=no\nRestartSec=2", "never"],
    ["RestartSec=2", "never"],
  ])("%j", (lines, restartSeconds) => {
    expect(serverFacts(parseUserData(unitDocument(lines)))).toEqual({ restartSeconds });
  });

  it("is two seconds for this project's server, whose settings are known; unknown or none where the data are", () => {
    const settings = {
      serverName: "Server-1",
      port: 3000,
      healthPath: "/health",
      basePath: "/",
      keepAliveSeconds: 65,
      drainSeconds: 1,
    };
    const facts = serverFacts(parseUserData(renderUserData(settings)));
    expect(facts).toMatchObject({ restartSeconds: 2, server: settings });
    expect(serverFacts({ unknown: "known after apply" })).toEqual({ restartSeconds: undefined });
    expect(serverFacts(undefined)).toEqual({ restartSeconds: "never" });
  });
});
