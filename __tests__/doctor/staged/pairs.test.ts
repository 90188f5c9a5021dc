import { examineFault, expectSaid, type Fault } from "../support/fault";
import { pairsOfServers } from "./faults/pairs-of-servers";
import { pairsOfSettings } from "./faults/pairs-of-settings";

describe.each<[string, readonly Fault[]]>([
  ["two servers at fault", pairsOfServers],
  ["two faults, one of them an argument", pairsOfSettings],
])("%s", (_, faults) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault: Fault) => {
    expectSaid(await examineFault(fault), fault.says);
  });
});
