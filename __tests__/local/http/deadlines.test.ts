import { Deadlines, type Watched } from "../../../lab/local/http/deadlines";

interface Named extends Watched {
  readonly name: string;
}

const TICK_MS = 10;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function watch(count: number, expire: (one: Named, all: readonly Named[]) => void) {
  const deadlines = new Deadlines<Named>(TICK_MS);
  const all: Named[] = [];
  for (let index = 0; index < count; index += 1) {
    const one: Named = {
      name: `n${index}`,
      deadlineMs: performance.now(),
      place: -1,
      expire: () => expire(one, all),
    };
    all.push(one);
    deadlines.add(one);
  }
  return { deadlines, all };
}

it("all that are due are told once, though each goes when it is told", () => {
  const told: string[] = [];
  const { deadlines } = watch(5, (one) => {
    told.push(one.name);
    deadlines.delete(one);
  });
  jest.advanceTimersByTime(3 * TICK_MS);
  expect(told.sort()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
  expect(deadlines.watched).toEqual([]);
});

it("what another one took away is not told any more", () => {
  const told: string[] = [];
  const { deadlines, all } = watch(4, (one) => {
    told.push(one.name);
    for (const other of all) deadlines.delete(other);
  });
  jest.advanceTimersByTime(TICK_MS);
  expect(told).toEqual(["n0"]);
});

it("taking the same away twice takes nobody else away", () => {
  const { deadlines, all } = watch(3, () => {});
  deadlines.delete(all[0] as Named);
  deadlines.delete(all[0] as Named);
  expect(deadlines.watched.map(({ name }) => name).sort()).toEqual(["n1", "n2"]);
});

it("who has moved on is left alone, and what comes later is watched as well", () => {
  const told: string[] = [];
  const { deadlines, all } = watch(2, ({ name }) => told.push(name));
  for (const one of all) one.deadlineMs = Number.POSITIVE_INFINITY;
  jest.advanceTimersByTime(TICK_MS);
  for (const one of all) deadlines.delete(one);
  jest.advanceTimersByTime(TICK_MS);
  deadlines.add({ name: "late", deadlineMs: 0, place: -1, expire: () => told.push("late") });
  jest.advanceTimersByTime(TICK_MS);
  expect(told).toEqual(["late"]);
});
