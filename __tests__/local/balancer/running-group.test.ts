import { RunningGroup } from "../../../lab/local/balancer/running-group";
import type { Machine } from "../../../lab/local/machines/machine";
import { setUpLab } from "../../../lab/local/setup/lab-setup";
import type { GroupSetup } from "../../../lab/local/setup/types";
import { labTopology } from "../lab/lab-config";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const [web] = setUpLab(labTopology({ groups: { web: { servers: [{ name: "a", foreign: true }] } } })).groups;
const [setup] = web?.targets ?? [];
if (!web || !setup) throw new Error("the lab must have a group with a target");

/** A machine that says which of its ports are asked for; nothing listens on any. */
function machineAsked(asked: number[]): Machine {
  return {
    key: setup?.machine ?? "",
    name: "a",
    reach(port) {
      asked.push(port);
      return undefined;
    },
  };
}

function startGroup(group: GroupSetup = web as GroupSetup) {
  const removed: string[] = [];
  const running = new RunningGroup(group, { probed() {}, removed: ({ key }) => removed.push(key) });
  return { running, removed };
}

describe("a target group while the lab runs", () => {
  it("probes a target that takes the place of another, and no longer the other", async () => {
    const asked: number[] = [];
    const { running } = startGroup();
    running.register({ ...setup, port: 1000, healthBlocked: "shut" }, machineAsked(asked));
    await jest.advanceTimersByTimeAsync(1);
    expect(new Set(asked)).toEqual(new Set([1000]));
    running.register({ ...setup, port: 2000, healthBlocked: "shut" }, machineAsked(asked));
    asked.length = 0;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(new Set(asked)).toEqual(new Set([2000]));
    running.stop();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("deregisters a target once, however often it is asked to, and everybody hears when it is idle [S41]", async () => {
    const { running, removed } = startGroup();
    running.register(setup, machineAsked([]));
    const [target] = running.targets;
    const member = target && running.member(target);
    if (!member) throw new Error("the target must be a member");
    member.outstanding = 1;
    const drained = Promise.all([running.deregister(setup.key), running.deregister(setup.key)]);
    await jest.advanceTimersByTimeAsync(web.group.attributes.deregistrationDelaySeconds * 1000);
    await drained;
    expect([removed, running.targets]).toEqual([[setup.key], []]);
    running.stop();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("leaves no timer behind when it is stopped while a target drains", async () => {
    const { running } = startGroup();
    running.register(setup, machineAsked([]));
    const drained = running.deregister(setup.key);
    running.stop();
    await drained;
    expect(jest.getTimerCount()).toBe(0);
  });

  it("sends requests where a target is reached now, not where it was at its registration", () => {
    const { running } = startGroup();
    let place: { readonly host: string; readonly port: number } | undefined;
    running.register(setup, { key: setup.machine, name: "a", reach: () => place });
    const [target] = running.targets;
    expect(target?.endpoint).toMatchObject({ host: "127.0.0.1", port: 1 });
    place = { host: "127.0.0.9", port: 3000 };
    expect(target?.endpoint).toMatchObject({ host: "127.0.0.9", port: 3000, tls: false });
    running.change({ ...web, group: { ...web.group, protocol: "HTTPS" } });
    expect(target?.endpoint.tls).toBe(true);
    running.stop();
  });
});
