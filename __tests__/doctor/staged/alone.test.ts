import { examineFault, expectSaid, type Fault } from "../support/fault";
import { answerFaults } from "./faults/answers";
import { processFaults } from "./faults/processes";
import { settingFaults } from "./faults/settings";
import { noFaults, trafficFaults } from "./faults/traffic";

describe.each<[string, readonly Fault[]]>([
  ["what a server answers", answerFaults],
  ["what Terraform arguments say", settingFaults],
  ["how its user data runs a server", processFaults],
  ["where requests go", trafficFaults],
  ["nothing is said of", noFaults],
])("%s", (_, faults) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault: Fault) => {
    expectSaid(await examineFault(fault), fault.says);
  });
});
