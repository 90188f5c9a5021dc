import { expectSaid } from "../support/fault";
import { examineRecorded, type RecordedFault } from "../support/recorded";
import { recordedFaults, recordedPairs } from "./faults/recorded";

// A lab of this machine has no instance that can be stopped, no network ACL and no console.
describe.each<[string, readonly RecordedFault[]]>([
  ["one fault, as AWS tells it", recordedFaults],
  ["two faults, as AWS tells them", recordedPairs],
])("%s", (_, faults) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", (_, fault) => {
    expectSaid(examineRecorded(fault), fault.says);
  });
});

it("nothing is said of a shop of which AWS says that it is healthy", () => {
  const healthy = ["healthy"] as const;
  const health = { web: healthy, "web-2": healthy, api: healthy };
  expect(examineRecorded({ name: "", health, says: [] }).diagnoses).toEqual([]);
});
