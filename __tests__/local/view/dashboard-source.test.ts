import type { RunningLab } from "../../../lab/local/running-lab";
import { Traffic } from "../../../lab/local/traffic/traffic";
import { LabSource } from "../../../lab/local/view/dashboard-source";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const request = { atMs: 0, method: "GET", path: "/", status: 200, ms: 1, listener: "http" };

describe("who looks at a lab", () => {
  it("is told of many requests once within a tenth of a second, of every other change at once", () => {
    const traffic = new Traffic();
    const source = new LabSource({} as RunningLab, traffic, []);
    let told = 0;
    source.onChange(() => {
      told += 1;
    });
    for (let id = 0; id < 1000; id += 1) traffic.add({ ...request, id });
    expect(told).toBe(0);
    jest.advanceTimersByTime(100);
    expect(told).toBe(1);
    source.changed();
    expect(told).toBe(2);
    traffic.add({ ...request, id: 1001 });
    jest.advanceTimersByTime(100);
    expect([told, jest.getTimerCount()]).toEqual([3, 0]);
  });
});
